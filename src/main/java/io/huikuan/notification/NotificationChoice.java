package io.huikuan.notification;

import io.huikuan.alert.AlertType;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How somebody wants to hear of one type of alert. */
@DefaultNonNull
@Description("How somebody wants to hear of one type of alert.")
public record NotificationChoice(
        @Description("The type of alert.") AlertType alertType,

        @Description("By which channels, EMAIL and PUSH; empty: not at all.")
        List<@NonNull Channel> channels,

        @Description("Whether e-mail is gathered into one a day. Pushes come at once.")
        boolean digest) {

    public NotificationChoice {
        channels = List.copyOf(channels);
    }
}
