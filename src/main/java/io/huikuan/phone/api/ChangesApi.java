package io.huikuan.phone.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.phone.ChangeFeed;
import io.huikuan.phone.Changes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What changed, for phones that keep what they show. */
@GraphQLApi
public class ChangesApi {

    private final ChangeFeed feed;

    ChangesApi(ChangeFeed feed) {
        this.feed = feed;
    }

    @Query
    @NonNull
    @Description(
            "Everything of the customers that you see that changed since: facts, such as money, dates, texts and statuses. A thing is told when it or a part of it"
                    + " changed (installments, allocations, products), not when a thing that it leads to did, and not for what the calendar alone changes:"
                    + " timing, days past due, the title of an alert, the end of a snooze. Without a cursor it tells everything there is.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public Changes changes(
            @Nullable @Description("The cursor of the page before; absent: from nothing.") String after,
            @DefaultValue("50") @Description("How many things at most, 1 to 100.") int first) {
        return feed.page(after, first);
    }
}
