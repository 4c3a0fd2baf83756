package io.huikuan.notification;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How somebody is told of alerts: his own wishes, and where he has none, those of the tenant. */
@DefaultNonNull
@Description("How somebody is told of alerts: as he wants it, and where he has not said, as the tenant does.")
public record NotificationPreferences(
        @Description("The version to give back when changing them; 0 before the first change.")
        int version,

        @Description("The language of messages.") Language language,

        @Description("The time zone of the hours, by its IANA name.")
        String timeZone,

        @Description("The hour, 0 to 23, from which on nobody is disturbed.")
        int quietFrom,

        @Description(
                "The hour, 0 to 23, until which nobody is disturbed; the same as quietFrom: there are no quiet hours.")
        int quietUntil,

        @Description("The hour, 0 to 23, at which digests go out.")
        int digestHour,

        @Description("How each type of alert is told.") List<@NonNull NotificationChoice> choices) {

    public NotificationPreferences {
        choices = List.copyOf(choices);
    }
}
