package io.huikuan.alert.api;

import io.huikuan.alert.Alert;
import io.huikuan.alert.AlertService;
import io.huikuan.alert.Alerts;
import io.huikuan.alert.live.LiveAlerts;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Alerts: the inbox, the live feed, and what can be done with them. */
@GraphQLApi
public class AlertApi {

    private final Alerts alerts;
    private final AlertService service;
    private final LiveAlerts live;
    private final Selection selection;

    AlertApi(Alerts alerts, AlertService service, LiveAlerts live, Selection selection) {
        this.alerts = alerts;
        this.service = service;
        this.live = live;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Alerts of the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public AlertConnection alerts(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones are wanted; absent: all.") AlertFilterInput filter) {
        return AlertConnection.of(
                alerts.page(AlertFilterInput.of(filter), new Paging(first, after, selection.counted())));
    }

    @Subscription
    @NonNull
    @Description(
            "Every alert of the customers that you see, at the moment at which it is raised or reopened; at least once. After a break, read the list.")
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public Multi<@NonNull Alert> alertRaised(
            @Nullable @Description("Which ones are wanted; absent: all.") AlertFilterInput filter) {
        return live.raised(AlertFilterInput.of(filter));
    }

    @Mutation
    @Description("Says that you have taken an alert up.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public AlertPayload acknowledgeAlert(@NonNull @Description("Which one.") AlertActionInput input) {
        return AlertPayload.of(service.acknowledge(input.acknowledge(), input.seen()));
    }

    @Mutation
    @Description("Puts an alert aside until a day, from which on it is open again by itself.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public AlertPayload snoozeAlert(@NonNull @Description("Which one, until when.") SnoozeAlertInput input) {
        return AlertPayload.of(service.snooze(input.wish(), input.seen()));
    }

    @Mutation
    @Description("Resolves an alert; it stays silent until the due date changes or money is reversed.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public AlertPayload resolveAlert(@NonNull @Description("Which one, and why.") ResolveAlertInput input) {
        return AlertPayload.of(service.resolve(input.wish(), input.seen()));
    }

    @Mutation
    @Description("Gives an alert to a user who may see the customer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public AlertPayload assignAlert(@NonNull @Description("Which one, to whom.") AssignAlertInput input) {
        return AlertPayload.of(service.assign(input.wish()));
    }
}
