package io.huikuan.platform.graphql;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Roles;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Any thing by its global id, from the finder that its capability brings. */
@GraphQLApi
public class NodeApi {

    private final Map<NodeKind, NodeFinder> finders;

    NodeApi(@All List<NodeFinder> finders) {
        this.finders = finders.stream().collect(Collectors.toUnmodifiableMap(NodeFinder::kind, Function.identity()));
    }

    @Query
    @Description("Any thing by its global id; null when there is none, or none of yours.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public Node node(@NonNull @Id @Description("The global id.") String id) {
        return NodeId.parse(id)
                .flatMap(node ->
                        Optional.ofNullable(finders.get(node.kind())).flatMap(finder -> found(finder, node.uuid())))
                .orElse(null);
    }

    private static Optional<Node> found(NodeFinder finder, UUID uuid) {
        return finder.find(uuid).map(Function.identity());
    }
}
