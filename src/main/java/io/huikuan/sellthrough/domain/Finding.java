package io.huikuan.sellthrough.domain;

import io.huikuan.kernel.money.Decimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A report or return that cannot be true beside the others: it is kept and counted as far as it can be, and somebody should ask.
 *
 * @param on the day it is about
 * @param reported what was said, in units
 * @param possible the most that could have been, in units
 * @param cycle the delivery that started the cycle it fell into; empty before the first delivery
 */
public record Finding(String sku, LocalDate on, Kind kind, Decimal reported, Decimal possible, Optional<UUID> cycle) {

    /** What is wrong. */
    public enum Kind {
        /** More was sold than was in stock. */
        SOLD_BEYOND_STOCK,
        /** The stock went up without a delivery: sales went backwards. */
        COUNT_ROSE,
        /** More was counted than the cycle ever had. */
        COUNT_BEYOND_AVAILABLE,
        /** More went back than was in stock. */
        RETURN_BEYOND_STOCK
    }
}
