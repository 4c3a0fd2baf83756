package io.huikuan.analytics;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What is open in one currency of the customers that have something in common. */
@DefaultNonNull
@Description("What is open in one currency of the customers that have something in common.")
public record AgingRow(
        @Description(
                "What they have in common: the currency, the id of the customer or of the owner, the region or the grade; empty where they have none.")
        String key,

        @Description("The key in words for people: a currency, a name, a region, a grade.")
        String label,

        @Description("The currency as its ISO 4217 code.") String currency,

        @Description("All that is open; the sum of the buckets.")
        Decimal outstanding,

        @Description("What of it was due before the day.") Decimal overdue,

        @Description("Payments that these customers announced in the currency and that are open; in no other figure.")
        Decimal announced,

        @Description("What of the outstanding amount is disputed, the oldest shares first; an of-which figure.")
        Decimal disputed,

        @Description("How many customers have something open in the currency.")
        int customers,

        @Description("How many receivables have something open in the currency.")
        int receivables,

        @Description("The outstanding amount by days past due, from the youngest bucket to the oldest.")
        List<@NonNull AgingBucket> buckets) {

    public AgingRow {
        buckets = List.copyOf(buckets);
    }
}
