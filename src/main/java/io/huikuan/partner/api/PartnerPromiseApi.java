package io.huikuan.partner.api;

import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.partner.PartnerPromises;
import io.huikuan.promise.PromiseStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What a partner promises to pay. */
@GraphQLApi
public class PartnerPromiseApi {

    private final PartnerPromises promises;
    private final Selection selection;

    PartnerPromiseApi(PartnerPromises promises, Selection selection) {
        this.promises = promises;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("What you promised to pay, as you or your supplier wrote it down, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public PromiseSummaryConnection myPromises(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Those of one of these statuses; null: all.") List<@NonNull PromiseStatus> status) {
        return PromiseSummaryConnection.of(promises.page(status, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Promises that you will pay by a day; it counts when your supplier has confirmed it.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MyPromisePayload makeMyPromise(@NonNull @Description("What you promise.") MakeMyPromiseInput input) {
        return MyPromisePayload.of(promises.make(input.wish()));
    }

    @Mutation
    @Description("Takes a promise of yours back that your supplier has not confirmed.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MyPromisePayload withdrawMyPromise(@NonNull @Description("Which one.") WithdrawMyPromiseInput input) {
        return MyPromisePayload.of(promises.withdraw(input.wish()));
    }
}
