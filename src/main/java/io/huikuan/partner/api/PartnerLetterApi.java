package io.huikuan.partner.api;

import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.partner.PartnerLetters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What the supplier wrote to a partner. */
@GraphQLApi
public class PartnerLetterApi {

    private final PartnerLetters letters;
    private final Selection selection;

    PartnerLetterApi(PartnerLetters letters, Selection selection) {
        this.letters = letters;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("The letters that your supplier sent you, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public LetterSummaryConnection myLetters(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return LetterSummaryConnection.of(letters.page(new Paging(first, after, selection.counted())));
    }
}
