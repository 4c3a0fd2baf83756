package io.huikuan.notification.api;

import io.huikuan.notification.DeviceKind;
import io.huikuan.notification.Devices.Register;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A device as a client sends it. */
@Input("RegisterDeviceInput")
@Description(
        "A device that is to take pushes: an app by its token; a browser by the endpoint and the keys of its subscription.")
public record RegisterDeviceInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @NonNull @Description("How it takes pushes.") DeviceKind kind,

        @NonNull @Description("What its owner calls it, at most 100 characters.")
        String name,

        @Description("The token of FCM; needed for that kind.")
        String token,

        @Description("Where the browser's push service takes messages; needed for WEB_PUSH.")
        String endpoint,

        @Description("The browser's public key, p256dh, in Base64 for URLs; needed for WEB_PUSH.")
        String key,

        @Description("The browser's secret, auth, in Base64 for URLs; needed for WEB_PUSH.")
        String secret) {

    Register wish() {
        return new Register(clientKey, kind, name, token, endpoint, key, secret);
    }
}
