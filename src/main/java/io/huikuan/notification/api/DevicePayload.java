package io.huikuan.notification.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.notification.Device;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a registration. */
@DefaultNonNull
@Description("The device, or why the wish was refused.")
public record DevicePayload(
        @Nullable @Description("The device, as it was before it was unregistered; null when the wish was refused.")
        Device device,

        @Description("Why the wish was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static DevicePayload of(Outcome<Device> outcome) {
        return new DevicePayload(outcome.valueOrNull(), outcome.errors());
    }
}
