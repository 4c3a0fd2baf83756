package io.huikuan.notification.api;

import io.huikuan.notification.Notifications.Retry;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Another attempt as a client asks for it. */
@Input("RetryNotificationInput")
@Description("Which notification is sent again.")
public record RetryNotificationInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @NonNull @Id @Description("The notification; it must be DEAD.")
        String id) {

    Retry wish() {
        return new Retry(clientKey, id);
    }
}
