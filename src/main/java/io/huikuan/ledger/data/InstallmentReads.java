package io.huikuan.ledger.data;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.InstallmentRevision;
import io.huikuan.ledger.Settlement;
import io.huikuan.ledger.Timing;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads installments with what the ledger says of them today. Only of customers that the actor may see. */
@ApplicationScoped
public class InstallmentReads {

    /**
     * Of the installment {@code i} of the schedule {@code d} with the balance {@code o}. What was paid is looked for only where nothing is open.
     */
    private static final String COLUMNS = """
            select i.id, i.sequence, i.due_date, i.amount, o.balance, d.currency, d.customer_id, d.receivable_id, d.plan_id,
                case when o.balance = 0 then 0 else greatest(cast(:today as date) - i.due_date, 0) end as late,
                case
                    when o.balance > 0 then case when o.balance = i.amount then 'OPEN' else 'PARTIAL' end
                    else (
                        select case
                            when coalesce(bool_or(e.kind = 'WRITTEN_OFF' and u.id is null), false) then 'WRITTEN_OFF'
                            when sum(b.amount) filter (where e.payment_id is not null) > 0 then 'SETTLED'
                            else 'VOID' end
                        from share s
                        join booking b on b.tenant_id = :tenant and b.share_id = s.id
                        join entry e on e.tenant_id = :tenant and e.id = b.entry_id
                        left join entry u on u.tenant_id = :tenant and u.undoes_id = e.id
                        where s.tenant_id = :tenant and s.installment_id = i.id) end as settlement,
                case
                    when o.balance = 0 then 'CLOSED'
                    when i.due_date < cast(:today as date) then 'OVERDUE'
                    when i.due_date = cast(:today as date) then 'DUE'
                    when i.due_date - cast(:today as date) <= (
                        select t.due_soon_days from tenant_settings t where t.tenant_id = :tenant) then 'DUE_SOON'
                    else 'PLANNED' end as timing
            """;

    private static final String OF_CUSTOMER = """
            join schedule d on d.tenant_id = :tenant and d.id = i.schedule_id
            join customer c on c.tenant_id = :tenant and c.id = d.customer_id
            """;

    /**
     * Those of an array of ids. Where nothing is open, one without shares is of a plan that is only proposed, and all of it is to come.
     */
    private static final String BY_IDS = COLUMNS + "from installment i " + OF_CUSTOMER + """
            cross join lateral (
                select coalesce(sum(x.open), case when exists (
                    select from share s where s.tenant_id = :tenant and s.installment_id = i.id) then 0 else i.amount end) as balance
                from open_share(:tenant, cast(:today as date), 'SCHEDULE') x where x.installment_id = i.id) o
            where i.tenant_id = :tenant and i.id = any(%s)""";

    /** The first of each customer's of which something is open; the condition is on the open shares {@code x}. */
    private static final String OPEN = COLUMNS + """
            from unnest(:customers) w (customer_id)
            cross join lateral (
                select x.installment_id, sum(x.open) as balance from open_share(:tenant, cast(:today as date), 'SCHEDULE') x
                where x.customer_id = w.customer_id%s
                group by x.due_date, x.installment_id order by x.due_date, x.installment_id limit :fetch) o
            join installment i on i.tenant_id = :tenant and i.id = o.installment_id
            """ + OF_CUSTOMER + "where true";

    /** The first of each customer's in the schedules that rule today, open or not; the condition is on the shares {@code x}. */
    private static final String RULING = BY_IDS.formatted("""
            array(
                select n.installment_id from unnest(:customers) w (customer_id)
                cross join lateral (
                    select x.installment_id from share x
                    where x.tenant_id = :tenant and x.customer_id = w.customer_id and x.rules @> cast(:today as date)%s
                    group by x.due_date, x.installment_id order by x.due_date, x.installment_id limit :fetch) n)""");

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    InstallmentReads(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** Those of the ids that the actor may see. */
    public Map<UUID, Installment> byIds(Collection<UUID> ids) {
        return visible(BY_IDS.formatted(":ids"), "")
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), InstallmentReads::installment);
    }

    /** Those of the receivables' own terms, by receivable. */
    public Map<UUID, List<Installment>> ofReceivables(Collection<UUID> receivables) {
        return visible(BY_IDS.formatted("""
                        array(
                            select n.id from schedule v join installment n on n.tenant_id = :tenant and n.schedule_id = v.id
                            where v.tenant_id = :tenant and v.receivable_id = any(:receivables))"""), "order by d.receivable_id, i.due_date, i.sequence")
                .uuids("receivables", receivables)
                .group(row -> row.uuid("receivable_id"), InstallmentReads::installment);
    }

    /** Those of each plan's schedule in force: its last version. */
    public Map<UUID, List<Installment>> ofPlans(Collection<UUID> plans) {
        return visible(BY_IDS.formatted("""
                        array(
                            select n.id from schedule v join installment n on n.tenant_id = :tenant and n.schedule_id = v.id
                            where v.tenant_id = :tenant and v.plan_id = any(:plans) and v.version = (
                                select max(l.version) from schedule l where l.tenant_id = :tenant and l.plan_id = v.plan_id))"""), "order by d.plan_id, i.due_date, i.sequence")
                .uuids("plans", plans)
                .group(row -> row.uuid("plan_id"), InstallmentReads::installment);
    }

    /** A page of each customer's, of the schedules that rule, in the order of their due dates. */
    public Map<UUID, Page<Installment>> pages(Collection<UUID> customers, boolean openOnly, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String behind = after.isPresent() ? " and (x.due_date, x.installment_id) > (:after_date, :after_id)" : "";
        Statement statement = visible((openOnly ? OPEN : RULING).formatted(behind), "order by i.due_date, i.id");
        after.ifPresent(cursor -> statement.bind("after_date", cursor.date(0)).bind("after_id", cursor.uuid(1)));
        Map<UUID, List<Installment>> rows = statement
                .uuids("customers", customers)
                .bind("fetch", paging.fetch())
                .group(row -> row.uuid("customer_id"), InstallmentReads::installment);
        Map<UUID, Integer> totals = paging.counted() ? totals(customers, openOnly) : Map.of();
        return Page.ofEach(customers, rows, paging, InstallmentReads::cursor, totals);
    }

    private Map<UUID, Integer> totals(Collection<UUID> customers, boolean openOnly) {
        String shares = openOnly
                ? "open_share(:tenant, cast(:today as date), 'SCHEDULE') x where x.customer_id = w.customer_id"
                : "share x where x.tenant_id = :tenant and x.customer_id = w.customer_id and x.rules @> cast(:today as date)";
        return sql.of("select w.customer_id, (select count(distinct x.installment_id) from " + shares
                        + ") as count from unnest(:customers) w (customer_id)")
                .bind("today", dates.today())
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), row -> row.integer("count"));
    }

    private static Cursor cursor(Installment installment) {
        return Cursor.of(installment.dueDate(), NodeId.uuidOf(installment.id()));
    }

    /** The oldest installment of each customer that is not paid yet, over all schedules that rule. */
    public Map<UUID, Installment> nextOfCustomers(Collection<UUID> customers) {
        return visible(OPEN.formatted(""), "")
                .bind("fetch", 1)
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), InstallmentReads::installment);
    }

    /** What was paid of each of the installments, which the actor is known to see; one of which nothing was is left out. */
    public Map<UUID, BigDecimal> paid(Collection<UUID> ids) {
        return sql.of("""
                select s.installment_id, sum(b.amount) as paid
                from share s
                join booking b on b.tenant_id = :tenant and b.share_id = s.id
                join entry e on e.tenant_id = :tenant and e.id = b.entry_id and e.payment_id is not null
                where s.tenant_id = :tenant and s.installment_id = any(:ids)
                group by s.installment_id""").uuids("ids", ids).map(row -> row.uuid("installment_id"), row -> row.number("paid"));
    }

    /** How often each of the installments has changed, and when last. */
    public Map<UUID, InstallmentRevision> revisions(Collection<UUID> ids) {
        return sql.of("""
                select s.installment_id, count(b.id) as changes, coalesce(max(e.recorded_at), max(r.created_at)) as changed_at
                from share s
                join receivable r on r.tenant_id = :tenant and r.id = s.receivable_id
                left join booking b on b.tenant_id = :tenant and b.share_id = s.id
                left join entry e on e.tenant_id = :tenant and e.id = b.entry_id
                where s.tenant_id = :tenant and s.installment_id = any(:ids)
                group by s.installment_id""")
                .uuids("ids", ids)
                .map(
                        row -> row.uuid("installment_id"),
                        row -> new InstallmentRevision(row.integer("changes"), row.instant("changed_at")));
    }

    private Statement visible(String which, String order) {
        return sql.of(which + " and " + Visibility.of(actor.get(), "c") + " " + order)
                .bind("today", dates.today());
    }

    private static Installment installment(Row row) {
        String currency = row.text("currency");
        return new Installment(
                NodeId.of(NodeKind.INSTALLMENT, row.uuid("id")),
                row.integer("sequence"),
                row.date("due_date"),
                Money.of(row.number("amount"), currency),
                Money.of(row.number("balance"), currency),
                row.constant(Settlement.class, "settlement"),
                row.constant(Timing.class, "timing"),
                row.integer("late"),
                row.uuid("receivable_id"),
                row.uuid("plan_id"),
                row.uuid("customer_id"));
    }
}
