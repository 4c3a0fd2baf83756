package io.huikuan.payment;

import java.time.LocalDate;

/** The wish to take allocations of a payment back: those on one receivable, or all when it is null. */
public record UnapplyPayment(String clientKey, String paymentId, String receivableId, LocalDate on, String reason) {}
