package io.huikuan.analytics;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What a customer owes in one currency as of a day, by the schedules that ruled on it. */
@DefaultNonNull
@Description("What a customer owes in one currency as of a day, by the schedules that ruled on that day.")
public record CustomerBalance(
        @Description("The currency as its ISO 4217 code.") String currency,

        @Description("All that is open: notYetDue + overdue, and the sum of the buckets.")
        Decimal outstanding,

        @Description("What is due on the day itself or later.")
        Decimal notYetDue,

        @Description("What was due before the day.") Decimal overdue,

        @Description("Money received that was neither allocated nor refunded; not taken off the outstanding amount.")
        Decimal unapplied,

        @Description(
                "Payments that were announced and are open; neither taken off the outstanding amount nor counted as paid.")
        Decimal announced,

        @Description("What of the outstanding amount is disputed, the oldest shares first; an of-which figure.")
        Decimal disputed,

        @Description("The days past due of the oldest open installment; 0 when nothing is overdue.")
        int maxDaysPastDue,

        @Description("The outstanding amount by days past due, from the youngest bucket to the oldest.")
        List<@NonNull AgingBucket> buckets) {

    public CustomerBalance {
        buckets = List.copyOf(buckets);
    }
}
