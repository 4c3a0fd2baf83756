package io.huikuan.support;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;

/** Notifications that were given up. */
@ApplicationScoped
public class DeadLetters {

    private final Tenancy tenancy;
    private final Sql sql;

    DeadLetters(Tenancy tenancy, Sql sql) {
        this.tenancy = tenancy;
        this.sql = sql;
    }

    /** Gives up one that there is; its global id. */
    public String one(Actor actor) {
        return NodeId.of(
                NodeKind.NOTIFICATION, tenancy.call(actor, () -> sql.of("""
                                update outbox set state = 'DEAD', finished_at = created_at, remark = 'It was given up.'
                                where tenant_id = :tenant and id = (select max(id::text)::uuid from outbox where tenant_id = :tenant)
                                returning id""").one(row -> row.uuid("id"))));
    }
}
