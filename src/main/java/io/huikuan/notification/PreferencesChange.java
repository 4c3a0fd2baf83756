package io.huikuan.notification;

import io.huikuan.kernel.text.Language;
import java.util.List;

/** Changed preferences; what is null stays as it is, and types of alert that are not among the choices do. */
public record PreferencesChange(
        String clientKey,
        int version,
        Language language,
        String timeZone,
        Integer quietFrom,
        Integer quietUntil,
        Integer digestHour,
        List<NotificationChoice> choices) {

    public PreferencesChange {
        choices = List.copyOf(choices);
    }
}
