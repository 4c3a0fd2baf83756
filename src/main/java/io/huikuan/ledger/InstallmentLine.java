package io.huikuan.ledger;

import io.huikuan.kernel.money.Decimal;
import java.time.LocalDate;

/** A row of a schedule as a client wishes it, in the currency of the document or plan. */
public record InstallmentLine(LocalDate dueDate, Decimal amount) {}
