package io.huikuan.notification.mail;

import io.huikuan.notification.NotificationState;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;

/** What became of an e-mail. */
@DefaultNonNull
@Description("What became of an e-mail.")
public record MailDelivery(
        @Description("Where it stands.") NotificationState state,

        @Description("How many times it was tried.") int attempts,

        @Nullable @Description("When it came to an end; null while it waits.")
        Instant finishedAt,

        @Nullable @Description("What the mail server answered to the last attempt; null when there was none yet.")
        String lastAnswer) {}
