package io.huikuan.analytics.data;

import io.huikuan.analytics.AgingBasis;
import io.huikuan.analytics.AgingBucket;
import io.huikuan.analytics.AgingQuestion;
import io.huikuan.analytics.AgingRow;
import io.huikuan.analytics.BalanceQuestion;
import io.huikuan.analytics.CustomerBalance;
import io.huikuan.analytics.domain.AgingScale;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads balances and aging; every sum is made by the database. */
@ApplicationScoped
public class AgingReads {

    private final Sql sql;
    private final CurrentActor actor;

    AgingReads(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    private record Placed(AgingRow row, AgingPlace place) {}

    private record Found(int total, Stream<Placed> placed) {}

    /**
     * The page and, where it is asked for, the number of all groups, by one sum over what is open: {@code {groups}}, {@code {beyond}} and {@code {order}}
     * come from the question. Beyond the last page there is one row that has the number only.
     */
    private static final String PAGE = """
            with aged as materialized ({groups})
            select g.*, t.total
            from (select count(*) as total from aged where :counted) t
            left join (select * from aged g {beyond} order by {order} limit :fetch) g on true
            order by {order}""";

    /** A page of rows of the customers that the actor sees, by label; what has no key comes last. */
    public Page<AgingRow> rows(AgingQuestion question, AgingScale scale, Paging paging) {
        sql.plannedForValues();
        OwedSql owed = new OwedSql(scale);
        AgingKey key = AgingKey.of(question.groupBy());
        Optional<AgingPlace> after = AgingPlace.after(paging, question.groupBy());
        Statement page = owed.bind(
                        sql.of(PAGE.replace("{groups}", grouped(question, owed, key))
                                .replace("{beyond}", AgingPlace.beyond(after))
                                .replace("{order}", AgingPlace.ORDER)),
                        question.asOf())
                .bind("counted", paging.counted())
                .bind("fetch", paging.fetch());
        after.ifPresent(place -> place.bind(page));
        List<Found> found = page.list(row -> new Found(
                row.integer("total"),
                row.text("currency") == null
                        ? Stream.empty()
                        : Stream.of(new Placed(agingRow(row, key, owed), AgingPlace.of(row)))));
        List<Placed> rows = found.stream().flatMap(Found::placed).toList();
        return Page.of(
                        rows,
                        paging,
                        placed -> placed.place().cursor(question.groupBy()),
                        found.get(0).total())
                .map(Placed::row);
    }

    /** Shares are summed up by key at once: going by customers first would count the receivables of each, one sort for every customer. */
    private String grouped(AgingQuestion question, OwedSql owed, AgingKey key) {
        return """
                select %1$s as key, %2$s as label, o.currency, %3$s as announced, count(distinct o.customer_id) as customers, %4$s
                from (%5$s) o
                %6$s
                %7$s
                group by 1, 2, o.currency""".formatted(
                key.key(),
                key.label(),
                question.announced() ? "coalesce(max(p.announced), 0)" : "0",
                owed.sums(question.disputed()),
                owed.shares(question.basis(), seen(), question.disputed() ? Optional.of("true") : Optional.empty()),
                key.join(),
                question.announced() ? announced(question, key) : "");
    }

    /** What those who owe something in a currency have announced in it, by the same key. */
    private String announced(AgingQuestion question, AgingKey key) {
        return """
                left join (
                    select %1$s as key, o.currency, sum(o.amount) as announced
                    from announced_cash(:tenant, cast(:as_of as date)) o
                    %2$s
                    where %3$s and exists (
                        select from open_share(:tenant, cast(:as_of as date), '%4$s') s
                        where s.customer_id = o.customer_id and s.currency = o.currency and s.open > 0)
                    group by 1, 2) p on p.key = %1$s and p.currency = o.currency""".formatted(key.key(), key.join(), seen(), question.basis());
    }

    /** What each of the customers announced in each currency. */
    private static final String ANNOUNCED = """
            select n.customer_id, n.currency, sum(n.amount) as announced
            from announced_cash(:tenant, cast(:as_of as date)) n where n.customer_id = any(:customers)
            group by n.customer_id, n.currency""";

    /** Restricts the shares themselves, so that little is read for who sees little. */
    private String seen() {
        return actor.get().seesAllCustomers()
                ? "true"
                : "o.customer_id in (select c.id from customer c where c.tenant_id = :tenant and "
                        + Visibility.of(actor.get(), "c") + ")";
    }

    private static AgingRow agingRow(Row row, AgingKey key, OwedSql owed) {
        return new AgingRow(
                key.shown(row.text("key")),
                row.text("label"),
                row.text("currency"),
                OwedSql.amount(row, "outstanding"),
                OwedSql.amount(row, "overdue"),
                OwedSql.amount(row, "announced"),
                OwedSql.amount(row, "disputed"),
                row.integer("customers"),
                row.integer("receivables"),
                owed.amounts(row));
    }

    /** What each of the customers, which the actor is known to see, owes in each currency; without a scale it is not laid into buckets. */
    public Map<UUID, List<CustomerBalance>> balances(
            Collection<UUID> customers, BalanceQuestion question, Optional<AgingScale> scale) {
        // Columns that are not selected here PostgreSQL does not reckon in the subquery either.
        OwedSql owed = new OwedSql(scale.orElse(AgingScale.COARSE));
        String buckets = scale.isPresent()
                ? ", "
                        + owed.columns(
                                "coalesce(o.bucket_%1$d, 0) as bucket_%1$d, coalesce(o.disputed_%1$d, 0) as disputed_%1$d")
                : "";
        String announced = question.announced() ? "coalesce(p.announced, 0)" : "0";
        String beside = question.announced() ? "full join (" + ANNOUNCED + ") p using (customer_id, currency)" : "";
        return owed.bind(
                        sql.of("""
                        select customer_id, currency, coalesce(o.outstanding, 0) as outstanding, coalesce(o.not_yet_due, 0) as not_yet_due,
                            coalesce(o.overdue, 0) as overdue, coalesce(o.late, 0) as late, coalesce(u.unapplied, 0) as unapplied,
                            coalesce(o.disputed, 0) as disputed,
                            %s as announced%s
                        from (
                            select o.customer_id, o.currency, %s
                            from (%s) o group by o.customer_id, o.currency) o
                        full join (
                            select u.customer_id, u.currency, sum(u.unapplied) as unapplied
                            from unapplied_cash(:tenant, cast(:as_of as date)) u
                            where u.customer_id = any(:customers)
                            group by u.customer_id, u.currency) u using (customer_id, currency)
                        %s
                        order by customer_id, currency""".formatted(
                                        announced,
                                        buckets,
                                        owed.sums(question.disputed()),
                                        owed.shares(
                                                AgingBasis.SCHEDULE,
                                                "o.customer_id = any(:customers)",
                                                question.disputed()
                                                        ? Optional.of("d.customer_id = any(:customers)")
                                                        : Optional.empty()),
                                        beside)),
                        question.asOf())
                .uuids("customers", customers)
                .group(
                        row -> row.uuid("customer_id"),
                        row -> balance(row, scale.isPresent() ? owed.amounts(row) : List.of()));
    }

    private static CustomerBalance balance(Row row, List<AgingBucket> buckets) {
        return new CustomerBalance(
                row.text("currency"),
                OwedSql.amount(row, "outstanding"),
                OwedSql.amount(row, "not_yet_due"),
                OwedSql.amount(row, "overdue"),
                OwedSql.amount(row, "unapplied"),
                OwedSql.amount(row, "announced"),
                OwedSql.amount(row, "disputed"),
                row.integer("late"),
                buckets);
    }
}
