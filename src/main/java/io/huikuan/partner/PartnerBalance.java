package io.huikuan.partner;

import io.huikuan.analytics.AgingBucket;
import io.huikuan.analytics.CustomerBalance;
import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What the partner owes in one currency on the business date. */
@DefaultNonNull
@Description("What you owe in one currency on the business date.")
public record PartnerBalance(
        @Description("The currency as its ISO 4217 code.") String currency,

        @Description("All that is open: notYetDue + overdue, and the sum of the buckets.")
        Decimal outstanding,

        @Description("What is due today or later.") Decimal notYetDue,
        @Description("What was due before today.") Decimal overdue,

        @Description("What you paid that is not allocated yet; not taken off the outstanding amount.")
        Decimal unapplied,

        @Description("What you announced and is not confirmed yet; not taken off the outstanding amount.")
        Decimal announced,

        @Description("What of the outstanding amount you dispute, the oldest first; an of-which figure.")
        Decimal disputed,

        @Description("The outstanding amount by days past due, from the youngest bucket to the oldest.")
        List<@NonNull AgingBucket> buckets) {

    public PartnerBalance {
        buckets = List.copyOf(buckets);
    }

    static PartnerBalance of(CustomerBalance balance) {
        return new PartnerBalance(
                balance.currency(),
                balance.outstanding(),
                balance.notYetDue(),
                balance.overdue(),
                balance.unapplied(),
                balance.announced(),
                balance.disputed(),
                balance.buckets());
    }
}
