package io.huikuan.credit.data;

import io.huikuan.credit.CreditHoldCause;
import io.huikuan.credit.CreditHoldScope;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes holds and what releases them. */
@ApplicationScoped
public class HoldStore {

    /** Each part is found by its customers, so that it takes as long as these have documents, and no longer in an import of thousands. */
    private static final String FOLLOW = """
            with mine as materialized (
                select h.id, h.customer_id, h.cause, h.from_date, h.placed_at,
                    exists (
                        select from credit_hold_release r
                        where r.tenant_id = :tenant and r.hold_id = h.id and r.by_payment and r.ended_on is null) as paid
                from credit_hold h
                where h.tenant_id = :tenant and h.customer_id = any(:customers) and h.on_payment
                    and h.from_date <= cast(:today as date) and (h.until_date is null or h.until_date >= cast(:today as date))),
            overdue as materialized (
                select distinct o.customer_id from open_share(:tenant, cast(:today as date), 'SCHEDULE') o
                where o.customer_id = any(:customers) and o.due_date < cast(:today as date)),
            over_limit as materialized (
                select l.customer_id from credit_limit_on(:tenant, cast(:today as date)) l
                join (
                    select o.customer_id, o.currency, o.open as amount
                    from open_share(:tenant, cast(:today as date), 'SCHEDULE') o where o.customer_id = any(:customers)
                    union all
                    select u.customer_id, u.currency, -u.unapplied
                    from unapplied_cash(:tenant, cast(:today as date)) u where u.customer_id = any(:customers)) x
                    on x.customer_id = l.customer_id and x.currency = l.currency
                where l.customer_id = any(:customers) and l.customer_id in (select m.customer_id from mine m where m.cause = 'OVER_LIMIT')
                group by l.customer_id, l.amount
                having sum(x.amount) > l.amount),
            money as materialized (
                select d.customer_id,
                    max(e.recorded_at) filter (where e.kind = 'ALLOCATED' and u.id is null) as paid_at,
                    max(e.recorded_at) filter (where e.kind = 'WRITTEN_OFF' and u.id is null) as written_off_at,
                    max(e.recorded_at) filter (where e.kind in ('REVERSED', 'UNALLOCATED')) as returned_at
                from receivable d
                join entry e on e.tenant_id = :tenant and e.receivable_id = d.id
                left join entry u on u.tenant_id = :tenant and u.undoes_id = e.id
                where d.tenant_id = :tenant and d.customer_id = any(:customers)
                    and e.recorded_at >= (select min(m.placed_at) from mine m)
                group by d.customer_id),
            plans as materialized (
                select p.customer_id, max(p.effective_from) as effective_from from payment_plan p
                where p.tenant_id = :tenant and p.customer_id = any(:customers) and p.status in ('ACTIVE', 'COMPLETED')
                group by p.customer_id),
            judged as materialized (
                select m.id, m.cause, m.paid, g.returned_at,
                    m.customer_id in (select customer_id from overdue)
                        or m.cause = 'OVER_LIMIT' and m.customer_id in (select customer_id from over_limit) as stands,
                    coalesce(g.paid_at >= m.placed_at, false) or coalesce(p.effective_from >= m.from_date, false) as met,
                    coalesce(g.written_off_at >= m.placed_at, false) as written_off
                from mine m
                left join money g on g.customer_id = m.customer_id
                left join plans p on p.customer_id = m.customer_id),
            again as (
                update credit_hold_release r set ended_on = :today, ended_at = :now
                from judged j
                where r.tenant_id = :tenant and r.hold_id = j.id and r.by_payment and r.ended_on is null and j.stands
                    and j.returned_at > r.released_at
                returning r.hold_id),
            released as (
                insert into credit_hold_release (tenant_id, id, hold_id, by_payment, reason, from_date, released_at, released_by)
                select :tenant, time_ordered_id(), j.id, true,
                    case j.cause when 'OVER_LIMIT' then 'It is within the limit, and nothing is overdue.'
                        else 'Nothing is overdue any more.' end,
                    :today, :now, :by
                from judged j
                where not j.paid and not j.stands and j.met and not j.written_off
                returning hold_id)
            update credit_hold h set version = h.version + 1
            where h.tenant_id = :tenant and h.id in (select hold_id from again union all select hold_id from released)""";

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    HoldStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** A hold whose values are checked; without an end {@code until} is null. */
    public record NewHold(
            UUID id,
            UUID customer,
            CreditHoldScope scope,
            CreditHoldCause cause,
            String reason,
            LocalDate from,
            LocalDate until,
            boolean onPayment) {}

    /** Writes a hold. */
    public void insert(NewHold hold) {
        sql.of("""
                insert into credit_hold (tenant_id, id, version, customer_id, scope, cause, reason, from_date, until_date, on_payment,
                    placed_at, placed_by)
                values (:tenant, :id, 1, :customer, :scope, :cause, :reason, :from, :until, :on_payment, :now, :by)""")
                .bind("id", hold.id())
                .bind("customer", hold.customer())
                .bind("scope", hold.scope())
                .bind("cause", hold.cause())
                .bind("reason", hold.reason())
                .bind("from", hold.from())
                .bind("until", hold.until())
                .bind("on_payment", hold.onPayment())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Whose hold it is; empty when there is none. */
    public Optional<UUID> customerOf(UUID hold) {
        return sql.of("select h.customer_id from credit_hold h where h.tenant_id = :tenant and h.id = :id")
                .bind("id", hold)
                .first(row -> row.uuid("customer_id"));
    }

    /** Releases a hold from the business date through the day, and gives it its next version. */
    public void release(UUID hold, String reason, LocalDate until) {
        sql.of("""
                with released as (
                    insert into credit_hold_release (tenant_id, id, hold_id, by_payment, reason, from_date, until_date, released_at, released_by)
                    values (:tenant, :id, :hold, false, :reason, :today, :until, :now, :by))
                update credit_hold set version = version + 1 where tenant_id = :tenant and id = :hold""")
                .bind("id", Uuids.next())
                .bind("hold", hold)
                .bind("reason", reason)
                .bind("today", dates.today())
                .bind("until", until)
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Releases holds from the business date on for good, and gives them their next version. */
    public void releaseForGood(Collection<UUID> holds, String reason) {
        sql.of("""
                with released as (
                    insert into credit_hold_release (tenant_id, id, hold_id, by_payment, reason, from_date, released_at, released_by)
                    select :tenant, time_ordered_id(), x.id, false, :reason, :today, :now, :by from unnest(:holds) x (id))
                update credit_hold set version = version + 1 where tenant_id = :tenant and id = any(:holds)""")
                .uuids("holds", holds)
                .bind("reason", reason)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Those of the customers that have a hold which payment releases and which has not ended. */
    public Set<UUID> awaitingPayment(Collection<UUID> customers) {
        return Set.copyOf(sql.of("""
                select distinct h.customer_id from credit_hold h
                where h.tenant_id = :tenant and h.customer_id = any(:customers) and h.on_payment
                    and (h.until_date is null or h.until_date >= cast(:today as date))""")
                .uuids("customers", customers)
                .bind("today", dates.today())
                .list(row -> row.uuid("customer_id")));
    }

    /**
     * Releases the holds of the customers that payment releases, when nothing is overdue any more, and for OVER_LIMIT nothing above the limit, because money came in or a plan was made since the hold was
     * placed, and nothing was written off since; and lets those count again whose release rests on money that went back. The customers are locked.
     */
    public void followMoney(Collection<UUID> customers) {
        sql.of(FOLLOW)
                .uuids("customers", customers)
                .bind("today", dates.today())
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }
}
