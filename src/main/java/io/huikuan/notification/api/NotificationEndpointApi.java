package io.huikuan.notification.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.notification.NotificationEndpoint;
import io.huikuan.notification.NotificationEndpoints;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Where systems and groups of the tenant hear of alerts. */
@GraphQLApi
public class NotificationEndpointApi {

    private final NotificationEndpoints endpoints;

    NotificationEndpointApi(NotificationEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Query
    @NonNull
    @Description("Where systems and groups of the tenant hear of alerts, by name; at most 50.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public List<@NonNull NotificationEndpoint> notificationEndpoints() {
        return endpoints.all();
    }

    @Mutation
    @Description("Enters an endpoint or changes one. A new webhook answers its secret, this once.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public NotificationEndpointPayload saveNotificationEndpoint(
            @NonNull @Description("The endpoint.") SaveNotificationEndpointInput input) {
        return NotificationEndpointPayload.of(endpoints.save(input.wish()));
    }

    @Mutation
    @Description("Gives a webhook another secret, told this once; for a while the one before signs too.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public NotificationEndpointPayload rotateEndpointSecret(
            @NonNull @Description("Which one.") RotateEndpointSecretInput input) {
        return NotificationEndpointPayload.of(endpoints.rotate(input.wish()));
    }

    @Mutation
    @Description("Removes an endpoint; what was on its way there is cancelled.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public NotificationEndpointPayload removeNotificationEndpoint(
            @NonNull @Description("Which one.") RemoveNotificationEndpointInput input) {
        return NotificationEndpointPayload.of(endpoints.remove(input.wish()));
    }
}
