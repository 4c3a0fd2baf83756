package io.huikuan.analytics.data;

import io.huikuan.analytics.AgingGroup;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import java.util.Optional;
import java.util.UUID;

/**
 * What the rows of a grouping have in common, as SQL over the customer {@code c} and what it owes, {@code o}. The key is empty for customers
 * that have none.
 *
 * @param kind of which kind of node the key is an id; empty when it is none
 */
record AgingKey(String key, String label, String join, Optional<NodeKind> kind) {

    static AgingKey of(AgingGroup group) {
        return switch (group) {
            case CURRENCY -> new AgingKey("o.currency", "o.currency", "", Optional.empty());
            case CUSTOMER -> new AgingKey("cast(c.id as text)", "c.name", "", Optional.of(NodeKind.CUSTOMER));
            case OWNER ->
                new AgingKey(
                        "coalesce(cast(c.owner_id as text), '')",
                        "coalesce(w.name, 'No owner')",
                        "left join app_user w on w.tenant_id = :tenant and w.id = c.owner_id",
                        Optional.of(NodeKind.USER));
            case REGION ->
                new AgingKey("coalesce(c.region, '')", "coalesce(c.region, 'No region')", "", Optional.empty());
            case GRADE -> new AgingKey("coalesce(c.grade, '')", "coalesce(c.grade, 'No grade')", "", Optional.empty());
        };
    }

    /** The key as clients see it. */
    String shown(String stored) {
        return kind.filter(any -> !stored.isEmpty())
                .map(node -> NodeId.of(node, UUID.fromString(stored)))
                .orElse(stored);
    }
}
