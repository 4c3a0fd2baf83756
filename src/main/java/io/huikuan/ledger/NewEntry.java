package io.huikuan.ledger;

import io.huikuan.ledger.domain.Reduction;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An entry about to be booked that reduces a receivable.
 *
 * @param payment the payment that is allocated; null for others
 * @param creditNote the credit note that reduces it; null for others
 * @param reason why it was written off; null for others
 */
public record NewEntry(
        UUID customer,
        LedgerEntryKind kind,
        LocalDate on,
        Reduction reduction,
        UUID payment,
        UUID creditNote,
        String reason) {}
