package io.huikuan.ledger;

import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.ledger.domain.TermsSchedule;
import io.huikuan.tenant.TenantSettings;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the schedule of a document's own terms (rules 2 and 14). */
@ApplicationScoped
public class Terms {

    /** The most rows that a schedule may have. */
    public static final int MOST_ROWS = 120;

    private final TenantSettingsService settings;

    Terms(TenantSettingsService settings) {
        this.settings = settings;
    }

    /** The rows of a document: the due date or the installments that it names, else the customer's terms, else the tenant's. */
    Outcome<List<DatedAmount>> rows(IssueReceivable wish, Money amount, LockedCustomer customer) {
        if (wish.dueDate() != null && wish.installments() != null) {
            return Outcome.refused(ErrorCode.EXACTLY_ONE, "installments", "Give a due date or installments, not both.");
        }
        if (wish.dueDate() != null) {
            return dueOn(wish.dueDate(), amount, wish.issueDate());
        }
        if (wish.installments() != null) {
            return explicit(wish.installments(), amount, wish.issueDate(), "installments");
        }
        return byTerms(amount, wish.issueDate(), customer);
    }

    /** One row on an explicit due date, which is never rolled. */
    public Outcome<List<DatedAmount>> dueOn(LocalDate dueDate, Money amount, LocalDate issueDate) {
        if (dueDate.isBefore(issueDate)) {
            return Outcome.refused(ErrorCode.DATE_ORDER, "dueDate", "The due date is before the issue date.");
        }
        return Outcome.done(List.of(new DatedAmount(dueDate, amount)));
    }

    /** The rows by the customer's terms, else the tenant's. */
    public Outcome<List<DatedAmount>> byTerms(Money amount, LocalDate issueDate, LockedCustomer customer) {
        TenantSettings tenant = settings.current();
        return new TermsSchedule(settings.calendar(), tenant.businessDayRoll())
                .of(amount, issueDate, customer.terms().orElse(tenant.defaultTerms()));
    }

    /** Rows that a client names: each above zero, none before {@code earliest}, together exactly the amount. */
    public static Outcome<List<DatedAmount>> explicit(
            List<InstallmentLine> lines, Money amount, LocalDate earliest, String path) {
        Refusals refusals = new Refusals();
        refusals.unless(
                !lines.isEmpty() && lines.size() <= MOST_ROWS,
                ErrorCode.INVALID_VALUE,
                path,
                "There are 1 to " + MOST_ROWS + " rows.");
        List<DatedAmount> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < lines.size() && i < MOST_ROWS; i++) {
            DatedAmount row = row(lines.get(i), amount.currency(), refusals, path + "." + i);
            refusals.unless(
                    !row.dueDate().isBefore(earliest),
                    ErrorCode.DATE_ORDER,
                    path + "." + i + ".dueDate",
                    "The earliest date is " + earliest + ".");
            rows.add(row);
            sum = sum.add(row.amount().value());
        }
        if (!refusals.any() && sum.compareTo(amount.value()) != 0) {
            refusals.add(
                    ErrorCode.SUM_MISMATCH,
                    path,
                    "The rows sum to " + sum.toPlainString() + ", the whole is " + amount.amount() + ".");
        }
        rows.sort(java.util.Comparator.comparing(DatedAmount::dueDate));
        return refusals.any() ? refusals.outcome() : Outcome.done(List.copyOf(rows));
    }

    private static DatedAmount row(InstallmentLine line, String currency, Refusals refusals, String path) {
        Money amount = Money.of(line.amount().value(), currency);
        refusals.unless(
                line.amount().signum() > 0,
                ErrorCode.ZERO_INSTALLMENT,
                path + ".amount",
                "An installment is more than zero.");
        refusals.unless(
                amount.fitsMinorUnits(),
                ErrorCode.TOO_MANY_DECIMALS,
                path + ".amount",
                "The amount has more digits than " + currency + ".");
        return new DatedAmount(line.dueDate(), amount);
    }
}
