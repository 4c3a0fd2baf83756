package io.huikuan.tenant;

import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** All tenants of this instance, each acting for itself: for jobs, start-up and listeners. Not for the middle of a transaction. */
@ApplicationScoped
public class EveryTenant {

    private static final Logger LOG = Logger.getLogger(EveryTenant.class);

    private final Sql sql;
    private final ActingAs actingAs;

    EveryTenant(Sql sql, ActingAs actingAs) {
        this.sql = sql;
        this.actingAs = actingAs;
    }

    /** Does the work as each tenant, one after the other; one that fails is logged and does not stop the others. */
    public void each(Runnable work) {
        all().forEach(tenant -> guarded(tenant, work));
    }

    /** What the work, done as this tenant, comes to; empty when there is no such tenant. What the work throws is thrown. */
    public <T> Optional<T> ask(UUID id, Supplier<Optional<T>> work) {
        return find(id).flatMap(tenant -> actingAs.call(tenant, work));
    }

    /** Does the work as this tenant; nothing when there is none. */
    public void one(UUID id, Runnable work) {
        find(id).ifPresent(tenant -> guarded(tenant, work));
    }

    /** The tenant acting for itself. */
    public Optional<Actor> find(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.acrossTenants(
                                "select tenant_id, code, time_zone, base_currency from tenant where tenant_id = :id")
                        .bind("id", id)
                        .first(EveryTenant::actor));
    }

    private List<Actor> all() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.acrossTenants(
                                "select tenant_id, code, time_zone, base_currency from tenant order by code")
                        .list(EveryTenant::actor));
    }

    private static Actor actor(Row row) {
        return Actor.system(
                row.uuid("tenant_id"), row.text("code"), ZoneId.of(row.text("time_zone")), row.text("base_currency"));
    }

    private void guarded(Actor tenant, Runnable work) {
        try {
            actingAs.run(tenant, work);
        } catch (RuntimeException e) {
            LOG.errorf(e, "work for tenant %s failed", tenant.tenantCode());
        }
    }
}
