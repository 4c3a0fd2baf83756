package io.huikuan.dispute.api;

import io.huikuan.dispute.DisputeFilter;
import io.huikuan.dispute.DisputeService;
import io.huikuan.dispute.Disputes;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Disputes, for the reps, the departments and those who keep the books. */
@GraphQLApi
public class DisputeApi {

    private final Disputes disputes;
    private final DisputeService service;
    private final Selection selection;

    DisputeApi(Disputes disputes, DisputeService service, Selection selection) {
        this.disputes = disputes;
        this.service = service;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Disputes of the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DisputeConnection disputes(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") DisputeFilter filter) {
        return DisputeConnection.of(disputes.page(
                filter == null ? DisputeFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Raises a dispute about a part of a receivable; that part is left out of dunning while it is open.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DisputePayload openDispute(@NonNull @Description("What is disputed, and why.") OpenDisputeInput input) {
        return DisputePayload.of(service.open(input.wish()));
    }

    @Mutation
    @Description("Gives an open dispute to another department, or sets another deadline or reason.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DisputePayload changeDispute(@NonNull @Description("Which one, and what.") ChangeDisputeInput input) {
        return DisputePayload.of(service.change(input.wish()));
    }

    @Mutation
    @Description("Writes down what is said about a dispute; the customer reads it only if it is not internal.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DisputePayload commentOnDispute(@NonNull @Description("Which one, and what.") CommentOnDisputeInput input) {
        return DisputePayload.of(service.comment(input.wish()));
    }

    @Mutation
    @Description("Shows files of contact records with an open dispute: a photo of what came, a signed delivery note.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DisputePayload attachToDispute(@NonNull @Description("Which one, and what.") AttachToDisputeInput input) {
        return DisputePayload.of(service.attach(input.wish()));
    }

    @Mutation
    @Description("Accepts an open dispute, wholly or in part, and issues the credit note for it.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public DisputePayload acceptDispute(@NonNull @Description("Which one, and how much.") AcceptDisputeInput input) {
        return DisputePayload.of(service.accept(input.wish()));
    }

    @Mutation
    @Description("Rejects an open dispute; dunning goes on.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public DisputePayload rejectDispute(@NonNull @Description("Which one, and why.") RejectDisputeInput input) {
        return DisputePayload.of(service.reject(input.wish()));
    }

    @Mutation
    @Description("Takes an open dispute back for the customer; dunning goes on.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public DisputePayload withdrawDispute(@NonNull @Description("Which one.") WithdrawDisputeInput input) {
        return DisputePayload.of(service.withdraw(input.wish()));
    }
}
