package io.huikuan.payment;

import io.huikuan.kernel.money.Decimal;

/** What the payer names: a receivable or an installment (exactly one), and how much goes to it; null: as much as is open of it. */
public record AllocationLine(String receivableId, String installmentId, Decimal amount) {}
