package io.huikuan.notification.api;

import io.huikuan.alert.Alert;
import io.huikuan.alert.Alerts;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.notification.Notification;
import io.huikuan.notification.Notifications;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** What became of notifications. */
@GraphQLApi
public class NotificationApi {

    private final Notifications notifications;
    private final Alerts alerts;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    NotificationApi(Notifications notifications, Alerts alerts, Users users, Loader loader, Selection selection) {
        this.notifications = notifications;
        this.alerts = alerts;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Notifications about the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
    public NotificationConnection notifications(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones are wanted; absent: all.") NotificationFilterInput filter) {
        return NotificationConnection.of(
                notifications.page(NotificationFilterInput.of(filter), new Paging(first, after, selection.counted())));
    }

    @NonNull
    @Description("The alert it tells of.")
    public CompletionStage<Alert> alert(@Source Notification notification) {
        return loader.load("Notification.alert", notification.alert(), alerts::byIds);
    }

    @Nullable
    @Description("The person it goes to; null where a system or a group is told, or nobody could be found.")
    public CompletionStage<User> recipient(@Source Notification notification) {
        return notification.recipient().isEmpty()
                ? CompletableFuture.completedFuture(null)
                : loader.load("Notification.recipient", notification.recipient().get(), users::byIds);
    }

    @Mutation
    @Description("Sends a notification again that was given up, under its id.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
    public NotificationPayload retryNotification(@NonNull @Description("Which one.") RetryNotificationInput input) {
        return NotificationPayload.of(notifications.retry(input.wish()));
    }
}
