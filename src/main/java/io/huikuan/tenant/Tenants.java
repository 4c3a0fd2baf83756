package io.huikuan.tenant;

import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The tenant of whoever is asking; there is no other one to see. */
@ApplicationScoped
public class Tenants implements NodeFinder {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    Tenants(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** The actor's tenant. */
    @Transactional
    public Tenant current() {
        return sql.of("select tenant_id, code, name, time_zone, base_currency from tenant where tenant_id = :tenant")
                .one(this::tenant);
    }

    private Tenant tenant(Row row) {
        return new Tenant(
                NodeId.of(NodeKind.TENANT, row.uuid("tenant_id")),
                row.text("code"),
                row.text("name"),
                row.text("time_zone"),
                row.text("base_currency"),
                dates.today());
    }

    @Override
    public NodeKind kind() {
        return NodeKind.TENANT;
    }

    @Override
    @Transactional
    public Optional<Tenant> find(UUID uuid) {
        return uuid.equals(actor.get().tenant()) ? Optional.of(current()) : Optional.empty();
    }
}
