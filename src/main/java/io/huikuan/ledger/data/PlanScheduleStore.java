package io.huikuan.ledger.data;

import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.ledger.domain.PlanShares;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads which plan rules what, and what is open of it. */
@ApplicationScoped
public class PlanScheduleStore {

    private static final String RULED_WITH_OPEN = """
            select ruled.plan_id, ruled.receivable_id, coalesce(sum(o.open), 0) as open
            from ruled
            left join open_share(:tenant, :on, 'SCHEDULE') o
                on o.customer_id = ruled.customer_id and o.receivable_id = ruled.receivable_id
            group by 1, 2
            order by 1, 2""";

    private final Sql sql;

    PlanScheduleStore(Sql sql) {
        this.sql = sql;
    }

    /** The version of a plan's schedule that is in force. */
    public record InForce(UUID schedule, UUID customer, String currency, int version) {}

    /** A receivable that a plan rules, and what is open of it; zero where nothing is. */
    public record Ruled(UUID plan, UUID receivable, BigDecimal open) {}

    /** The newest version of the plan's schedule. */
    public Optional<InForce> inForce(UUID plan) {
        return sql.of("""
                select id, customer_id, currency, version from schedule
                where tenant_id = :tenant and plan_id = :plan
                order by version desc limit 1""")
                .bind("plan", plan)
                .first(row -> new InForce(
                        row.uuid("id"), row.uuid("customer_id"), row.text("currency"), row.integer("version")));
    }

    /** The installments of a schedule. */
    public List<PlanShares.Row> installmentsOf(UUID schedule) {
        return sql.of("""
                select id, sequence, due_date, amount from installment
                where tenant_id = :tenant and schedule_id = :schedule order by sequence""")
                .bind("schedule", schedule)
                .list(row -> new PlanShares.Row(
                        row.uuid("id"), row.integer("sequence"), row.date("due_date"), row.number("amount")));
    }

    /** What is open of the receivables by their own terms on the day, the oldest original due date first, then issue date, number, sequence. */
    public List<PlanShares.Open> openOldestFirst(Collection<UUID> receivables, LocalDate on) {
        return sql.of("""
                select o.receivable_id, o.open
                from open_share(:tenant, :on, 'ORIGINAL_DUE') o
                join receivable r on r.tenant_id = :tenant and r.id = o.receivable_id
                join installment i on i.tenant_id = :tenant and i.id = o.installment_id
                where o.receivable_id = any(:receivables)
                order by o.due_date, r.issue_date, r.number, i.sequence, o.share_id""")
                .bind("on", on)
                .uuids("receivables", receivables)
                .list(row -> new PlanShares.Open(row.uuid("receivable_id"), row.number("open")));
    }

    /** All receivables, open or not, that the plans which rule some of these receivables on the day rule. */
    public List<Ruled> ruledByPlansOver(Collection<UUID> receivables, LocalDate on) {
        return sql.of("""
                with touched as (
                    select distinct sc.plan_id
                    from share s
                    join schedule sc on sc.tenant_id = :tenant and sc.id = s.schedule_id and sc.plan_id is not null
                    where s.tenant_id = :tenant and s.receivable_id = any(:receivables) and s.rules @> cast(:on as date)),
                ruled as (
                    select sc.plan_id, s.receivable_id, s.customer_id
                    from touched
                    join schedule sc on sc.tenant_id = :tenant and sc.plan_id = touched.plan_id
                    join share s on s.tenant_id = :tenant and s.schedule_id = sc.id and s.rules @> cast(:on as date)
                    group by 1, 2, 3)
                """ + RULED_WITH_OPEN)
                .bind("on", on)
                .uuids("receivables", receivables)
                .list(PlanScheduleStore::ruled);
    }

    /** The receivables, open or not, that the plan rules on the day. */
    public List<Ruled> ruledBy(UUID plan, LocalDate on) {
        return sql.of("""
                with ruled as (
                    select sc.plan_id, s.receivable_id, s.customer_id
                    from schedule sc
                    join share s on s.tenant_id = :tenant and s.schedule_id = sc.id and s.rules @> cast(:on as date)
                    where sc.tenant_id = :tenant and sc.plan_id = :plan
                    group by 1, 2, 3)
                """ + RULED_WITH_OPEN).bind("on", on).bind("plan", plan).list(PlanScheduleStore::ruled);
    }

    private static Ruled ruled(Row row) {
        return new Ruled(row.uuid("plan_id"), row.uuid("receivable_id"), row.number("open"));
    }
}
