package io.huikuan.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** By how much one receivable's balance goes down, and through which shares. In each schedule the lines sum to the amount. */
public record Reduction(UUID receivableId, LocalDate issueDate, BigDecimal amount, List<Line> lines) {

    /** A part of a share that is closed; {@code onRuling}: on the schedule that rules today. */
    public record Line(UUID shareId, BigDecimal amount, boolean onRuling) {}

    public Reduction {
        lines = List.copyOf(lines);
    }
}
