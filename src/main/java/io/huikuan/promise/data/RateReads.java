package io.huikuan.promise.data;

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
import io.huikuan.promise.PromiseRate;
import io.huikuan.promise.RepPromiseRate;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sums up how promises were kept whose window is over, judged by the ledger as it is today. Only of customers that the actor may see. */
@ApplicationScoped
public class RateReads {

    private static final int DIGITS = 4;

    private static final String SUMS = """
            p.currency,
            count(*) filter (where s.state <> 'CANCELLED') as matured,
            count(*) filter (where s.state = 'KEPT') as kept,
            count(*) filter (where s.state = 'PARTIALLY_KEPT') as partially_kept,
            count(*) filter (where s.state = 'BROKEN') as broken,
            count(*) filter (where s.state = 'CANCELLED') as cancelled,
            coalesce(sum(s.asked) filter (where s.state <> 'CANCELLED'), 0) as asked,
            coalesce(sum(least(s.paid, s.asked)) filter (where s.state <> 'CANCELLED'), 0) as paid
            """;

    /** What nobody ever confirmed was no promise to count on. */
    private static final String MATURED = """
             from promise p
            join customer c on c.tenant_id = :tenant and c.id = p.customer_id
            cross join lateral (
                select st.state, st.paid, st.asked from promise_standing(:tenant, cast(:today as date)) st where st.promise_id = p.id) s
            where p.tenant_id = :tenant and p.window_end >= :from and p.window_end <= :to and p.window_end < :today
                and p.confirmed_at is not null and\s""";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    RateReads(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /** The days, both included, in which the windows ended that are summed up. */
    public record Span(LocalDate from, LocalDate to) {}

    /** The figures of each customer, a row for each currency; one without promises is left out. */
    public Map<UUID, List<PromiseRate>> ofCustomers(Collection<UUID> customers, Span span) {
        return bind(
                        "select p.customer_id, " + SUMS + MATURED + visible()
                                + " and p.customer_id = any(:customers) group by p.customer_id, p.currency order by p.currency",
                        span)
                .uuids("customers", customers)
                .group(row -> row.uuid("customer_id"), RateReads::rate);
    }

    /** The figures of those who agreed promises, in the order of their names, a row for each currency. */
    public Page<RepPromiseRate> ofReps(Span span, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(3);
        String groups = "select u.name, p.agreed_by, " + SUMS
                + MATURED.replace(
                        "where p.tenant_id",
                        "join app_user u on u.tenant_id = :tenant and u.id = p.agreed_by where p.tenant_id")
                + visible() + " group by u.name, p.agreed_by, p.currency";
        Statement statement = bind(
                        "select g.* from (" + groups + ") g"
                                + (after.isPresent()
                                        ? " where (g.name, g.agreed_by, g.currency) > (:name, :id, :currency)"
                                        : "")
                                + " order by g.name, g.agreed_by, g.currency limit :fetch",
                        span)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement
                .bind("name", cursor.text(0))
                .bind("id", cursor.uuid(1))
                .bind("currency", cursor.text(2)));
        List<Named> rows = statement.list(
                row -> new Named(row.text("name"), new RepPromiseRate(rate(row), row.uuid("agreed_by"))));
        int total = paging.counted()
                ? bind("select count(*) as count from (" + groups + ") g", span).one(row -> row.integer("count"))
                : 0;
        return Page.of(
                        rows,
                        paging,
                        row -> Cursor.of(
                                row.name(),
                                row.rate().agreer(),
                                row.rate().rate().currency()),
                        total)
                .map(Named::rate);
    }

    private record Named(String name, RepPromiseRate rate) {}

    private String visible() {
        return Visibility.of(actor.get(), "c");
    }

    private Statement bind(String text, Span span) {
        return sql.of(text)
                .bind("today", dates.today())
                .bind("from", span.from())
                .bind("to", span.to());
    }

    private static PromiseRate rate(Row row) {
        String currency = row.text("currency");
        BigDecimal asked = row.number("asked");
        BigDecimal paid = row.number("paid");
        int matured = row.integer("matured");
        int kept = row.integer("kept");
        return new PromiseRate(
                currency,
                matured,
                kept,
                row.integer("partially_kept"),
                row.integer("broken"),
                row.integer("cancelled"),
                Money.of(asked, currency).amount(),
                Money.of(paid, currency).amount(),
                ratio(BigDecimal.valueOf(kept), BigDecimal.valueOf(matured)),
                ratio(paid, asked));
    }

    private static Decimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : Decimal.of(part.divide(whole, DIGITS, RoundingMode.HALF_EVEN));
    }
}
