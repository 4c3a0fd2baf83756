package io.huikuan.ledger.domain;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Money;
import io.huikuan.tenant.BusinessDayRoll;
import io.huikuan.tenant.PaymentTerms;
import io.huikuan.tenant.TermInstallment;
import io.huikuan.tenant.domain.BusinessCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What payment terms make of an amount issued on a date (rules 2 and 14): rows in the order of their due dates, which sum to exactly
 * the amount. Each share is rounded down to the currency's minor units, the last row of the terms takes the rest. N days after the end of the
 * month count from the last day of the month of issue. Due dates are rolled, but never to before the issue date.
 *
 * @param calendar the tenant's business days
 * @param roll where a due date goes that is no business day
 */
public record TermsSchedule(BusinessCalendar calendar, BusinessDayRoll roll) {

    /**
     * The rows. Refused is an amount that is not positive (AMOUNT_NOT_POSITIVE), has too many decimals (TOO_MANY_DECIMALS), or is too small
     * for the terms, so that a row would be zero (ZERO_INSTALLMENT).
     */
    public Outcome<List<DatedAmount>> of(Money amount, LocalDate issueDate, PaymentTerms terms) {
        if (amount.amount().signum() <= 0) {
            return Outcome.refused(
                    ErrorCode.AMOUNT_NOT_POSITIVE, "amount.amount", "The amount must be greater than zero.");
        }
        if (!amount.fitsMinorUnits()) {
            return Outcome.refused(
                    ErrorCode.TOO_MANY_DECIMALS,
                    "amount.amount",
                    "An amount in " + amount.currency() + " has at most " + Currencies.minorUnitsOf(amount.currency())
                            + " decimals.");
        }
        List<DatedAmount> rows = rows(amount, issueDate, terms);
        if (rows.stream().anyMatch(row -> row.amount().amount().signum() == 0)) {
            return Outcome.refused(
                    ErrorCode.ZERO_INSTALLMENT,
                    "amount.amount",
                    "The amount is too small for the terms: a row is zero.");
        }
        return Outcome.done(rows);
    }

    private List<DatedAmount> rows(Money amount, LocalDate issueDate, PaymentTerms terms) {
        int minorUnits = Currencies.minorUnitsOf(amount.currency());
        List<DatedAmount> rows = new ArrayList<>();
        BigDecimal rest = amount.value();
        int last = terms.installments().size() - 1;
        for (int i = 0; i <= last; i++) {
            TermInstallment row = terms.installments().get(i);
            BigDecimal share = amount.value().multiply(row.share().value()).setScale(minorUnits, RoundingMode.DOWN);
            BigDecimal part = i == last ? rest : share;
            rest = rest.subtract(part);
            rows.add(new DatedAmount(dueDate(row, issueDate), Money.of(part, amount.currency())));
        }
        rows.sort(Comparator.comparing(DatedAmount::dueDate));
        return List.copyOf(rows);
    }

    private LocalDate dueDate(TermInstallment row, LocalDate issueDate) {
        LocalDate from = row.endOfMonth() ? issueDate.with(TemporalAdjusters.lastDayOfMonth()) : issueDate;
        return calendar.roll(from.plusDays(row.days()), roll, issueDate);
    }
}
