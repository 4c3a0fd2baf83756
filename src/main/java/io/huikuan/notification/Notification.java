package io.huikuan.notification;

import io.huikuan.kernel.graph.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** One message about one occurrence of one alert to one recipient by one channel. */
@DefaultNonNull
@Description("One message about an alert to one recipient by one channel.")
public record Notification(
        @Id @Description("The global id, the same in every attempt; opaque to clients.")
        String id,

        @Description("By which channel it goes.") Channel channel,
        @Description("Where it stands.") NotificationState state,

        @Description("Which occurrence of the alert it tells of.")
        int occurrence,

        @Description("How many times it was tried.") int attempts,
        @Description("When it was queued.") Instant createdAt,

        @Nullable @Description("When it is due next; null at its end.")
        Instant dueAt,

        @Nullable @Description("When it came to its end; null while it waits.")
        Instant finishedAt,

        @Nullable @Description("Why it waits, was cancelled or given up, in words; null when there is nothing to say.")
        String remark,

        @Nullable @Description("What the other side answered to the last attempt; null before the first.")
        String lastAnswer,

        @Nullable
        @Description(
                "The system, group or device it goes to, by its name; null where the recipient is enough, or it is gone.")
        String target,

        @Ignore UUID alert,
        @Ignore Optional<UUID> recipient)
        implements Node {}
