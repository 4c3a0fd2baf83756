package io.huikuan.payment;

import java.time.LocalDate;

/** The wish to reverse a payment whose money went back. */
public record ReversePayment(String clientKey, String paymentId, LocalDate on, String reason) {}
