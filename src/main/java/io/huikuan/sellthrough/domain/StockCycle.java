package io.huikuan.sellthrough.domain;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The time from a delivery to the first delivery after the threshold was reached, over all products of a customer.
 *
 * @param startedBy the delivery with which it started
 * @param endedOn the day on which the next cycle started; empty for the current one
 * @param reachedOn the first day on which the rate reached the threshold; it stays, whatever a later count says
 * @param rate value sold ÷ value available, to four decimals; 0 when nothing is available
 * @param availableValue at the latest delivery prices, in the currency's minor units
 */
public record StockCycle(
        UUID startedBy,
        LocalDate startedOn,
        Optional<LocalDate> endedOn,
        Optional<LocalDate> reachedOn,
        Decimal rate,
        Money availableValue,
        Money soldValue,
        List<StockPosition> positions) {

    public StockCycle {
        positions = List.copyOf(positions);
    }
}
