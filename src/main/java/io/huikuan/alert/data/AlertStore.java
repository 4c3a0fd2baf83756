package io.huikuan.alert.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What people do with single alerts, in the table. */
@ApplicationScoped
public class AlertStore {

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    AlertStore(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** An alert whose row this transaction holds. */
    public record LockedAlert(UUID id, UUID customer, int occurrence, boolean isResolved) {}

    /** The alert, locked; empty when there is none that the actor may see. */
    public Optional<LockedAlert> lock(UUID id) {
        return sql.of("select a.id, a.customer_id, a.occurrence, a.status = 'RESOLVED' as resolved from alert a"
                        + " join customer c on c.tenant_id = :tenant and c.id = a.customer_id"
                        + " where a.tenant_id = :tenant and a.id = :id and " + Visibility.of(actor.get(), "c")
                        + " for update of a")
                .bind("id", id)
                .first(row -> new LockedAlert(
                        row.uuid("id"), row.uuid("customer_id"), row.integer("occurrence"), row.flag("resolved")));
    }

    /** Marks it as taken up. */
    public void acknowledge(UUID id) {
        change(id, "status = 'ACKNOWLEDGED', snoozed_until = null").update();
    }

    /** Puts it aside. */
    public void snooze(UUID id, LocalDate until) {
        change(id, "status = 'SNOOZED', snoozed_until = :until")
                .bind("until", until)
                .update();
    }

    /** Resolves it on behalf of the actor. */
    public void resolve(UUID id, String reason) {
        change(
                        id,
                        "status = 'RESOLVED', snoozed_until = null, resolved_at = :now, resolved_on = :today, resolved_by = :actor_user,"
                                + " resolved_because = :reason")
                .bind("now", dates.now())
                .bind("today", dates.today())
                .bind("reason", reason)
                .update();
    }

    /** Gives it to a user. */
    public void assign(UUID id, UUID user) {
        change(id, "assigned_to = :user").bind("user", user).update();
    }

    private Statement change(UUID id, String assignments) {
        return sql.of("update alert set " + assignments + " where tenant_id = :tenant and id = :id")
                .bind("id", id);
    }

    /** Whether there is such a user. */
    public boolean isUser(UUID user) {
        return sql.of("select id from app_user where tenant_id = :tenant and id = :user")
                .bind("user", user)
                .first(row -> true)
                .orElse(false);
    }

    /** Whether the user is active and may see the customer. */
    public boolean seesCustomer(UUID user, UUID customer) {
        return sql.of("""
                select sees_customer(u.active, u.roles, u.region, u.id, c.owner_id, c.region) as sees
                from app_user u cross join customer c
                where u.tenant_id = :tenant and u.id = :user and c.tenant_id = :tenant and c.id = :customer""").bind("user", user).bind("customer", customer).one(row -> row.flag("sees"));
    }
}
