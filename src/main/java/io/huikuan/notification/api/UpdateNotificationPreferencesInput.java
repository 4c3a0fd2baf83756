package io.huikuan.notification.api;

import io.huikuan.kernel.text.Language;
import io.huikuan.notification.PreferencesChange;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Changed preferences as a client sends them: a person's own, or the tenant's defaults. */
@Input("UpdateNotificationPreferencesInput")
@Description("How alerts are to be told; what is null or absent stays as it is.")
public record UpdateNotificationPreferencesInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Description("The language of messages.") Language language,

        @Description("The time zone of the hours, by its IANA name.")
        String timeZone,

        @Description("The hour, 0 to 23, from which on nobody is to be disturbed; needed with quietUntil.")
        Integer quietFrom,

        @Description("The hour, 0 to 23, until which; the same as quietFrom: no quiet hours.")
        Integer quietUntil,

        @Description("The hour, 0 to 23, at which digests go out.")
        Integer digestHour,

        @Nullable @Description("Choices to change, at most one for each type of alert.")
        List<@NonNull NotificationChoiceInput> choices) {

    PreferencesChange change() {
        return new PreferencesChange(
                clientKey,
                version,
                language,
                timeZone,
                quietFrom,
                quietUntil,
                digestHour,
                choices == null
                        ? List.of()
                        : choices.stream().map(NotificationChoiceInput::choice).toList());
    }
}
