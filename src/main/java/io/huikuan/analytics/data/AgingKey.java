package io.huikuan.analytics.data;

import io.huikuan.analytics.AgingGroup;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import java.util.Optional;
import java.util.UUID;

/**
 * What the rows of a grouping have in common, as SQL over what a customer owes, {@code o}, and what is joined to it. The key is empty for customers
 * that have none.
 *
 * @param join the customer {@code c}, and who else is needed; empty where the currency says all
 * @param kind of which kind of node the key is an id; empty when it is none
 */
record AgingKey(String key, String label, String join, Optional<NodeKind> kind) {

    private static final String CUSTOMER = "join customer c on c.tenant_id = :tenant and c.id = o.customer_id";

    static AgingKey of(AgingGroup group) {
        return switch (group) {
            case CURRENCY -> new AgingKey("o.currency", "o.currency", "", Optional.empty());
            case CUSTOMER -> new AgingKey("cast(c.id as text)", "c.name", CUSTOMER, Optional.of(NodeKind.CUSTOMER));
            case OWNER ->
                new AgingKey(
                        "coalesce(cast(c.owner_id as text), '')",
                        "coalesce(w.name, 'No owner')",
                        CUSTOMER + " left join app_user w on w.tenant_id = :tenant and w.id = c.owner_id",
                        Optional.of(NodeKind.USER));
            case REGION ->
                new AgingKey("coalesce(c.region, '')", "coalesce(c.region, 'No region')", CUSTOMER, Optional.empty());
            case GRADE ->
                new AgingKey("coalesce(c.grade, '')", "coalesce(c.grade, 'No grade')", CUSTOMER, Optional.empty());
        };
    }

    /** The key as clients see it. */
    String shown(String stored) {
        return kind.filter(any -> !stored.isEmpty())
                .map(node -> NodeId.of(node, UUID.fromString(stored)))
                .orElse(stored);
    }
}
