package io.huikuan.debtorclass.data;

import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Reads what is known of how customers pay, many at once with one statement. Only of customers that the actor may see. */
@ApplicationScoped
public class EvidenceReads {

    /** How long payments, promises, concessions and disputes are looked back on, in days. */
    private static final int YEAR = 365;

    /** How long contacts and asked plans are looked back on, in days. */
    private static final int QUARTER = 90;

    /** Customer by customer by index: {@code offset 0} keeps the planner from reading whole tables for each. */
    private static final String FACTS = """
            select c.id as customer_id, paid.settled, paid.median_late, late.days_overdue, worst.currency, worst.overdue, worst.disputed,
                bought.concessions, came.payments, came.inside, decided.disputes, decided.rejected,
                talks.contacts, talks.refused, talks.unanswered, talks.hardship, asked.plans, stock.rate
            from customer c
            cross join lateral (
                select count(*) as settled,
                    percentile_disc(0.5) within group (order by greatest(d.paid_on - d.original_due, 0)) as median_late
                from (
                    select s.original_due, (
                        select max(b.on_date) from booking b
                        join entry e on e.tenant_id = :tenant and e.id = b.entry_id and e.kind = 'ALLOCATED'
                        where b.tenant_id = :tenant and b.share_id = s.id
                            and not exists (select from entry u where u.tenant_id = :tenant and u.undoes_id = e.id offset 0)) as paid_on
                    from receivable r
                    join share s on s.tenant_id = :tenant and s.receivable_id = r.id and s.own_terms and s.open = 0
                        and s.booked_through >= :year_ago
                    where r.tenant_id = :tenant and r.customer_id = c.id offset 0) d
                where d.paid_on between :year_ago and :today) paid
            cross join lateral (
                select coalesce(:today - min(o.due_date), 0) as days_overdue
                from open_share(:tenant, :today, 'SCHEDULE') o where o.customer_id = c.id and o.due_date < :today) late
            left join lateral (
                select o.currency, sum(o.open) as overdue, sum(coalesce(d.disputed, 0)) as disputed
                from open_share(:tenant, :today, 'SCHEDULE') o
                left join lateral (
                    select x.disputed from disputed_share(:tenant, :today, 'SCHEDULE') x
                    where x.customer_id = o.customer_id and x.receivable_id = o.receivable_id and x.share_id = o.share_id) d on true
                where o.customer_id = c.id and o.due_date < :today
                group by o.currency
                order by sum(coalesce(d.disputed, 0)) / sum(o.open) desc, o.currency limit 1) worst on true
            cross join lateral (
                select count(*) as concessions, array_agg(w.currency) as currencies, array_agg(w.first) as firsts, array_agg(w.last) as lasts
                from (
                    select st.currency, st.granted_on as first, least(max(st.pay_by), k.ended_on) as last
                    from concession_standing(:tenant, :today) st
                    join concession k on k.tenant_id = :tenant and k.id = st.concession_id
                    where st.customer_id = c.id and st.granted_on >= :year_ago and st.paid >= st.due
                    group by st.concession_id, st.currency, st.granted_on, k.ended_on) w) bought
            cross join lateral (
                select count(*) as payments, count(*) filter (where exists (
                    select from unnest(bought.currencies, bought.firsts, bought.lasts) w (currency, first, last)
                    where w.currency = y.currency and y.received_on between w.first and w.last)) as inside
                from payment y
                where y.tenant_id = :tenant and y.customer_id = c.id and y.reversed_on is null
                    and y.received_on between :year_ago and :today) came
            cross join lateral (
                select count(*) as disputes, count(*) filter (where d.status = 'REJECTED') as rejected from dispute d
                where d.tenant_id = :tenant and d.customer_id = c.id and d.status in ('ACCEPTED', 'REJECTED')
                    and d.decided_on between :year_ago and :today) decided
            cross join lateral (
                select count(*) as contacts, count(*) filter (where t.outcome = 'REFUSED') as refused,
                    count(*) filter (where t.outcome = 'NO_ANSWER') as unanswered, count(*) filter (where t.outcome = 'HARDSHIP') as hardship
                from contact_record t
                where t.tenant_id = :tenant and t.customer_id = c.id and t.occurred_at >= :quarter_start) talks
            cross join lateral (
                select count(*) as plans from payment_plan p
                where p.tenant_id = :tenant and p.customer_id = c.id and p.created_at >= :quarter_start) asked
            left join stock_cycle stock on stock.tenant_id = :tenant and stock.customer_id = c.id and stock.ended_on is null
            where c.tenant_id = :tenant and c.id = any(:customers) and\s""";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    EvidenceReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** What is known of a customer without its promises. */
    public record Facts(
            int settled,
            Integer medianDaysLate,
            int daysOverdue,
            Money overdue,
            Money disputed,
            Concessions concessions,
            Disputes disputes,
            Contacts contacts,
            int plansAsked,
            Decimal sellThrough) {}

    /** How much of its money came only for concessions. */
    public record Concessions(int paidFor, int payments, int paymentsInWindow) {}

    /** How its disputes were decided. */
    public record Disputes(int decided, int rejected) {}

    /** What came of contacts. */
    public record Contacts(int all, int refused, int unanswered, int hardship) {}

    /** The facts of each of the customers that the actor may see. */
    public Map<UUID, Facts> facts(Collection<UUID> customers) {
        LocalDate today = dates.today();
        return sql.of(FACTS.replace(":today", "cast(:today as date)").replace(":year_ago", "cast(:year_ago as date)")
                        + Visibility.of(actor.get(), "c"))
                .bind("today", today)
                .bind("year_ago", today.minusDays(YEAR))
                .bind(
                        "quarter_start",
                        today.minusDays(QUARTER)
                                .atStartOfDay(actor.get().zone())
                                .toInstant())
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), EvidenceReads::facts);
    }

    private static Facts facts(Row row) {
        String currency = row.text("currency");
        BigDecimal rate = row.number("rate");
        return new Facts(
                row.integer("settled"),
                row.integerOrNull("median_late"),
                row.integer("days_overdue"),
                currency == null ? null : Money.of(row.number("overdue"), currency),
                currency == null ? null : Money.of(row.number("disputed"), currency),
                new Concessions(row.integer("concessions"), row.integer("payments"), row.integer("inside")),
                new Disputes(row.integer("disputes"), row.integer("rejected")),
                new Contacts(
                        row.integer("contacts"),
                        row.integer("refused"),
                        row.integer("unanswered"),
                        row.integer("hardship")),
                row.integer("plans"),
                rate == null ? null : Decimal.of(rate));
    }
}
