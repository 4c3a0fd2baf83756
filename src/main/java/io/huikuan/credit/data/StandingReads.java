package io.huikuan.credit.data;

import io.huikuan.credit.CreditStanding;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Reads how customers stand with their credit: all parts of all customers by one statement, so that they were true at one moment. Each part is an object, which
 * {@link StandingRow} makes out. Every sum is made by the database, from {@code open_share} and its like.
 */
@ApplicationScoped
public class StandingReads {

    private static final String LIMIT = """
            (select json_build_object('number', l.number, 'kind', l.kind, 'amount', l.amount::text, 'currency', l.currency,
                    'granted', l.granted::text, 'growsBy', l.grows_by::text, 'growsEvery', l.grows_every, 'growsTo', l.grows_to::text,
                    'onTime', l.on_time, 'validFrom', l.valid_from, 'validUntil', l.valid_until, 'expired', l.expired, 'reason', l.reason,
                    'recordedAt', to_json(l.recorded_at at time zone 'UTC'), 'recordedBy', l.recorded_by)
                from credit_limit_on(:tenant, cast(:as_of as date)) l where l.customer_id = c.id)""";

    /** The order that is being checked is not counted as one of the open ones. */
    private static final String EXPOSURES = """
            (select json_agg(json_build_object('currency', x.currency, 'outstanding', x.outstanding::text, 'unapplied', x.unapplied::text,
                    'openOrders', x.orders::text, 'exposure', (x.outstanding - x.unapplied + x.orders)::text, 'overdue', x.overdue::text,
                    'daysOverdue', x.late) order by x.currency)
                from (
                    select p.currency, sum(p.outstanding) as outstanding, sum(p.unapplied) as unapplied, sum(p.orders) as orders,
                        sum(p.overdue) as overdue, max(p.late) as late
                    from (
                        select o.currency, o.open as outstanding, 0 as unapplied, 0 as orders,
                            case when o.due_date < cast(:as_of as date) then o.open else 0 end as overdue,
                            greatest(cast(:as_of as date) - o.due_date, 0) as late
                        from open_share(:tenant, cast(:as_of as date), 'SCHEDULE') o where o.customer_id = c.id
                        union all
                        select u.currency, 0, u.unapplied, 0, 0, 0
                        from unapplied_cash(:tenant, cast(:as_of as date)) u where u.customer_id = c.id
                        union all
                        select q.currency, 0, 0, q.amount, 0, 0
                        from open_order(:tenant, cast(:as_of as date)) q
                        where q.customer_id = c.id and q.number <> :but_order and coalesce((
                            select k.count_orders from credit_policy k where k.tenant_id = :tenant order by k.version desc limit 1), true)) p
                    group by p.currency) x)""";

    private static final String HOLDS = """
            (select json_agg(json_build_object('id', h.id, 'version', h.version, 'scope', h.scope, 'cause', h.cause, 'reason', h.reason,
                    'from', h.from_date, 'until', h.until_date, 'onPayment', h.on_payment,
                    'placedAt', to_json(h.placed_at at time zone 'UTC'), 'placedBy', h.placed_by) order by h.from_date desc, h.id desc)
                from live_hold(:tenant, cast(:as_of as date)) v
                join credit_hold h on h.tenant_id = :tenant and h.id = v.hold_id
                where v.customer_id = c.id)""";

    private static final String ASSESSMENT = """
            (select json_build_object('number', a.number, 'grade', a.grade, 'lookedAt', a.looked_at, 'note', a.note, 'assessedOn', a.assessed_on,
                    'validUntil', a.valid_until, 'recordedAt', to_json(a.recorded_at at time zone 'UTC'), 'recordedBy', a.recorded_by)
                from credit_assessment a
                where a.tenant_id = :tenant and a.customer_id = c.id and a.assessed_on <= cast(:as_of as date)
                order by a.number desc limit 1)""";

    /** Of what was said last at each place and is good on the day, the most specific counts. Of releases only the latest does, also when it is over. */
    private static final String RULES = """
            (select json_agg(json_build_object('rule', f.rule, 'mode', f.mode, 'source', f.source, 'grade', f.grade, 'amount', f.amount::text,
                    'currency', f.currency, 'days', f.days, 'share', f.share::text, 'validFrom', f.valid_from, 'validUntil', f.valid_until,
                    'reason', f.reason, 'recordedAt', to_json(f.recorded_at at time zone 'UTC'), 'recordedBy', f.recorded_by, 'id', f.id))
                from (
                    select distinct on (s.rule) s.* from (
                        select distinct on (r.rule, r.customer_id, r.grade) r.*,
                            case when r.customer_id is not null then 'CUSTOMER' when r.grade is not null then 'GRADE' else 'TENANT' end as source
                        from credit_rule r
                        where r.tenant_id = :tenant and r.valid_from <= cast(:as_of as date)
                            and (r.valid_until is null or r.valid_until >= cast(:as_of as date))
                            and (r.customer_id = c.id or r.customer_id is null and (r.grade is null or r.grade = c.grade))
                            and (r.mode <> 'EXCLUDE' or not exists (
                                select from credit_rule n
                                where n.tenant_id = :tenant and n.rule = r.rule and n.mode = 'EXCLUDE' and n.customer_id is not distinct from r.customer_id
                                    and n.grade is not distinct from r.grade and n.valid_from <= cast(:as_of as date)
                                    and (n.recorded_at, n.id) > (r.recorded_at, r.id)))
                        order by r.rule, r.customer_id, r.grade, r.recorded_at desc, r.id desc) s
                    where s.mode <> 'INHERIT'
                    order by s.rule, array_position(array['CUSTOMER', 'GRADE', 'TENANT'], s.source)) f)""";

    private static final String BROKEN_PLANS = """
            (select json_agg(p.number order by p.number)
                from payment_plan p
                where p.tenant_id = :tenant and p.customer_id = c.id and p.status = 'BROKEN'
                    and coalesce(p.ended_on, p.effective_from) <= cast(:as_of as date) and exists (
                        select from plan_receivable r
                        join open_share(:tenant, cast(:as_of as date), 'SCHEDULE') o
                            on o.customer_id = c.id and o.receivable_id = r.receivable_id
                        join schedule d on d.tenant_id = :tenant and d.id = o.schedule_id and (d.plan_id is null or d.plan_id = p.id)
                        where r.tenant_id = :tenant and r.plan_id = p.id))""";

    private static final String VERSION = """
            (select count(*) from credit_limit n where n.tenant_id = :tenant and n.customer_id = c.id)
                + (select count(*) from credit_rule n where n.tenant_id = :tenant and n.customer_id = c.id)""";

    private static final String STANDINGS =
            "select c.id, c.status = 'CLOSED' as closed, cast(:as_of as date) as as_of, " + VERSION
                    + " as version, " + LIMIT + " as credit_limit, " + EXPOSURES + " as exposures, " + HOLDS
                    + " as holds, " + ASSESSMENT
                    + " as assessment, " + RULES + " as rules, " + BROKEN_PLANS + " as broken_plans from customer c"
                    + " where c.tenant_id = :tenant and c.id = any(:customers) and ";

    private final Sql sql;
    private final CurrentActor actor;

    StandingReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** How much these customers may owe by the limit in force on the day, or by the last one when that has expired; none where there is no limit. */
    public Map<UUID, Money> limits(Collection<UUID> customers, LocalDate asOf) {
        return sql.of("""
                select l.customer_id, l.amount, l.currency from credit_limit_on(:tenant, cast(:as_of as date)) l
                where l.customer_id = any(:customers) and l.amount is not null""")
                .bind("as_of", asOf)
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), row -> Money.of(row.number("amount"), row.text("currency")));
    }

    /**
     * How those of the customers stand that the actor sees.
     *
     * @param butOrder the number of an order that is left out; empty: none
     */
    public Map<UUID, CreditStanding> standings(Collection<UUID> customers, LocalDate asOf, String butOrder) {
        return sql.of(STANDINGS + Visibility.of(actor.get(), "c"))
                .uuids("customers", customers)
                .bind("as_of", asOf)
                .bind("but_order", butOrder)
                .map(row -> row.uuid("id"), StandingRow::standing);
    }
}
