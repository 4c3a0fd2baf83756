package io.huikuan.plan.data;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.plan.PaymentPlan;
import io.huikuan.plan.PlanStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads plans with what the ledger says of them today. Only of customers that the actor may see. */
@ApplicationScoped
public class PlanReads {

    /** What is open of the shares by which the plan rules. */
    private static final String STATE = """
            cross join lateral (
                select case when p.status = 'PROPOSED' then p.total else coalesce(sum(x.open), 0) end as balance
                from schedule d
                join open_share(:tenant, cast(:today as date), 'SCHEDULE') x on x.customer_id = p.customer_id and x.schedule_id = d.id
                where d.tenant_id = :tenant and d.plan_id = p.id) o
            """;

    private static final String COLUMNS = """
            p.id, p.version, p.number, p.status, p.currency, p.total, o.balance, p.effective_from, p.ended_on, p.grace_days, p.note,
            p.decision_note, p.created_at, p.customer_id, p.proposed_by, p.decided_by
            """;

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    PlanReads(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, PaymentPlan> byIds(Collection<UUID> ids) {
        return sql.of("select " + COLUMNS
                        + " from payment_plan p join customer c on c.tenant_id = :tenant and c.id = p.customer_id "
                        + STATE
                        + " where p.tenant_id = :tenant and p.id = any(:ids) and " + Visibility.of(actor.get(), "c"))
                .bind("today", dates.today())
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), PlanReads::plan);
    }

    /** A page of each customer's plans, the newest first; of these statuses, or of all where there is none. */
    public Map<UUID, Page<PaymentPlan>> pages(Collection<UUID> customers, Set<PlanStatus> statuses, Paging paging) {
        String matching = "p.tenant_id = :tenant and p.customer_id = c.id"
                + (statuses.isEmpty() ? "" : " and p.status = any(:statuses)");
        Map<UUID, List<PaymentPlan>> rows = rows(customers, statuses, paging, matching);
        Map<UUID, Integer> totals = paging.counted() ? totals(customers, statuses, matching) : Map.of();
        return Page.ofEach(customers, rows, paging, PlanReads::cursor, totals);
    }

    private Map<UUID, List<PaymentPlan>> rows(
            Collection<UUID> customers, Set<PlanStatus> statuses, Paging paging, String matching) {
        Optional<Cursor> after = paging.afterCursor(2);
        Statement statement = sql.of("select " + COLUMNS + " from customer c cross join lateral ("
                        + "select * from payment_plan p where " + matching
                        + (after.isPresent() ? " and (p.created_at, p.id) < (:after_moment, :after_id)" : "")
                        + " order by p.created_at desc, p.id desc limit :fetch) p " + STATE
                        + " where c.tenant_id = :tenant and c.id = any(:customers) and "
                        + Visibility.of(actor.get(), "c")
                        + " order by p.customer_id, p.created_at desc, p.id desc")
                .bind("today", dates.today())
                .bind("fetch", paging.fetch());
        after.ifPresent(
                place -> statement.bind("after_moment", place.instant(0)).bind("after_id", place.uuid(1)));
        return statement
                .uuids("customers", customers)
                .names("statuses", statuses)
                .group(row -> row.uuid("customer_id"), PlanReads::plan);
    }

    private Map<UUID, Integer> totals(Collection<UUID> customers, Set<PlanStatus> statuses, String matching) {
        return sql.of("select c.id, count(*) as plans from customer c join payment_plan p on " + matching
                        + " where c.tenant_id = :tenant and c.id = any(:customers) and "
                        + Visibility.of(actor.get(), "c") + " group by c.id")
                .uuids("customers", customers)
                .names("statuses", statuses)
                .map(row -> row.uuid("id"), row -> row.integer("plans"));
    }

    private static Cursor cursor(PaymentPlan plan) {
        return Cursor.of(plan.createdAt(), NodeId.uuidOf(plan.id()));
    }

    /** What live allocations booked on the schedule that ruled then, by plan; a plan without any is left out. Of plans that the actor is known to see. */
    public Map<UUID, BigDecimal> paid(Collection<UUID> plans) {
        return sql.of("""
                select d.plan_id, sum(b.amount) as paid
                from schedule d
                join share s on s.tenant_id = :tenant and s.schedule_id = d.id
                join booking b on b.tenant_id = :tenant and b.share_id = s.id and b.on_ruling
                join entry e on e.tenant_id = :tenant and e.id = b.entry_id and e.kind = 'ALLOCATED'
                where d.tenant_id = :tenant and d.plan_id = any(:plans)
                    and not exists (select from entry u where u.tenant_id = :tenant and u.undoes_id = e.id)
                group by d.plan_id""").uuids("plans", plans).map(row -> row.uuid("plan_id"), row -> row.number("paid"));
    }

    /** The numbers of these, which the actor is known to see. */
    public Map<UUID, String> numbers(Collection<UUID> plans) {
        return sql.of("select id, number from payment_plan where tenant_id = :tenant and id = any(:plans)")
                .uuids("plans", plans)
                .map(row -> row.uuid("id"), row -> row.text("number"));
    }

    /** The plan that rules each of the receivables today; those that their own terms rule are left out. */
    public Map<UUID, UUID> rulingOver(Collection<UUID> receivables) {
        return sql.of("""
                select distinct s.receivable_id, d.plan_id
                from unnest(:receivables) r (id)
                join share s on s.tenant_id = :tenant and s.receivable_id = r.id and not s.own_terms
                    and s.rules @> cast(:today as date)
                join schedule d on d.tenant_id = :tenant and d.id = s.schedule_id""")
                .bind("today", dates.today())
                .uuids("receivables", receivables)
                .map(row -> row.uuid("receivable_id"), row -> row.uuid("plan_id"));
    }

    /** The receivables that each of the plans was made for, the oldest due first. */
    public Map<UUID, List<UUID>> receivablesOf(Collection<UUID> plans) {
        return sql.of("""
                select pr.plan_id, pr.receivable_id
                from plan_receivable pr
                join receivable r on r.tenant_id = :tenant and r.id = pr.receivable_id
                where pr.tenant_id = :tenant and pr.plan_id = any(:plans)
                order by r.due_date, r.issue_date, r.number""").uuids("plans", plans).group(row -> row.uuid("plan_id"), row -> row.uuid("receivable_id"));
    }

    private static PaymentPlan plan(Row row) {
        String currency = row.text("currency");
        return new PaymentPlan(
                NodeId.of(NodeKind.PAYMENT_PLAN, row.uuid("id")),
                row.integer("version"),
                row.text("number"),
                row.constant(PlanStatus.class, "status"),
                currency,
                amount(row.number("total"), currency),
                amount(row.number("balance"), currency),
                row.date("effective_from"),
                row.date("ended_on"),
                row.integer("grace_days"),
                row.text("note"),
                row.text("decision_note"),
                row.instant("created_at"),
                row.uuid("customer_id"),
                row.uuid("proposed_by"),
                row.uuid("decided_by"));
    }

    private static Decimal amount(BigDecimal amount, String currency) {
        return Money.of(amount, currency).amount();
    }
}
