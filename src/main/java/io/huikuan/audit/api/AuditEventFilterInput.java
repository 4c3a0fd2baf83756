package io.huikuan.audit.api;

import io.huikuan.audit.AuditFilter;
import io.huikuan.audit.AuditKind;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which lines of the audit log are wanted, as a client says it. */
@Input("AuditEventFilter")
@Description("Which lines of the audit log are wanted; what is left out does not matter.")
public record AuditEventFilterInput(
        @Nullable @Description("Of these kinds.") List<@NonNull AuditKind> kind,
        @Description("At this moment or later.") Instant from,
        @Description("Before this moment.") Instant to,
        @Id @Description("Of this person.") String userId) {

    private static final UUID NOBODY = new UUID(0, 0);

    static AuditFilter wanted(AuditEventFilterInput input) {
        return input == null
                ? AuditFilter.ALL
                : new AuditFilter(
                        input.kind() == null ? Set.of() : Set.copyOf(input.kind()),
                        Optional.ofNullable(input.from()),
                        Optional.ofNullable(input.to()),
                        Optional.ofNullable(input.userId())
                                .map(id -> NodeId.uuid(NodeKind.USER, id).orElse(NOBODY)));
    }
}
