package io.huikuan.notification.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.notification.NotificationEndpoint;
import io.huikuan.notification.NotificationEndpoints.Changed;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change to an endpoint. */
@DefaultNonNull
@Description("The endpoint after the change, or why it was refused.")
public record NotificationEndpointPayload(
        @Nullable @Description("The endpoint; null when the change was refused.")
        NotificationEndpoint endpoint,

        @Nullable
        @Description(
                "The secret that was made for a webhook: told this once, and null for a repeat of the request. Lost, it can only be replaced.")
        String secret,

        @Description("Why the change was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static NotificationEndpointPayload of(Outcome<Changed> outcome) {
        Changed changed = outcome.valueOrNull();
        return changed == null
                ? new NotificationEndpointPayload(null, null, outcome.errors())
                : new NotificationEndpointPayload(
                        changed.endpoint(), changed.secret().orElse(null), List.of());
    }
}
