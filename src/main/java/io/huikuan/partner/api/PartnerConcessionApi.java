package io.huikuan.partner.api;

import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.partner.PartnerConcessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What a partner is given for payment. */
@GraphQLApi
public class PartnerConcessionApi {

    private final PartnerConcessions concessions;
    private final Selection selection;

    PartnerConcessionApi(PartnerConcessions concessions, Selection selection) {
        this.concessions = concessions;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description(
            "What your supplier offered or granted you for payment, and what must be paid by when, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public ConcessionSummaryConnection myConcessions(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return ConcessionSummaryConnection.of(concessions.page(new Paging(first, after, selection.counted())));
    }
}
