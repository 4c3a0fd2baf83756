package io.huikuan.announcement;

import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.payment.AllocationLine;
import io.huikuan.payment.PaymentMethod;
import java.time.LocalDate;
import java.util.List;

/**
 * The wish to record the payment that an announcement became.
 *
 * @param number the payment's number; null: one is made
 * @param amount what came in, in the announced currency; null: what was announced
 * @param reference null: the announced one
 * @param allocations what the money is for; null: the announced receivables, each as far as it is open
 */
public record ConfirmAnnouncement(
        String clientKey,
        String id,
        String number,
        MoneyInput amount,
        LocalDate receivedOn,
        PaymentMethod method,
        String reference,
        List<AllocationLine> allocations,
        boolean autoApply) {}
