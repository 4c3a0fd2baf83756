package io.huikuan.ledger;

import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.domain.DatedAmount;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A document about to be issued.
 *
 * @param terms its own schedule, rows that sum to the amount; empty for a credit note
 * @param credits the document that a credit note credits; null otherwise
 * @param reason why a credit note was issued; null otherwise
 */
public record NewReceivable(
        UUID id,
        UUID customer,
        String number,
        ReceivableKind kind,
        LocalDate issueDate,
        Money amount,
        List<DatedAmount> terms,
        String reference,
        UUID credits,
        String reason) {

    public NewReceivable {
        terms = List.copyOf(terms);
    }

    /** The last due date of its terms; the issue date where it has none. */
    public LocalDate dueDate() {
        return terms.stream()
                .map(DatedAmount::dueDate)
                .max(LocalDate::compareTo)
                .orElse(issueDate);
    }
}
