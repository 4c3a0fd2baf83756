package io.huikuan.credit.data;

import io.huikuan.credit.CreditAssessment;
import io.huikuan.credit.CreditLimit;
import io.huikuan.credit.CreditLimitKind;
import io.huikuan.credit.TrialGrowth;
import io.huikuan.customer.CreditGrade;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads the history of limits and of assessments of customers that the actor is known to see, the newest first. */
@ApplicationScoped
public class CreditHistoryReads {

    private final Sql sql;

    CreditHistoryReads(Sql sql) {
        this.sql = sql;
    }

    /** A page of each customer's limits. */
    public Map<UUID, Page<CreditLimit>> limits(Collection<UUID> customers, Paging paging) {
        return pages("credit_limit", customers, paging, CreditHistoryReads::limit, CreditLimit::number);
    }

    /** A page of each customer's assessments. */
    public Map<UUID, Page<CreditAssessment>> assessments(Collection<UUID> customers, Paging paging) {
        return pages("credit_assessment", customers, paging, CreditHistoryReads::assessment, CreditAssessment::number);
    }

    private <T> Map<UUID, Page<T>> pages(
            String table,
            Collection<UUID> customers,
            Paging paging,
            Function<Row, T> form,
            Function<T, Integer> number) {
        Optional<Cursor> after = paging.afterCursor(1);
        Statement statement = sql.of(
                        "select x.* from unnest(:customers) c (id) cross join lateral (select * from " + table
                                + " h where h.tenant_id = :tenant and h.customer_id = c.id"
                                + (after.isPresent() ? " and h.number < :after" : "")
                                + " order by h.number desc limit :fetch) x order by x.customer_id, x.number desc")
                .uuids("customers", customers)
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("after", cursor.decimal(0)));
        Map<UUID, List<T>> rows = statement.group(row -> row.uuid("customer_id"), form);
        Map<UUID, Integer> totals = paging.counted()
                ? sql.of(
                                "select h.customer_id, count(*) as count from " + table
                                        + " h where h.tenant_id = :tenant and h.customer_id = any(:customers) group by h.customer_id")
                        .uuids("customers", customers)
                        .map(row -> row.uuid("customer_id"), row -> row.integer("count"))
                : Map.of();
        return Page.ofEach(customers, rows, paging, found -> Cursor.of(number.apply(found)), totals);
    }

    private static CreditLimit limit(Row row) {
        String currency = row.text("currency");
        return new CreditLimit(
                row.integer("number"),
                row.constant(CreditLimitKind.class, "kind"),
                money(row.number("amount"), currency),
                row.integerOrNull("grows_every") == null
                        ? null
                        : new TrialGrowth(
                                money(row.number("grows_by"), currency),
                                row.integer("grows_every"),
                                money(row.number("grows_to"), currency)),
                row.date("valid_from"),
                row.date("valid_until"),
                row.text("reason"),
                row.instant("recorded_at"),
                row.uuid("recorded_by"));
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }

    private static CreditAssessment assessment(Row row) {
        return new CreditAssessment(
                row.integer("number"),
                row.constant(CreditGrade.class, "grade"),
                row.texts("looked_at"),
                row.text("note"),
                row.date("assessed_on"),
                row.date("valid_until"),
                row.instant("recorded_at"),
                row.uuid("recorded_by"));
    }
}
