package io.huikuan.notification.api;

import io.huikuan.alert.AlertType;
import io.huikuan.notification.Channel;
import io.huikuan.notification.NotificationChoice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A choice as a client sends it. */
@Input("NotificationChoiceInput")
@Description("How one type of alert is to be told.")
public record NotificationChoiceInput(
        @NonNull @Description("The type of alert.") AlertType alertType,

        @NonNull @Description("By which channels, EMAIL and PUSH; empty: not at all.")
        List<@NonNull Channel> channels,

        @Description("Whether e-mail is gathered into one a day; absent: no.")
        Boolean digest) {

    NotificationChoice choice() {
        return new NotificationChoice(alertType, channels, digest != null && digest);
    }
}
