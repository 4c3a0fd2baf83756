package io.huikuan.partner.data;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The secret links to calendars. */
@ApplicationScoped
public class CalendarLinkStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    CalendarLinkStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** Has others who make or revoke a link of the same person wait. */
    public void lock() {
        sql.of("select id from app_user where tenant_id = :tenant and id = :actor_user for no key update")
                .one(row -> row.uuid("id"));
    }

    /** Makes the link of the person who is asking, who has none that is live. */
    public void insert(String secretHash) {
        sql.of("""
                insert into calendar_link (tenant_id, id, user_id, customer_id, secret_hash, created_at)
                values (:tenant, :id, :actor_user, :actor_customer, :hash, :now)""")
                .bind("id", Uuids.next())
                .bind("hash", secretHash)
                .bind("now", dates.now())
                .update();
    }

    /** Revokes the link of the person who is asking; whether there was one. */
    public boolean revoke() {
        return sql.of("""
                        update calendar_link set revoked_at = :now
                        where tenant_id = :tenant and user_id = :actor_user and revoked_at is null""").bind("now", dates.now()).update() > 0;
    }

    /** When the live link of the person who is asking was made; empty when there is none. */
    public Optional<Instant> createdAt() {
        return sql.of("""
                select created_at from calendar_link
                where tenant_id = :tenant and user_id = :actor_user and revoked_at is null""").first(row -> row.instant("created_at"));
    }

    /** The partner whose live link has this hash, who must still be one of that customer; for the tenant acting for itself. */
    public Optional<Actor> holder(String secretHash) {
        Actor tenant = actor.get();
        return sql.of("""
                select l.user_id, l.customer_id from calendar_link l
                join app_user u on u.tenant_id = :tenant and u.id = l.user_id and u.active and u.customer_id = l.customer_id
                where l.tenant_id = :tenant and l.secret_hash = :hash and l.revoked_at is null""")
                .bind("hash", secretHash)
                .first(row -> new Actor(
                        tenant.tenant(),
                        tenant.tenantCode(),
                        tenant.zone(),
                        tenant.baseCurrency(),
                        Optional.of(row.uuid("user_id")),
                        Set.of(Role.PARTNER),
                        Optional.empty(),
                        Optional.of(row.uuid("customer_id"))));
    }
}
