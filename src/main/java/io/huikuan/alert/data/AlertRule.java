package io.huikuan.alert.data;

import io.huikuan.alert.AlertType;
import java.util.Optional;

/**
 * A rule as SQL: which causes stand as of a day. It selects type, subject_id, cause_date, cause_key, customer_id, severity, amount, currency
 * and rate, with the parameters {@code :tenant}, {@code :asOf} and those of its scope; where {@link #assignee} says so, assigned_to too.
 *
 * <p>Severity: due soon INFO; overdue WARNING, and CRITICAL once the installment has left the tenant's first aging bucket; reached INFO, since it is
 * an opportunity; broken plan CRITICAL; impossible report WARNING; promise due INFO on its day and WARNING after it, broken CRITICAL, kept in part
 * WARNING; shortfall WARNING; dispute WARNING on
 * its deadline and CRITICAL after it; concession due INFO, and WARNING on its last day, given without payment WARNING; told by a strategy
 * INFO, and WARNING once something is overdue; escalation WARNING before a firm notice and CRITICAL before what comes after it.
 */
public enum AlertRule {
    /**
     * One scan gives both types, so that an installment is either due soon or overdue, never both. The settings are asked for as single values, so that
     * only what is due by then is read.
     */
    INSTALLMENTS("'INSTALLMENT_DUE_SOON', 'INSTALLMENT_OVERDUE'", """
            select case when o.due_date < cast(:asOf as date) then 'INSTALLMENT_OVERDUE' else 'INSTALLMENT_DUE_SOON' end as type,
                o.installment_id as subject_id, o.due_date as cause_date, '' as cause_key, o.customer_id,
                case when o.due_date >= cast(:asOf as date) then 'INFO'
                    when cast(:asOf as date) - o.due_date
                        > (select coalesce(max(aging_buckets[1]), 30) from tenant_settings where tenant_id = :tenant) then 'CRITICAL'
                    else 'WARNING' end as severity,
                sum(o.open) as amount, o.currency, null::numeric as rate
            from open_share(:tenant, cast(:asOf as date), 'SCHEDULE') o
            where o.due_date <= cast(:asOf as date) + (select coalesce(max(due_soon_days), 7) from tenant_settings where tenant_id = :tenant)
                {scope}
            group by o.installment_id, o.due_date, o.customer_id, o.currency
            having sum(o.open) > 0
            """, "o.customer_id", "o.installment_id", """
            select distinct o.installment_id as subject_id from open_share(:tenant, cast(:asOf as date), 'SCHEDULE') o
            where o.customer_id = any(:customers) and (
                exists (select from entry e where e.tenant_id = :tenant and e.receivable_id = o.receivable_id)
                or exists (select from schedule s where s.tenant_id = :tenant and s.id = o.schedule_id and s.plan_id is not null))""", """
            case when exists (select from open_share(:tenant, cast(:asOf as date), 'SCHEDULE') o where o.installment_id = a.subject_id)
                then case when a.cause_date < cast(:asOf as date) then 'It is overdue now.' else 'It is not due soon.' end
                when exists (
                    select from share s
                    where s.tenant_id = :tenant and s.installment_id = a.subject_id and s.rules @> cast(:asOf as date))
                then 'Nothing of it is open any more.'
                else 'Another schedule rules in its place.' end"""),

    /**
     * A broken plan calls for action until everything of it is settled or ruled by another plan. The few that are broken come first, and their shares are
     * looked up by index: {@code offset 0} keeps the planner from beginning with all that is open, of which it cannot know how much there is.
     */
    PLANS(
            "'PLAN_BROKEN'",
            """
            select 'PLAN_BROKEN' as type, p.id as subject_id, coalesce(p.ended_on, p.effective_from) as cause_date, '' as cause_key,
                p.customer_id, 'CRITICAL' as severity, sum(o.open) as amount, p.currency, null::numeric as rate
            from payment_plan p
            join plan_receivable pr on pr.tenant_id = :tenant and pr.plan_id = p.id
            cross join lateral (
                select s.schedule_id, s.open from open_share(:tenant, cast(:asOf as date), 'SCHEDULE') s
                where s.receivable_id = pr.receivable_id offset 0) o
            join schedule s on s.tenant_id = :tenant and s.id = o.schedule_id and (s.plan_id is null or s.plan_id = p.id)
            where p.tenant_id = :tenant and p.status = 'BROKEN' {scope}
            group by p.id, p.ended_on, p.effective_from, p.customer_id, p.currency
            having sum(o.open) > 0
            """,
            "p.customer_id",
            "p.id",
            "",
            "'Nothing of the plan is open any more, or another plan rules.'"),

    /** A reached cycle calls until the next one starts; an impossible report until it is replaced. */
    SELL_THROUGH("'SELL_THROUGH_REACHED', 'DATA_QUALITY'", """
            select * from (
                select 'SELL_THROUGH_REACHED' as type, r.cycle_id as subject_id, r.started_on as cause_date, '' as cause_key, r.customer_id,
                    'INFO' as severity, r.sold_value as amount, r.currency, r.rate
                from reached_stock_cycle(:tenant, cast(:asOf as date)) r
                union all
                select 'DATA_QUALITY', f.id, f.on_date, f.kind || ' ' || f.sku, f.customer_id, 'WARNING', null, null, null
                from stock_finding f where f.tenant_id = :tenant and f.on_date <= cast(:asOf as date)) f
            where true {scope}
            """, "f.customer_id", "f.subject_id", "", """
            case a.type when 'DATA_QUALITY' then 'The reports agree now.'
                else case when exists (
                    select from stock_cycle s
                    where s.tenant_id = :tenant and s.id = a.subject_id and s.ended_on is not null)
                then 'Goods were delivered and a new stock cycle began.'
                else 'The rate is below the threshold again.' end end"""),

    /**
     * A promise calls on its day, and when it was not kept until what it covered is settled or promised anew. A payment falls short of an open
     * promise of which it left something to be paid, and of a plan when it left open what was due of it or the first installment that it reached;
     * the latest such payment calls. Whoever agreed the promise or the plan is told.
     */
    PROMISES(
            "'PROMISE_DUE', 'PROMISE_BROKEN', 'PAYMENT_SHORTFALL'",
            PromiseCauses.CAUSES,
            "f.customer_id",
            "f.subject_id",
            "",
            """
            case a.type
                when 'PROMISE_DUE' then coalesce((
                    select case p.status when 'KEPT' then 'The promise was kept.' when 'CANCELLED' then 'The promise was cancelled.'
                        else 'The time to keep it is over.' end
                    from promise p where p.tenant_id = :tenant and p.id = a.subject_id), 'There is no such promise.')
                when 'PROMISE_BROKEN' then case
                    when exists (select from promise p
                        where p.tenant_id = :tenant and p.id = a.subject_id and p.status not in ('BROKEN', 'PARTIALLY_KEPT'))
                    then 'The promise stands otherwise now.'
                    else 'Nothing of it is open any more, or it was promised anew.' end
                else 'It is paid now, the payment went back, or the time for it is over.' end"""),

    /** A dispute calls from its deadline on until it is decided or gets another deadline. */
    DISPUTES("'DISPUTE_DUE'", """
            select 'DISPUTE_DUE' as type, d.id as subject_id, d.deadline as cause_date, d.number as cause_key, d.customer_id,
                case when d.deadline < cast(:asOf as date) then 'CRITICAL' else 'WARNING' end as severity, d.amount, d.currency, null::numeric as rate
            from dispute d
            where d.tenant_id = :tenant and d.decided_on is null and d.deadline <= cast(:asOf as date) {scope}
            """, "d.customer_id", "d.id", "", "'The dispute is decided, or has another deadline.'"),

    /**
     * A granted step calls for its payment when its day is near, for as many days as an installment that is due soon; and for attention when it was given and the
     * payment for it went back, until it is paid after all.
     */
    CONCESSIONS("'CONCESSION_DUE', 'CONCESSION_UNPAID'", """
            select case st.state when 'WAITING' then 'CONCESSION_DUE' else 'CONCESSION_UNPAID' end as type, st.concession_id as subject_id,
                st.pay_by as cause_date, cast(st.step as text) as cause_key, st.customer_id,
                case when st.state = 'WAITING' and st.pay_by > cast(:asOf as date) then 'INFO' else 'WARNING' end as severity,
                st.due - st.paid as amount, st.currency, null::numeric as rate
            from concession_standing(:tenant, cast(:asOf as date)) st
            where st.paid < st.due
                and (st.state = 'FULFILLED' or st.state = 'WAITING' and st.pay_by
                    <= cast(:asOf as date) + (select coalesce(max(due_soon_days), 7) from tenant_settings where tenant_id = :tenant)) {scope}
            """, "st.customer_id", "st.concession_id", "", """
            case a.type when 'CONCESSION_DUE' then 'It is paid for, the time for it is over, or it was withdrawn.'
                else 'It is paid for after all.' end"""),

    /**
     * A step of a strategy that tells our own people calls until the customer's next step, or until nothing that was due by then is to be asked for. Of the whole tenant shares are
     * read once; of a few customers each one's apart.
     */
    STRATEGIES("'STRATEGY_STEP'", """
            select distinct on (t.id) 'STRATEGY_STEP' as type, t.installment_id as subject_id, t.oldest_due as cause_date,
                cast(t.planned_on as text) as cause_key, t.customer_id,
                case when t.oldest_due < cast(:asOf as date) then 'WARNING' else 'INFO' end as severity, sum(d.amount) as amount, d.currency,
                null::numeric as rate
            from strategy_action t
            cross join lateral (
                select s.* from strategy_share(:tenant, cast(:asOf as date)) s where s.customer_id = t.customer_id {apart}) d
            where t.tenant_id = :tenant and t.channel = 'ROBOT' and t.status = 'DONE' {scope}
                and not d.paused and d.due_date <= greatest(cast(:asOf as date), t.oldest_due)
                and not exists (
                    select from strategy_action n
                    where n.tenant_id = :tenant and n.customer_id = t.customer_id and n.made_on > t.made_on and n.status <> 'SKIPPED' offset 0)
            group by t.id, t.installment_id, t.oldest_due, t.planned_on, t.customer_id, d.currency
            having min(d.due_date) <= t.oldest_due
            order by t.id, sum(d.amount) desc, d.currency
            """, "t.customer_id", "t.installment_id", "", """
            'Nothing that was due is to be asked for any more, or the next step came.'"""),

    /** An escalation calls its lead when its warning has run out, until what is next is proposed, or nothing overdue may be asked for. */
    ESCALATIONS(
            "'ESCALATION_DUE'",
            """
            select 'ESCALATION_DUE' as type, e.escalation_id as subject_id, e.warned_until as cause_date, e.warned_of as cause_key, e.customer_id,
                case e.warned_of when 'FIRM' then 'WARNING' else 'CRITICAL' end as severity, null::numeric as amount, null::text as currency,
                null::numeric as rate, (select u.id from app_user u where u.tenant_id = :tenant and u.id = e.lead_id) as assigned_to
            from escalation_due(:tenant, cast(:asOf as date)) e
            where true {scope}
            """,
            "e.customer_id",
            "e.escalation_id",
            "",
            "'What is next is proposed, the escalation has ended, or nothing overdue may be asked for.'");

    private final String types;
    private final String causes;
    private final String customer;
    private final String subject;
    private final String touched;
    private final String goneBecause;

    AlertRule(String types, String causes, String customer, String subject, String touched, String goneBecause) {
        this.types = types;
        this.causes = causes;
        this.customer = customer;
        this.subject = subject;
        this.touched = touched;
        this.goneBecause = goneBecause;
    }

    /** The rule that raises alerts of the type. */
    public static AlertRule of(AlertType type) {
        return switch (type) {
            case INSTALLMENT_DUE_SOON, INSTALLMENT_OVERDUE -> INSTALLMENTS;
            case PLAN_BROKEN -> PLANS;
            case SELL_THROUGH_REACHED, DATA_QUALITY -> SELL_THROUGH;
            case PROMISE_DUE, PROMISE_BROKEN, PAYMENT_SHORTFALL -> PROMISES;
            case DISPUTE_DUE -> DISPUTES;
            case CONCESSION_DUE, CONCESSION_UNPAID -> CONCESSIONS;
            case STRATEGY_STEP -> STRATEGIES;
            case ESCALATION_DUE -> ESCALATIONS;
        };
    }

    /** The causes of the whole tenant. */
    String causes() {
        return causes.replace("{scope}", "").replace("{apart}", "");
    }

    /** The causes of the customers {@code :customers}. */
    String causesOfCustomers() {
        return ofFew("and " + customer + " = any(:customers)");
    }

    /** The causes whose subjects are {@code :subjects}. */
    String causesOfSubjects() {
        return ofFew("and " + subject + " = any(:subjects)");
    }

    private String ofFew(String scope) {
        return causes.replace("{scope}", scope).replace("{apart}", "offset 0");
    }

    /**
     * The subjects ({@code subject_id}) to which something has happened since they came into being, as an SQL query; empty when all count as such. Of
     * installments: a payment, a credit, a write-off, their undoing, or a plan; of the customers {@code :customers}.
     */
    Optional<String> touched() {
        return Optional.of(touched).filter(query -> !query.isEmpty());
    }

    /**
     * Whether the rule can have a cause at any of the customers {@code :customers}, as an SQL condition that is cheaper than the causes by far and true too often
     * rather than too seldom. With most customers there is neither a plan nor a promise, concession or strategy, and a payment of theirs need not ask for what becomes of them.
     */
    String canConcern() {
        return switch (this) {
            case PLANS -> """
                    exists (
                        select from payment_plan p where p.tenant_id = :tenant and p.customer_id = any(:customers) and p.status = 'BROKEN')""";
            case PROMISES -> PromiseCauses.CAN_CONCERN;
            case CONCESSIONS -> """
                    exists (
                        select from concession k where k.tenant_id = :tenant and k.customer_id = any(:customers) and k.granted_on is not null)""";
            case STRATEGIES -> """
                    exists (
                        select from strategy_action t where t.tenant_id = :tenant and t.customer_id = any(:customers) and t.channel = 'ROBOT')""";
            case INSTALLMENTS, SELL_THROUGH, DISPUTES, ESCALATIONS -> "true";
        };
    }

    /** Whether its causes are found by reading much of the books; else a few are looked up by index, one by one. */
    boolean readsMostOfTheBooks() {
        return this != PROMISES && this != DISPUTES && this != CONCESSIONS && this != ESCALATIONS;
    }

    /** To whom a new alert of the cause {@code c} is given, as an SQL expression; null: to the customer's owner. */
    String assignee() {
        return this == PROMISES || this == ESCALATIONS ? "c.assigned_to" : "null::uuid";
    }

    /** Why the alert {@code a} has no cause any more, as an SQL expression. */
    String goneBecause() {
        return goneBecause;
    }

    /** The rule's types as SQL literals. */
    String typeList() {
        return types;
    }
}
