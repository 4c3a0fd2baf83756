package io.huikuan.partner.api;

import io.huikuan.dispute.DisputeStatus;
import io.huikuan.dispute.api.WithdrawDisputeInput;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.partner.DisputeSummary;
import io.huikuan.partner.PartnerDisputes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** What a partner refuses to pay. */
@GraphQLApi
public class PartnerDisputeApi {

    private final PartnerDisputes disputes;
    private final Loader loader;
    private final Selection selection;

    PartnerDisputeApi(PartnerDisputes disputes, Loader loader, Selection selection) {
        this.disputes = disputes;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("What you refuse to pay, as you or your supplier wrote it down, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public DisputeSummaryConnection myDisputes(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Those of one of these statuses; null: all.") List<@NonNull DisputeStatus> status) {
        return DisputeSummaryConnection.of(disputes.page(status, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Refuses to pay a part of a document of yours.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MyDisputePayload openMyDispute(@NonNull @Description("What, and why.") OpenMyDisputeInput input) {
        return MyDisputePayload.of(disputes.open(input.wish()));
    }

    @Mutation
    @Description("Says something about a dispute of yours.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MyDisputePayload commentOnMyDispute(
            @NonNull @Description("Which one, and what.") CommentOnMyDisputeInput input) {
        return MyDisputePayload.of(disputes.comment(input.wish()));
    }

    @Mutation
    @Description("Takes an open dispute of yours back.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MyDisputePayload withdrawMyDispute(@NonNull @Description("Which one.") WithdrawDisputeInput input) {
        return MyDisputePayload.of(disputes.withdraw(input.wish()));
    }

    @NonNull
    @Description("What you and your supplier said about it, the oldest first.")
    public CompletionStage<DisputeWordConnection> comments(
            @Source DisputeSummary dispute,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        Paging paging = new Paging(first, after, selection.counted());
        return loader.load(
                        "DisputeSummary.comments",
                        new Nested<>(dispute.uuid(), paging),
                        keys -> Nested.read(keys, disputes::words))
                .thenApply(DisputeWordConnection::of);
    }
}
