package io.huikuan.ledger.domain;

import io.huikuan.kernel.money.Money;
import java.time.LocalDate;

/** A row of a schedule before it is stored: how much is due when. */
public record DatedAmount(LocalDate dueDate, Money amount) {}
