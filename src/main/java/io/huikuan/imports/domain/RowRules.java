package io.huikuan.imports.domain;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;

/** What the cells of one row must be like together, as far as the row alone tells. */
public final class RowRules {

    private final ImportKind kind;

    public RowRules(ImportKind kind) {
        this.kind = kind;
    }

    /** Adds what is wrong with a row whose cells are right each for itself; pads the amount of a receivable, which no one reads again. */
    public void check(String[] row, Refusals refusals) {
        switch (kind) {
            case CUSTOMERS -> creditLimit(row, refusals);
            case CONTACT_PERSONS -> preferredHours(row, refusals);
            case RECEIVABLES -> receivable(row, refusals);
            case PAYMENTS -> decimals("amount", row, refusals);
            case DELIVERIES -> {}
            case SELL_OUT, MY_SELL_OUT ->
                refusals.unless(
                        (cell("sold", row) == null) != (cell("on_hand", row) == null),
                        ErrorCode.EXACTLY_ONE,
                        "sold",
                        "Give either units sold or units on hand.");
        }
    }

    private String cell(String column, String[] row) {
        return row[kind.place(column)];
    }

    private void creditLimit(String[] row, Refusals refusals) {
        if (cell("credit_limit", row) == null) {
            return;
        }
        if (cell("currency", row) == null) {
            refusals.add(ErrorCode.REQUIRED, "currency", "A credit limit needs its currency.");
        } else {
            decimals("credit_limit", row, refusals);
        }
    }

    private void preferredHours(String[] row, Refusals refusals) {
        String from = cell("preferred_from", row);
        String to = cell("preferred_to", row);
        refusals.unless(
                from == null || to == null || from.compareTo(to) < 0,
                ErrorCode.INVALID_VALUE,
                "preferred_to",
                "Preferred hours end after they begin.");
    }

    private void receivable(String[] row, Refusals refusals) {
        decimals("amount", row, refusals);
        row[kind.place("amount")] = Money.of(new BigDecimal(cell("amount", row)), cell("currency", row))
                .value()
                .toPlainString();
        String due = cell("due_date", row);
        refusals.unless(
                due == null || cell("terms", row) == null,
                ErrorCode.EXACTLY_ONE,
                "terms",
                "Give a due date or terms, not both.");
        refusals.unless(
                due == null || due.compareTo(cell("issue_date", row)) >= 0,
                ErrorCode.DATE_ORDER,
                "due_date",
                "The due date is before the issue date.");
        refusals.unless(
                !"CREDIT_NOTE".equals(cell("kind", row)),
                ErrorCode.KIND_NOT_ALLOWED,
                "kind",
                "A credit note credits an invoice: issue it there. What was credited before is imported as a payment.");
    }

    private void decimals(String column, String[] row, Refusals refusals) {
        int digits = Currencies.minorUnitsOf(cell("currency", row));
        BigDecimal amount = new BigDecimal(cell(column, row));
        refusals.unless(
                amount.scale() <= digits || amount.stripTrailingZeros().scale() <= digits,
                ErrorCode.TOO_MANY_DECIMALS,
                column,
                "This currency has " + digits + " digits after the point.");
    }
}
