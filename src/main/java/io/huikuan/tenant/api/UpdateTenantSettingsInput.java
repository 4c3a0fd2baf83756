package io.huikuan.tenant.api;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.tenant.BrokenPlanPolicy;
import io.huikuan.tenant.BusinessDayRoll;
import io.huikuan.tenant.SettingsChange;
import io.huikuan.tenant.TenantSettingsField;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Changed settings as a client sends them. */
@Input("UpdateTenantSettingsInput")
@Description("Settings to change; what is null or absent stays as it is.")
public record UpdateTenantSettingsInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Nullable @Description("The upper days of the aging buckets, ascending, 1 to 12 of them.")
        List<@NonNull Integer> agingBuckets,

        @Description("How many days before its due date an installment is due soon, 0 to 366.")
        Integer dueSoonDays,

        @Description("The sell-through rate at which it is time to collect and refill, above 0 and at most 1.")
        Decimal sellThroughThreshold,

        @Description("The payment terms of customers that have none of their own.")
        PaymentTermsInput defaultTerms,

        @Description("Where a due date that comes from terms goes when no business is done on it.")
        BusinessDayRoll businessDayRoll,

        @Description("The hour of the tenant's day, 0 to 23, at which the daily jobs run.")
        Integer jobHour,

        @Description("For how many days an installment of a plan may stay unpaid before the plan is broken, 0 to 366.")
        Integer planGraceDays,

        @Description("What becomes of the debts of a plan that was broken.")
        BrokenPlanPolicy brokenPlanPolicy,

        @Description("How many business days after its date a promise to pay may still be kept, 0 to 60.")
        Integer promiseToleranceDays,

        @Description(
                "The share of the promised amount with which a promise to pay counts as kept, above 0 and at most 1.")
        Decimal promiseThreshold,

        @Description("Within how many days a dispute is to be decided for which nobody sets a deadline, 0 to 366.")
        Integer disputeDays,

        @Description("Whether unapplied cash is applied by itself when a new receivable appears.")
        Boolean autoApplyUnapplied,

        @Description("What of a sale is left after the cost of the goods, above 0 and at most 1.")
        Decimal grossMargin,

        @Description("Within which bounds payment plans are approved by rule.")
        PlanAutoApprovalInput planAutoApproval,

        @Description(
                "Closes all days up to this one for money entries; the business date at most, an earlier day than before opens again.")
        LocalDate closedThrough,

        @Nullable @Description("What to empty; it wins over a value given.")
        List<@NonNull TenantSettingsField> clear) {

    SettingsChange change() {
        return new SettingsChange(
                clientKey,
                version,
                agingBuckets,
                dueSoonDays,
                sellThroughThreshold,
                PaymentTermsInput.rows(defaultTerms),
                businessDayRoll,
                jobHour,
                planGraceDays,
                brokenPlanPolicy,
                promiseToleranceDays,
                promiseThreshold,
                disputeDays,
                autoApplyUnapplied,
                grossMargin,
                planAutoApproval == null ? null : planAutoApproval.wish(),
                closedThrough,
                cleared());
    }

    /** In a fixed order, so that the text form of a repeated wish is the same. */
    private Set<TenantSettingsField> cleared() {
        return clear == null || clear.isEmpty() ? EnumSet.noneOf(TenantSettingsField.class) : EnumSet.copyOf(clear);
    }
}
