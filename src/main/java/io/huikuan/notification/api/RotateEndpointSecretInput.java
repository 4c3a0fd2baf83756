package io.huikuan.notification.api;

import io.huikuan.notification.NotificationEndpoints.RotateSecret;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A new secret as a client asks for it. */
@Input("RotateEndpointSecretInput")
@Description("Which webhook gets a new secret.")
public record RotateEndpointSecretInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @NonNull @Id @Description("The endpoint.") String id,

        @Description("For how many hours the secret before signs too, 0 to 168; absent: 24.")
        Integer keepPreviousHours) {

    RotateSecret wish() {
        return new RotateSecret(clientKey, id, keepPreviousHours == null ? 24 : keepPreviousHours);
    }
}
