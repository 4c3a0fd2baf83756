package io.huikuan.statement.data;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.statement.StatementDue;
import io.huikuan.statement.StatementLine;
import io.huikuan.statement.StatementLineKind;
import io.huikuan.statement.StatementOfCurrency;
import io.huikuan.statement.StatementPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what moved the account of a customer, whom the actor is known to see. */
@ApplicationScoped
public class StatementReads {

    /**
     * What moved outstanding − unapplied within the period. Allocations, whether made, taken back or reversed, move both alike on the same day and are
     * left out; what reverses a payment is its own movement. Credit notes appear by the entry with which they reduce their document.
     */
    private static final String MOVED = """
            select r.id, r.issue_date as on_date, r.created_at as recorded_at, r.currency, r.kind, r.number, r.reference, r.due_date, r.amount
            from receivable r
            where r.tenant_id = :tenant and r.customer_id = :customer and r.kind <> 'CREDIT_NOTE'
                and r.issue_date between :from and :to
            union all
            select e.id, e.on_date, e.recorded_at, r.currency, case e.kind when 'CREDITED' then 'CREDIT_NOTE' else 'ADJUSTMENT' end,
                coalesce(n.number, r.number), case when n.id is null then r.reference else r.number end, null, e.amount
            from receivable r
            join entry e on e.tenant_id = :tenant and e.receivable_id = r.id and e.payment_id is null and e.on_date between :from and :to
            left join receivable n on n.tenant_id = :tenant and n.id = e.credit_note_id
            where r.tenant_id = :tenant and r.customer_id = :customer
            union all
            select m.id, m.on_date, m.recorded_at, p.currency,
                case m.kind when 'RECEIVED' then 'PAYMENT' when 'REFUNDED' then 'REFUND' else 'PAYMENT_REVERSED' end,
                p.number, p.reference, null, -m.amount
            from payment p
            join payment_entry m on m.tenant_id = :tenant and m.payment_id = p.id and m.kind in ('RECEIVED', 'REFUNDED', 'REVERSED')
                and m.on_date between :from and :to
            where p.tenant_id = :tenant and p.customer_id = :customer""";

    private static final String RUNNING = "select m.*, sum(m.amount) over (partition by m.currency"
            + " order by m.on_date, m.recorded_at, m.id) as moved from (" + MOVED + ") m";

    private final Sql sql;

    StatementReads(Sql sql) {
        this.sql = sql;
    }

    /** How far all lines of a currency together raised and lowered the balance. */
    public record Moved(Decimal charges, Decimal credits) {

        /** Nothing moved. */
        public static Moved nothing(String currency) {
            Decimal zero = Money.of(java.math.BigDecimal.ZERO, currency).amount();
            return new Moved(zero, zero);
        }
    }

    /** What moved within the period, by currency. */
    public Map<String, Moved> moved(StatementPeriod period) {
        return bound("""
                select m.currency, coalesce(sum(m.amount) filter (where m.amount > 0), 0) as charges,
                    coalesce(-sum(m.amount) filter (where m.amount < 0), 0) as credits
                from (%s) m group by m.currency""".formatted(MOVED), period)
                .map(row -> row.text("currency"), row -> new Moved(amount(row, "charges"), amount(row, "credits")));
    }

    /** A page of the lines of one currency, in the order of their value dates. */
    public Page<StatementLine> lines(StatementOfCurrency account, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(3);
        String beyond = after.isPresent()
                ? " and (l.on_date, l.recorded_at, l.id) > (:after_date, :after_time, :after_id)"
                : "";
        Statement statement = bound(
                        "select l.*, :opening + l.moved as balance from (" + RUNNING
                                + ") l where l.currency = :currency" + beyond
                                + " order by l.on_date, l.recorded_at, l.id limit :fetch",
                        account.period())
                .bind("opening", account.opening().balance().value())
                .bind("currency", account.currency())
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement
                .bind("after_date", cursor.date(0))
                .bind("after_time", cursor.instant(1))
                .bind("after_id", cursor.uuid(2)));
        return Page.of(
                statement.list(StatementReads::line),
                paging,
                line -> Cursor.of(line.on(), line.recordedAt(), line.id()),
                paging.counted() ? count(account) : 0);
    }

    private int count(StatementOfCurrency account) {
        return bound("select count(*) as lines from (" + MOVED + ") m where m.currency = :currency", account.period())
                .bind("currency", account.currency())
                .one(row -> row.integer("lines"));
    }

    /** The lines of all currencies, at most so many, by currency and value date. */
    public List<StatementLine> allLines(StatementPeriod period, List<StatementOfCurrency> accounts, int most) {
        return bound("""
                select l.*, a.opening + l.moved as balance
                from (%s) l join unnest(:currencies, :openings) a (currency, opening) on a.currency = l.currency
                order by l.currency, l.on_date, l.recorded_at, l.id limit :most""".formatted(RUNNING), period)
                .texts(
                        "currencies",
                        accounts.stream().map(StatementOfCurrency::currency).toList())
                .numbers(
                        "openings",
                        accounts.stream()
                                .map(account -> account.opening().balance().value())
                                .toList())
                .bind("most", most)
                .list(StatementReads::line);
    }

    /** What is open at the end of the period by due date, in their order, by currency. */
    public Map<String, List<StatementDue>> dues(StatementPeriod period) {
        return sql.of("""
                select o.currency, o.due_date, sum(o.open) as open, greatest(cast(:to as date) - o.due_date, 0) as late
                from open_share(:tenant, cast(:to as date), 'SCHEDULE') o
                where o.customer_id = :customer
                group by o.currency, o.due_date order by o.currency, o.due_date""")
                .bind("customer", period.customer())
                .bind("to", period.to())
                .group(
                        row -> row.text("currency"),
                        row -> new StatementDue(
                                row.date("due_date"), amount(row, "open"), row.integer("late"), row.text("currency")));
    }

    private Statement bound(String text, StatementPeriod period) {
        return sql.of(text)
                .bind("customer", period.customer())
                .bind("from", period.from())
                .bind("to", period.to());
    }

    private static StatementLine line(Row row) {
        return new StatementLine(
                row.date("on_date"),
                row.constant(StatementLineKind.class, "kind"),
                row.text("number"),
                row.text("reference"),
                row.date("due_date"),
                amount(row, "amount"),
                amount(row, "balance"),
                row.text("currency"),
                row.instant("recorded_at"),
                row.uuid("id"));
    }

    private static Decimal amount(Row row, String column) {
        return Money.of(row.number(column), row.text("currency")).amount();
    }
}
