package io.huikuan.notification.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.notification.Notification;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a wish about a notification. */
@DefaultNonNull
@Description("The notification after the change, or why it was refused.")
public record NotificationPayload(
        @Nullable @Description("The notification; null when the wish was refused.")
        Notification notification,

        @Description("Why the wish was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static NotificationPayload of(Outcome<Notification> outcome) {
        return new NotificationPayload(outcome.valueOrNull(), outcome.errors());
    }
}
