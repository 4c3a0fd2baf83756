package io.huikuan.notification.api;

import io.huikuan.notification.NotificationEndpoints.Remove;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A removal as a client asks for it. */
@Input("RemoveNotificationEndpointInput")
@Description("Which endpoint is removed.")
public record RemoveNotificationEndpointInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @NonNull @Id @Description("The endpoint.") String id) {

    Remove wish() {
        return new Remove(clientKey, id);
    }
}
