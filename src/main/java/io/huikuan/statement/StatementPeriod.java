package io.huikuan.statement;

import java.time.LocalDate;
import java.util.UUID;

/** Whose statement it is, and from which value date to which, both included. */
public record StatementPeriod(UUID customer, LocalDate from, LocalDate to) {

    /** The day as of which the opening stands. */
    public LocalDate before() {
        return from.minusDays(1);
    }
}
