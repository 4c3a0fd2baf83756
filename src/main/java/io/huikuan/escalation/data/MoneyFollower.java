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
     * What is overdue of the customer of the case s, as a table to which more conditions can be put. What is left of a broken plan is due on the day on which it
     * broke, and overdue from that day on.
     */
    private static final String OVERDUE = """
            select from open_share(:tenant, cast(:today as date), 'SCHEDULE') o
            where o.customer_id = s.customer_id and (o.due_date < cast(:today as date)
                or o.due_date = cast(:today as date) and exists (
                    select from schedule d
                    join payment_plan p on p.tenant_id = :tenant and p.id = d.plan_id and p.status = 'BROKEN'
                    where d.tenant_id = :tenant and d.id = o.schedule_id))""";

    /** When the plan p was accepted; of one that was before this was noted, the first moment of its day. */
    private static final String ACCEPTED_AT =
            "coalesce(p.accepted_at, cast(p.effective_from as timestamp) at time zone 'UTC')";

    /**
     * Of each customer the open case, or else the latest. Everything else is asked for by its customer alone, and of customers without a case nothing. What was
     * booked is read of an open case only when nothing is overdue, and of a lifted one only of what is.
     *
     * <p>came: what stands of what was booked or accepted since the case was opened, by its latest moment. A write-off after that was what cleared the rest, and
     * lifts nothing. A lifted case is open again when what is overdue is that from which money went back since, or of a plan that has ended without being kept.
     */
    private static final String TO_MOVE = """
            with mine as materialized (
                select distinct on (e.customer_id) e.id, e.customer_id, e.status, e.opened_on, e.opened_at, e.ended_on, e.ended_at, e.receipt_id
                from escalation e
                where e.tenant_id = :tenant and e.customer_id = any(:customers)
                order by e.customer_id, e.status = 'OPEN' desc, e.opened_at desc, e.id desc),
            settled as materialized (
                select s.* from mine s where s.status = 'OPEN' and not exists (""" + OVERDUE + """
             offset 0))
            select s.id, s.customer_id, s.receipt_id is not null as thanked, came.payment_id,
                case when came.planned_at >= coalesce(greatest(came.paid_at, came.credited_at), came.planned_at) then 'PLAN'
                    when came.paid_at >= coalesce(came.planned_at, came.paid_at) then 'PAYMENT'
                    else 'CREDIT' end as because
            from settled s
            cross join lateral (
                select b.*, (
                    select max(""" + ACCEPTED_AT + """
            ) from payment_plan p
                    where p.tenant_id = :tenant and p.customer_id = s.customer_id and p.status in ('ACTIVE', 'COMPLETED')
                        and p.effective_from >= s.opened_on) as planned_at
                from (
                    select max(e.recorded_at) filter (where e.kind = 'ALLOCATED') as paid_at,
                        max(e.recorded_at) filter (where e.kind = 'CREDITED') as credited_at,
                        max(e.recorded_at) filter (where e.kind = 'WRITTEN_OFF') as written_off_at,
                        (array_agg(e.payment_id order by e.recorded_at desc, e.id desc) filter (where e.kind = 'ALLOCATED'))[1] as payment_id
                    from receivable d
                    join entry e on e.tenant_id = :tenant and e.receivable_id = d.id and e.recorded_at >= s.opened_at
                    left join entry u on u.tenant_id = :tenant and u.undoes_id = e.id
                    where d.tenant_id = :tenant and d.customer_id = s.customer_id and u.id is null) b) came
            where greatest(came.paid_at, came.credited_at, came.planned_at) is not null
                and (came.written_off_at > greatest(came.paid_at, came.credited_at, came.planned_at)) is not true
            union all
            select s.id, s.customer_id, s.receipt_id is not null, null, null
            from mine s
            where s.status = 'LIFTED' and exists (""" + OVERDUE + """
             and (exists (
                    select from entry e
                    join entry u on u.tenant_id = :tenant and u.undoes_id = e.id and u.recorded_at >= s.ended_at
                    where e.tenant_id = :tenant and e.receivable_id = o.receivable_id and e.kind = 'ALLOCATED'
                        and e.recorded_at between s.opened_at and s.ended_at offset 0)
                or exists (
                    select from plan_receivable r
                    join payment_plan p on p.tenant_id = :tenant and p.id = r.plan_id
                    where r.tenant_id = :tenant and r.receivable_id = o.receivable_id and p.status in ('BROKEN', 'CANCELLED')
                        and p.effective_from >= s.opened_on and p.ended_on >= s.ended_on
                        and s.ended_at >= (""" + ACCEPTED_AT + """
            ) offset 0)) offset 0)
            order by id""";

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
     * @param payment the one that came last since it was opened; null where none did, or it is open again
     * @param thanked whether a payment of it was thanked for already
     */
    public record Moved(UUID id, UUID customer, EscalationEnd because, UUID payment, boolean thanked) {}

    /** Those of the customers' cases that are to be moved. */
    public List<Moved> toMove(Collection<UUID> customers) {
        return sql.of(TO_MOVE)
                .uuids("customers", customers)
                .bind("today", dates.today())
                .list(row -> new Moved(
                        row.uuid("id"),
                        row.uuid("customer_id"),
                        row.constant(EscalationEnd.class, "because"),
                        row.uuid("payment_id"),
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
