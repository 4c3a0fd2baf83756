package io.huikuan.payment;

import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;
import java.util.List;

/**
 * The wish to record money received.
 *
 * @param number the payment's number; null: one is made
 * @param allocations what the payer names, comes first; null or empty: nothing is named
 * @param autoApply whether the rest goes to the oldest due shares; else it stays unapplied
 */
public record RecordPayment(
        String clientKey,
        String customerId,
        String number,
        MoneyInput amount,
        LocalDate receivedOn,
        PaymentMethod method,
        String reference,
        List<AllocationLine> allocations,
        boolean autoApply) {}
