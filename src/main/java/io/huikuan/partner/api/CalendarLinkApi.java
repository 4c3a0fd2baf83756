package io.huikuan.partner.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.partner.CalendarLink;
import io.huikuan.partner.CalendarLinks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

/** The partner's secret link to the calendar of its installments. */
@GraphQLApi
public class CalendarLinkApi {

    private final CalendarLinks links;

    CalendarLinkApi(CalendarLinks links) {
        this.links = links;
    }

    @Query
    @Description("Your secret link to the calendar of your installments, without its address; null when you have none.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public CalendarLink myCalendarLink() {
        return links.mine().orElse(null);
    }

    @Mutation
    @Description("Makes your secret link; the one that you had before ends. Who knows it reads your installments.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public NewCalendarLinkPayload createMyCalendarLink() {
        return NewCalendarLinkPayload.of(links.create());
    }

    @Mutation
    @Description("Ends your secret link, if you have one: from now on it leads nowhere.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public RevokedCalendarLinkPayload revokeMyCalendarLink() {
        return RevokedCalendarLinkPayload.of(links.revoke());
    }
}
