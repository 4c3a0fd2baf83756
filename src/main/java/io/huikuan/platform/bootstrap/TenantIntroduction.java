package io.huikuan.platform.bootstrap;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Enters tenants, each with the default settings. */
@ApplicationScoped
public class TenantIntroduction {

    private final Sql sql;
    private final ActingAs actingAs;
    private final Clock clock;

    TenantIntroduction(Sql sql, ActingAs actingAs, Clock clock) {
        this.sql = sql;
        this.actingAs = actingAs;
        this.clock = clock;
    }

    /**
     * Enters the tenant in a transaction of its own, unless it is there, when it stays as it is. Any number of nodes may do so at once.
     *
     * @return the tenant, acting for itself
     */
    public Actor introduce(NewTenant tenant) {
        Actor actor = Actor.system(Uuids.tenant(tenant.code()), tenant.code(), tenant.zone(), tenant.currency());
        actingAs.run(actor, () -> QuarkusTransaction.requiringNew().run(() -> enter(tenant)));
        return actor;
    }

    /** Whether there is a tenant at all. */
    boolean isThereAny() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.acrossTenants("select exists (select from tenant) as there")
                        .one(row -> row.flag("there")));
    }

    private void enter(NewTenant tenant) {
        sql.of("""
                insert into tenant (tenant_id, code, name, time_zone, base_currency, created_at)
                values (:tenant, :code, :name, :zone, :currency, :now) on conflict do nothing""")
                .bind("code", tenant.code())
                .bind("name", tenant.name())
                .bind("zone", tenant.zone().getId())
                .bind("currency", tenant.currency())
                .bind("now", clock.instant())
                .update();
        sql.of("insert into tenant_settings (tenant_id) values (:tenant) on conflict do nothing")
                .update();
    }
}
