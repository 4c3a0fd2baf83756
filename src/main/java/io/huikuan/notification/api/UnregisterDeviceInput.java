package io.huikuan.notification.api;

import io.huikuan.notification.Devices.Unregister;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The end of a registration as a client asks for it. */
@Input("UnregisterDeviceInput")
@Description("Which device takes no pushes any more.")
public record UnregisterDeviceInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @NonNull @Id @Description("The device.") String id) {

    Unregister wish() {
        return new Unregister(clientKey, id);
    }
}
