package io.huikuan.tenant;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Settings as somebody wishes them, not checked yet; what is null stays as it is.
 *
 * @param version the version that the person saw
 * @param clear what is emptied
 */
public record SettingsChange(
        String clientKey,
        int version,
        List<Integer> agingBuckets,
        Integer dueSoonDays,
        Decimal sellThroughThreshold,
        List<TermInstallment> defaultTerms,
        BusinessDayRoll businessDayRoll,
        Integer jobHour,
        Integer planGraceDays,
        BrokenPlanPolicy brokenPlanPolicy,
        Integer promiseToleranceDays,
        Decimal promiseThreshold,
        Integer disputeDays,
        Boolean autoApplyUnapplied,
        Decimal grossMargin,
        AutoApproval planAutoApproval,
        LocalDate closedThrough,
        Set<TenantSettingsField> clear) {

    /** {@link PlanAutoApproval} as somebody wishes it. */
    public record AutoApproval(MoneyInput maxTotal, int maxInstallments, int maxDays, Decimal minFirstShare) {}
}
