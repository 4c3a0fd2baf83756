package io.huikuan.notification.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.notification.NotificationPreferences;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change to preferences. */
@DefaultNonNull
@Description("The preferences after the change, or why it was refused.")
public record NotificationPreferencesPayload(
        @Nullable @Description("The preferences; null when the change was refused.")
        NotificationPreferences preferences,

        @Description("Why the change was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static NotificationPreferencesPayload of(Outcome<NotificationPreferences> outcome) {
        return new NotificationPreferencesPayload(outcome.valueOrNull(), outcome.errors());
    }
}
