package io.huikuan.ledger;

import java.time.LocalDate;

/** The wish to take all live write-offs of a receivable back. */
public record UndoWriteOff(String clientKey, String receivableId, LocalDate on, String reason) {}
