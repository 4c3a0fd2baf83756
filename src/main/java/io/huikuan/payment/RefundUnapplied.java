package io.huikuan.payment;

import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;

/** The wish to pay unapplied cash back to the customer. */
public record RefundUnapplied(String clientKey, String paymentId, LocalDate on, MoneyInput amount, String reason) {}
