package io.huikuan.notification.api;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.notification.Channel;
import io.huikuan.notification.NotificationFilter;
import io.huikuan.notification.NotificationState;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A filter as a client sends it. */
@Input("NotificationFilterInput")
@Description("Which notifications are wanted; what is absent does not matter.")
public record NotificationFilterInput(
        @Nullable @Description("Where they stand, one of these.")
        List<@NonNull NotificationState> state,

        @Nullable @Description("By which channel they go, one of these.")
        List<@NonNull Channel> channel,

        @Id @Description("The person they go to.") String recipientId,
        @Id @Description("The alert they tell of.") String alertId) {

    /** What is no id of ours belongs to nothing. */
    private static final UUID NOTHING = new UUID(0, 0);

    static NotificationFilter of(NotificationFilterInput input) {
        return input == null
                ? NotificationFilter.ALL
                : new NotificationFilter(
                        input.state == null ? Set.of() : Set.copyOf(input.state),
                        input.channel == null ? Set.of() : Set.copyOf(input.channel),
                        uuid(NodeKind.USER, input.recipientId),
                        uuid(NodeKind.ALERT, input.alertId));
    }

    private static Optional<UUID> uuid(NodeKind kind, String id) {
        return Optional.ofNullable(id).map(text -> NodeId.uuid(kind, text).orElse(NOTHING));
    }
}
