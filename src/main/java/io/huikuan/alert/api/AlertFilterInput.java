package io.huikuan.alert.api;

import io.huikuan.alert.AlertFilter;
import io.huikuan.alert.AlertStatus;
import io.huikuan.alert.AlertType;
import io.huikuan.alert.Severity;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which alerts a client wants. */
@Input("AlertFilter")
@Description("Which alerts are wanted; all conditions hold at once.")
public record AlertFilterInput(
        @Nullable @Description("Only those of one of these types; empty: any.")
        List<@NonNull AlertType> type,

        @Nullable
        @Description(
                "Only those with one of these statuses, as they read today: one whose snooze is over is open; empty: any.")
        List<@NonNull AlertStatus> status,

        @Id @Description("Only those of this customer.") String customerId,

        @Id @Description("Only those that belong to this user.")
        String assigneeId,

        @Description("true: only those that belong to nobody; false: only those that belong to somebody.")
        Boolean unassigned,

        @Description("Only those at least so urgent.") Severity minSeverity) {

    /** What an id that is none of ours finds. */
    private static final UUID NONE = new UUID(0, 0);

    static AlertFilter of(AlertFilterInput input) {
        return input == null ? AlertFilter.ALL : input.filter();
    }

    private AlertFilter filter() {
        return new AlertFilter(
                type == null ? Set.of() : Set.copyOf(type),
                status == null ? Set.of() : Set.copyOf(status),
                id(NodeKind.CUSTOMER, customerId),
                id(NodeKind.USER, assigneeId),
                Optional.ofNullable(unassigned),
                Optional.ofNullable(minSeverity));
    }

    private static Optional<UUID> id(NodeKind kind, String text) {
        return Optional.ofNullable(text).map(id -> NodeId.uuid(kind, id).orElse(NONE));
    }
}
