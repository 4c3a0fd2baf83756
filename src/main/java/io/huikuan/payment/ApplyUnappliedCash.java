package io.huikuan.payment;

import java.util.List;

/** The wish to allocate what is unapplied of a payment, as of the business date; fields as in {@link RecordPayment}. */
public record ApplyUnappliedCash(
        String clientKey, String paymentId, List<AllocationLine> allocations, boolean autoApply) {}
