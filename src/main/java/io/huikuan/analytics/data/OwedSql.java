package io.huikuan.analytics.data;

import io.huikuan.analytics.AgingBasis;
import io.huikuan.analytics.AgingBucket;
import io.huikuan.analytics.domain.AgingScale;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one place where open shares are laid into buckets and summed up, as of {@code :as_of}. */
final class OwedSql {

    private static final String DISPUTED_BUCKET = "coalesce(sum(o.disputed) filter (where o.bucket = %1$d), 0)";

    private static final String DISPUTED = """

                    left join (
                        select d.share_id, d.disputed from disputed_share(:tenant, cast(:as_of as date), '%s') d
                        where %s) x on x.share_id = o.share_id""";

    private final List<AgingScale.Bucket> buckets;
    private final List<Integer> firstDays;

    OwedSql(AgingScale scale) {
        this.buckets = scale.buckets();
        this.firstDays = scale.firstDays();
    }

    /**
     * A select of the open shares by customer_id, currency and receivable_id: what is open and disputed of each, how many days it is late, and in which bucket.
     *
     * @param condition on the open share {@code o}
     * @param disputed the condition on the disputed share {@code d}; where there is none nothing is looked for, and all that is disputed is 0
     */
    String shares(AgingBasis basis, String condition, Optional<String> disputed) {
        return """
                select o.customer_id, o.currency, o.receivable_id, o.open, %s as disputed, cast(:as_of as date) - o.due_date as late,
                    width_bucket(cast(:as_of as date) - o.due_date, :first_days) as bucket
                from open_share(:tenant, cast(:as_of as date), '%s') o%s
                where o.open > 0 and %s""".formatted(
                        disputed.isPresent() ? "coalesce(x.disputed, 0)" : "0",
                        basis,
                        disputed.map(of -> DISPUTED.formatted(basis, of)).orElse(""),
                        condition);
    }

    /** The sums over {@link #shares}, called {@code o}: outstanding, not_yet_due, overdue, late, disputed, receivables and two columns for each bucket. */
    String sums(boolean disputed) {
        return """
                sum(o.open) as outstanding,
                    coalesce(sum(o.open) filter (where o.late <= 0), 0) as not_yet_due,
                    coalesce(sum(o.open) filter (where o.late > 0), 0) as overdue,
                    greatest(max(o.late), 0) as late, count(distinct o.receivable_id) as receivables, %s as disputed, %s""".formatted(
                        disputed ? "sum(o.disputed)" : "0",
                        columns("coalesce(sum(o.open) filter (where o.bucket = %1$d), 0) as bucket_%1$d, "
                                + (disputed ? DISPUTED_BUCKET : "0")
                                + " as disputed_%1$d"));
    }

    /** The columns of all buckets, each in the form that has {@code %1$d} for the bucket's place. */
    String columns(String form) {
        return IntStream.range(0, buckets.size()).mapToObj(form::formatted).collect(Collectors.joining(", "));
    }

    Statement bind(Statement statement, LocalDate asOf) {
        return statement.bind("as_of", asOf).integers("first_days", firstDays);
    }

    List<AgingBucket> amounts(Row row) {
        return IntStream.range(0, buckets.size())
                .mapToObj(i -> new AgingBucket(
                        buckets.get(i).label(),
                        buckets.get(i).from(),
                        buckets.get(i).to(),
                        amount(row, "bucket_" + i),
                        amount(row, "disputed_" + i)))
                .toList();
    }

    /** An amount with the digits of the row's currency. */
    static Decimal amount(Row row, String column) {
        return Money.of(row.number(column), row.text("currency")).amount();
    }
}
