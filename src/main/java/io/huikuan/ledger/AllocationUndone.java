package io.huikuan.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The ledger took an allocation back, because a credit note needs the room: the money is unapplied cash of its payment again. */
public record AllocationUndone(UUID payment, UUID customer, BigDecimal amount, LocalDate on, String reason) {}
