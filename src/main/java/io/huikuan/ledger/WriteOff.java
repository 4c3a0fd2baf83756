package io.huikuan.ledger;

import io.huikuan.kernel.money.MoneyInput;
import java.time.LocalDate;

/** The wish to write off a part of a receivable; without an amount, all that is open. */
public record WriteOff(String clientKey, String receivableId, LocalDate on, MoneyInput amount, String reason) {}
