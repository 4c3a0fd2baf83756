package io.huikuan.tenant;

import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How a tenant wants its debts watched. The defaults are those of the table. */
@DefaultNonNull
@Description("How the tenant wants its debts watched.")
public record TenantSettings(
        @Description("The version to give back when changing the settings.")
        int version,

        @Description(
                "The upper days of the aging buckets, ascending: 30, 60, 90 gives Current, 1–30, 31–60, 61–90 and 91+.")
        List<@NonNull Integer> agingBuckets,

        @Description("How many days before its due date an installment is due soon.")
        int dueSoonDays,

        @Description("The sell-through rate, as a fraction, at which it is time to collect and refill.")
        Decimal sellThroughThreshold,

        @Description("The payment terms of customers that have none of their own.")
        PaymentTerms defaultTerms,

        @Description("Where a due date that comes from terms goes when no business is done on it.")
        BusinessDayRoll businessDayRoll,

        @Description("The hour of the tenant's day, 0 to 23, at which the daily jobs run.")
        int jobHour,

        @Description("For how many days an installment of a plan may stay unpaid before the plan is broken.")
        int planGraceDays,

        @Description("What becomes of the debts of a plan that was broken.")
        BrokenPlanPolicy brokenPlanPolicy,

        @Description("How many business days after its date a promise to pay may still be kept.")
        int promiseToleranceDays,

        @Description("The share of the promised amount, as a fraction, with which a promise to pay counts as kept.")
        Decimal promiseThreshold,

        @Description("Within how many days a dispute is to be decided for which nobody sets a deadline.")
        int disputeDays,

        @Description("Whether unapplied cash is applied by itself when a new receivable appears.")
        boolean autoApplyUnapplied,

        @Nullable @Description("What of a sale is left after the cost of the goods, as a fraction; null: not said.")
        Decimal grossMargin,

        @Nullable @Description("Within which bounds payment plans are approved by rule; null: never.")
        PlanAutoApproval planAutoApproval,

        @Nullable @Description("No money entry may be dated on or before this day; null: no period is closed.")
        LocalDate closedThrough) {

    public TenantSettings {
        agingBuckets = List.copyOf(agingBuckets);
    }

    /** Whether a money entry of this date would fall into a closed period (rule 4). */
    public boolean closes(LocalDate date) {
        return closedThrough != null && !date.isAfter(closedThrough);
    }

    /** The sales whose margin makes up a loss (rule 36), rounded up to the currency's minor units; empty when no margin is said. */
    public Optional<Money> salesToMakeUp(Money loss) {
        return Optional.ofNullable(grossMargin)
                .map(margin -> Money.of(
                        loss.value()
                                .divide(margin.value(), Currencies.minorUnitsOf(loss.currency()), RoundingMode.CEILING),
                        loss.currency()));
    }

    /** The same settings as another version. */
    public TenantSettings withVersion(int another) {
        return new TenantSettings(
                another,
                agingBuckets,
                dueSoonDays,
                sellThroughThreshold,
                defaultTerms,
                businessDayRoll,
                jobHour,
                planGraceDays,
                brokenPlanPolicy,
                promiseToleranceDays,
                promiseThreshold,
                disputeDays,
                autoApplyUnapplied,
                grossMargin,
                planAutoApproval,
                closedThrough);
    }
}
