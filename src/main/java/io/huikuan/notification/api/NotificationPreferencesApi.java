package io.huikuan.notification.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.notification.NotificationPreferences;
import io.huikuan.notification.NotificationPreferencesService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** How people are told of alerts. */
@GraphQLApi
public class NotificationPreferencesApi {

    private final NotificationPreferencesService preferences;

    NotificationPreferencesApi(NotificationPreferencesService preferences) {
        this.preferences = preferences;
    }

    @Query
    @NonNull
    @Description("How you are told of alerts.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public NotificationPreferences notificationPreferences() {
        return preferences.own();
    }

    @Query
    @NonNull
    @Description("How people of the tenant are told of alerts who have not said otherwise.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public NotificationPreferences notificationDefaults() {
        return preferences.defaults();
    }

    @Mutation
    @Description("Changes how you are told of alerts.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public NotificationPreferencesPayload updateNotificationPreferences(
            @NonNull @Description("What to change.") UpdateNotificationPreferencesInput input) {
        return NotificationPreferencesPayload.of(preferences.changeOwn(input.change()));
    }

    @Mutation
    @Description("Changes how people of the tenant are told of alerts who have not said otherwise.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public NotificationPreferencesPayload updateNotificationDefaults(
            @NonNull @Description("What to change.") UpdateNotificationPreferencesInput input) {
        return NotificationPreferencesPayload.of(preferences.changeDefaults(input.change()));
    }
}
