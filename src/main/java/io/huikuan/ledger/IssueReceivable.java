package io.huikuan.ledger;

import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;
import java.util.List;

/**
 * The wish to issue a document.
 *
 * @param dueDate one due date, never rolled; null when {@code installments} say, or the terms of the customer or tenant
 * @param installments explicit rows, never rolled, which sum to the amount; null likewise
 */
public record IssueReceivable(
        String clientKey,
        String customerId,
        String number,
        ReceivableKind kind,
        LocalDate issueDate,
        MoneyInput amount,
        LocalDate dueDate,
        List<InstallmentLine> installments,
        String reference) {}
