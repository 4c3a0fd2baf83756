package io.huikuan.letter;

import io.huikuan.kernel.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What of one receivable is due on one day and may be dunned.
 *
 * @param reference the document's; may be null
 * @param amount what is open of it, without what is promised or disputed
 * @param daysOverdue 0 when it is not overdue
 */
public record OpenItem(
        UUID receivable,
        String number,
        String reference,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        int daysOverdue) {}
