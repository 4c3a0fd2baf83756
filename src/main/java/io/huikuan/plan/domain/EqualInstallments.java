package io.huikuan.plan.domain;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.plan.Frequency;
import io.huikuan.tenant.BusinessDayRoll;
import io.huikuan.tenant.domain.BusinessCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A total in equal installments (rule 8): each is total ÷ count rounded down to the currency's minor units, the last takes the rest. The
 * n-th due date is the first plus n periods, counted from the first, clipped to the month's end, then rolled to a business day, but never to
 * before the business date.
 *
 * @param count how many installments, 1 to {@value #MOST}
 * @param firstDueDate the first due date, before it is rolled
 * @param every how far they lie apart
 */
public record EqualInstallments(int count, LocalDate firstDueDate, Frequency every) {

    /** The most installments that a total may be split into. */
    public static final int MOST = 120;

    /** How many years after the business date the first due date may lie. */
    public static final int MOST_YEARS_AHEAD = 30;

    /**
     * The rows, which sum to exactly the total. The errors name the fields below {@code equal}: INVALID_VALUE for a count or a first due date out
     * of range, DATE_IN_PAST for a first due date before the business date, ZERO_INSTALLMENT for a total too small for the count.
     *
     * @param total what is to be paid, more than zero, in the currency's minor units
     */
    public Outcome<List<DatedAmount>> split(
            Money total, LocalDate businessDate, BusinessCalendar calendar, BusinessDayRoll roll) {
        List<UserError> errors = new ArrayList<>();
        addDateErrors(businessDate, errors);
        addCountErrors(total, errors);
        return errors.isEmpty() ? Outcome.done(rows(total, businessDate, calendar, roll)) : Outcome.refused(errors);
    }

    private void addDateErrors(LocalDate businessDate, List<UserError> errors) {
        if (firstDueDate.isBefore(businessDate)) {
            errors.add(UserError.of(
                    ErrorCode.DATE_IN_PAST,
                    "equal.firstDueDate",
                    "The first due date is before the business date " + businessDate + "."));
        }
        if (firstDueDate.isAfter(businessDate.plusYears(MOST_YEARS_AHEAD))) {
            errors.add(UserError.of(
                    ErrorCode.INVALID_VALUE,
                    "equal.firstDueDate",
                    "The first due date is at most " + MOST_YEARS_AHEAD + " years away."));
        }
    }

    private void addCountErrors(Money total, List<UserError> errors) {
        if (count < 1 || count > MOST) {
            errors.add(
                    UserError.of(ErrorCode.INVALID_VALUE, "equal.count", "There are 1 to " + MOST + " installments."));
        } else if (each(total).signum() <= 0) {
            errors.add(UserError.of(
                    ErrorCode.ZERO_INSTALLMENT, "equal.count", "The total is too small for so many installments."));
        }
    }

    private BigDecimal each(Money total) {
        return total.value()
                .divide(BigDecimal.valueOf(count), Currencies.minorUnitsOf(total.currency()), RoundingMode.DOWN);
    }

    private List<DatedAmount> rows(
            Money total, LocalDate businessDate, BusinessCalendar calendar, BusinessDayRoll roll) {
        BigDecimal each = each(total);
        BigDecimal last = total.value().subtract(each.multiply(BigDecimal.valueOf(count - 1L)));
        List<DatedAmount> rows = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            BigDecimal amount = n == count - 1 ? last : each;
            rows.add(
                    new DatedAmount(calendar.roll(dueDate(n), roll, businessDate), Money.of(amount, total.currency())));
        }
        return List.copyOf(rows);
    }

    private LocalDate dueDate(int n) {
        return switch (every) {
            case WEEK -> firstDueDate.plusWeeks(n);
            case TWO_WEEKS -> firstDueDate.plusWeeks(2L * n);
            case MONTH -> firstDueDate.plusMonths(n);
            case QUARTER -> firstDueDate.plusMonths(3L * n);
        };
    }
}
