package io.huikuan.tenant;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What settings may be. Bounds are generous: they keep out mistakes, not tastes. */
final class SettingsRules {

    private static final int MOST_BUCKETS = 12;
    private static final int TEN_YEARS = 3650;
    private static final int YEAR = 366;
    private static final int MOST_INSTALLMENTS = 60;
    private static final int MOST_TOLERANCE_DAYS = 60;

    private final Refusals refusals;
    private final LocalDate today;

    SettingsRules(Refusals refusals, LocalDate today) {
        this.refusals = refusals;
        this.today = today;
    }

    /** The settings after the change, as far as nothing was refused. */
    TenantSettings applied(SettingsChange change, TenantSettings before) {
        return new TenantSettings(
                before.version(),
                or(buckets(change.agingBuckets()), before.agingBuckets()),
                or(refusals.between("dueSoonDays", change.dueSoonDays(), 0, YEAR), before.dueSoonDays()),
                or(
                        refusals.fraction("sellThroughThreshold", change.sellThroughThreshold()),
                        before.sellThroughThreshold()),
                or(terms(change.defaultTerms()), before.defaultTerms()),
                or(change.businessDayRoll(), before.businessDayRoll()),
                or(refusals.between("jobHour", change.jobHour(), 0, 23), before.jobHour()),
                or(refusals.between("planGraceDays", change.planGraceDays(), 0, YEAR), before.planGraceDays()),
                or(change.brokenPlanPolicy(), before.brokenPlanPolicy()),
                or(
                        refusals.between("promiseToleranceDays", change.promiseToleranceDays(), 0, MOST_TOLERANCE_DAYS),
                        before.promiseToleranceDays()),
                or(refusals.fraction("promiseThreshold", change.promiseThreshold()), before.promiseThreshold()),
                or(refusals.between("disputeDays", change.disputeDays(), 0, YEAR), before.disputeDays()),
                or(change.autoApplyUnapplied(), before.autoApplyUnapplied()),
                cleared(
                        change,
                        TenantSettingsField.GROSS_MARGIN,
                        or(refusals.fraction("grossMargin", change.grossMargin()), before.grossMargin())),
                cleared(
                        change,
                        TenantSettingsField.PLAN_AUTO_APPROVAL,
                        or(autoApproval(change.planAutoApproval()), before.planAutoApproval())),
                cleared(
                        change,
                        TenantSettingsField.CLOSED_THROUGH,
                        or(closedThrough(change.closedThrough()), before.closedThrough())));
    }

    private static <T> T or(T wished, T before) {
        return wished == null ? before : wished;
    }

    private static <T> T cleared(SettingsChange change, TenantSettingsField field, T otherwise) {
        return change.clear().contains(field) ? null : otherwise;
    }

    private List<Integer> buckets(List<Integer> days) {
        if (days == null) {
            return null;
        }
        boolean ascending = !days.isEmpty() && days.size() <= MOST_BUCKETS && days.get(0) >= 1;
        for (int i = 1; ascending && i < days.size(); i++) {
            ascending = days.get(i - 1) < days.get(i);
        }
        if (!ascending || days.get(days.size() - 1) > TEN_YEARS) {
            refusals.add(
                    ErrorCode.INVALID_VALUE,
                    "agingBuckets",
                    "Buckets are 1 to " + MOST_BUCKETS + " numbers of days, ascending, 1 to " + TEN_YEARS + ".");
            return null;
        }
        return days;
    }

    private PaymentTerms terms(List<TermInstallment> rows) {
        return rows == null ? null : refusals.take(PaymentTerms.of(rows, "defaultTerms"));
    }

    private PlanAutoApproval autoApproval(SettingsChange.AutoApproval wish) {
        if (wish == null) {
            return null;
        }
        String path = "planAutoApproval.";
        Money total = refusals.positive(path + "maxTotal", wish.maxTotal());
        Integer count = refusals.between(path + "maxInstallments", wish.maxInstallments(), 1, MOST_INSTALLMENTS);
        Integer days = refusals.between(path + "maxDays", wish.maxDays(), 1, TEN_YEARS);
        Decimal share = wish.minFirstShare();
        if (share.signum() < 0 || share.value().compareTo(BigDecimal.ONE) > 0) {
            refusals.add(ErrorCode.INVALID_VALUE, path + "minFirstShare", "It must be 0 to 1.");
        }
        return total == null || count == null || days == null ? null : new PlanAutoApproval(total, count, days, share);
    }

    /** Money keeps moving on days to come, so only days that have come can be closed. */
    private LocalDate closedThrough(LocalDate day) {
        if (day != null && day.isAfter(today)) {
            refusals.add(
                    ErrorCode.DATE_IN_FUTURE, "closedThrough", "A period is closed through the business date at most.");
        }
        return day;
    }
}
