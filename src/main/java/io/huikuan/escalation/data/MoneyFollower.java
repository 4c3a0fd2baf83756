package io.huikuan.escalation.data;

import io.huikuan.escalation.EscalationEnd;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds the cases that money, or a plan, has lifted or opened again, and moves them. The customers are locked by whoever moved their balances. */
@ApplicationScoped
public class MoneyFollower {

    /**
     * Of each customer the open case, or else the latest. Everything else is asked for by its customer alone, and of customers without a case nothing.
     *
     * <p>What is left of a broken plan is due on the day on which it broke, and overdue from that day on.
     *
     * <p>paid, credited and written_off: what stands of what was booked since the case was opened. returned: money that was booked while it was open went back since
     * it was lifted.
     */
    private static final String JUDGED = """
            with mine as materialized (
                select distinct on (e.customer_id) e.id, e.customer_id, e.status, e.opened_on, e.opened_at, e.ended_on, e.ended_at, e.ended_because, e.receipt_id
                from escalation e
                where e.tenant_id = :tenant and e.customer_id = any(:customers)
                order by e.customer_id, e.status = 'OPEN' desc, e.opened_at desc, e.id desc),
            judged as (
                select m.*,
                    exists (
                        select from open_share(:tenant, cast(:today as date), 'SCHEDULE') o
                        where o.customer_id = m.customer_id and (o.due_date < cast(:today as date)
                            or o.due_date = cast(:today as date) and exists (
                                select from schedule d
                                join payment_plan p on p.tenant_id = :tenant and p.id = d.plan_id and p.status = 'BROKEN'
                                where d.tenant_id = :tenant and d.id = o.schedule_id)) offset 0) as overdue,
                    b.paid, b.credited, b.written_off, b.returned,
                    exists (
                        select from payment_plan p
                        where p.tenant_id = :tenant and p.customer_id = m.customer_id and p.status in ('ACTIVE', 'COMPLETED')
                            and p.effective_from >= m.opened_on) as planned,
                    exists (
                        select from payment_plan p
                        where p.tenant_id = :tenant and p.customer_id = m.customer_id and p.status in ('BROKEN', 'CANCELLED')
                            and p.effective_from >= m.opened_on and p.ended_on >= m.ended_on) as unplanned
                from mine m
                cross join lateral (
                    select coalesce(bool_or(e.kind = 'ALLOCATED' and u.id is null), false) as paid,
                        coalesce(bool_or(e.kind = 'CREDITED' and u.id is null), false) as credited,
                        coalesce(bool_or(e.kind = 'WRITTEN_OFF' and u.id is null), false) as written_off,
                        coalesce(bool_or(e.kind = 'ALLOCATED' and e.recorded_at <= m.ended_at and u.recorded_at >= m.ended_at), false) as returned
                    from receivable d
                    join entry e on e.tenant_id = :tenant and e.receivable_id = d.id and e.recorded_at >= m.opened_at
                    left join entry u on u.tenant_id = :tenant and u.undoes_id = e.id
                    where d.tenant_id = :tenant and d.customer_id = m.customer_id offset 0) b
                where m.status in ('OPEN', 'LIFTED'))
            """;

    private final Sql sql;
    private final BusinessDates dates;

    MoneyFollower(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /**
     * A case that moved with the money.
     *
     * @param because why it was lifted; null: it is open again
     * @param thanked whether a payment of it was thanked for already
     */
    public record Moved(UUID id, UUID customer, EscalationEnd because, boolean thanked) {}

    /** Those of the customers' cases that are to be moved. */
    public List<Moved> toMove(Collection<UUID> customers) {
        return sql.of(JUDGED + """
                select j.id, j.customer_id, j.receipt_id is not null as thanked,
                    case when j.status = 'LIFTED' then null when j.planned then 'PLAN' when j.paid then 'PAYMENT' else 'CREDIT' end as because
                from judged j
                where j.status = 'OPEN' and not j.overdue and not j.written_off and (j.paid or j.credited or j.planned)
                    or j.status = 'LIFTED' and j.overdue and (j.returned or j.ended_because = 'PLAN' and j.unplanned)
                order by j.id""")
                .uuids("customers", customers)
                .bind("today", dates.today())
                .list(row -> new Moved(
                        row.uuid("id"),
                        row.uuid("customer_id"),
                        row.constant(EscalationEnd.class, "because"),
                        row.flag("thanked")));
    }

    /** Lifts open cases, and what stage is proposed in them lapses. */
    public void lift(List<Moved> cases) {
        sql.of("""
                with lifted as (
                    select x.id, x.because from unnest(:ids, :because) x (id, because)),
                lapsed as (
                    update escalation_step s set status = 'LAPSED', decided_at = :now
                    from lifted l
                    where s.tenant_id = :tenant and s.escalation_id = l.id and s.status = 'PROPOSED')
                update escalation e set version = e.version + 1, status = 'LIFTED', visitor_id = null, visit_on = null,
                    ended_on = :today, ended_at = :now, ended_because = l.because
                from lifted l
                where e.tenant_id = :tenant and e.id = l.id and e.status = 'OPEN'""")
                .uuids("ids", Columns.of(cases, Moved::id))
                .names("because", Columns.of(cases, Moved::because))
                .bind("today", dates.today())
                .bind("now", dates.now())
                .update();
    }

    /** Opens lifted cases again at their stage: their warning is void, and what was lifted with them waits for a decision. */
    public void reopen(Collection<UUID> cases) {
        sql.of("""
                with undecided as (
                    update escalation_measure m set version = m.version + 1, status = 'TO_DECIDE', hold_id = null,
                        lifted_on = null, lifted_at = null, lifted_by = null, lifted_because = null, lift_reason = null
                    from escalation e
                    where e.tenant_id = :tenant and e.id = any(:ids) and m.tenant_id = :tenant and m.escalation_id = e.id
                        and m.status = 'LIFTED' and m.lifted_at = e.ended_at and m.lifted_because <> 'PERSON'
                        and (m.until_date is null or m.until_date >= cast(:today as date)))
                update escalation set version = version + 1, status = 'OPEN', warned_of = null, warned_until = null,
                    ended_on = null, ended_at = null, ended_by = null, ended_because = null, ended_reason = null
                where tenant_id = :tenant and id = any(:ids) and status = 'LIFTED'""").uuids("ids", cases).bind("today", dates.today()).update();
    }

    /** Remembers the letter that thanked for the payment. */
    public void thanked(UUID escalation, UUID letter) {
        sql.of("update escalation set receipt_id = :letter where tenant_id = :tenant and id = :id")
                .bind("id", escalation)
                .bind("letter", letter)
                .update();
    }
}
