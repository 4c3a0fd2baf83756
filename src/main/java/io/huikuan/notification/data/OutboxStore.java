package io.huikuan.notification.data;

import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox as a queue. */
@ApplicationScoped
public class OutboxStore {

    private final Sql sql;
    private final BusinessDates dates;

    OutboxStore(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** A message that this node has leased. */
    public record Leased(UUID id, UUID alert, int occurrence, Optional<UUID> recipient, int attempt) {}

    /** Queues a message about each event of the batch that has none yet. */
    public void queue(UUID batch) {
        sql.of("""
                insert into outbox (tenant_id, id, alert_id, occurrence, recipient_id, channel, state, due_at, created_at)
                select :tenant, time_ordered_id(), e.alert_id, e.occurrence, told.id, 'LOG', 'PENDING', :now, :now
                from alert_event e
                join alert a on a.tenant_id = :tenant and a.id = e.alert_id
                join customer c on c.tenant_id = :tenant and c.id = a.customer_id
                left join app_user w on w.tenant_id = :tenant and w.id = a.assigned_to
                cross join lateral (
                    select case when sees_customer(w.active, w.roles, w.region, w.id, c.owner_id, c.region) then w.id else c.owner_id end as id
                ) its
                left join lateral (
                    select its.id where its.id is not null
                    union all
                    select u.id from app_user u
                    where u.tenant_id = :tenant and its.id is null and 'MANAGER' = any(u.roles)
                        and sees_customer(u.active, u.roles, u.region, u.id, c.owner_id, c.region)
                ) told on true
                where e.tenant_id = :tenant and e.batch_id = :batch
                on conflict (tenant_id, alert_id, occurrence, recipient_id, channel) do nothing""").bind("batch", batch).bind("now", dates.now()).update();
    }

    /** Leases up to so many messages that are due, the oldest first, passing over what another node holds. */
    public List<Leased> lease(int most, Duration lease) {
        Instant now = dates.now();
        return sql.of("""
                update outbox o set leased_until = :until, attempts = o.attempts + 1
                from (select id from outbox
                      where tenant_id = :tenant and state = 'PENDING' and due_at <= :now and (leased_until is null or leased_until <= :now)
                      order by due_at, id limit :most
                      for update skip locked) next
                where o.tenant_id = :tenant and o.id = next.id
                returning o.id, o.alert_id, o.occurrence, o.recipient_id, o.attempts""")
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("most", most)
                .list(row -> new Leased(
                        row.uuid("id"),
                        row.uuid("alert_id"),
                        row.integer("occurrence"),
                        Optional.ofNullable(row.uuid("recipient_id")),
                        row.integer("attempts")));
    }

    /** These were sent. */
    public void sent(Collection<UUID> ids) {
        finish(ids, "SENT", null);
    }

    /** These need not be sent any more. */
    public void cancelled(Collection<UUID> ids, String reason) {
        finish(ids, "CANCELLED", reason);
    }

    /** This one is given up. */
    public void dead(UUID id, String reason) {
        finish(List.of(id), "DEAD", reason);
    }

    private void finish(Collection<UUID> ids, String state, String remark) {
        if (ids.isEmpty()) {
            return;
        }
        sql.of("""
                update outbox set state = :state, finished_at = :now, leased_until = null, remark = coalesce(:remark, remark)
                where tenant_id = :tenant and id = any(:ids) and state = 'PENDING'""")
                .bind("state", state)
                .bind("now", dates.now())
                .bind("remark", remark)
                .uuids("ids", ids)
                .update();
    }

    /** This one is tried again after the pause. */
    public void failed(UUID id, Duration pause, String reason) {
        sql.of("""
                update outbox set due_at = :due, leased_until = null, remark = :remark
                where tenant_id = :tenant and id = :id and state = 'PENDING'""")
                .bind("due", dates.now().plus(pause))
                .bind("remark", reason)
                .bind("id", id)
                .update();
    }
}
