package io.huikuan.sellthrough.domain;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One product in a cycle, as it stood at the cycle's end or stands now. {@code sold} is 0 to {@code available}.
 *
 * @param name the name on the latest delivery that gave one
 * @param price of the latest delivery; empty for a product that was reported but never delivered
 * @param opening stock on hand when the cycle began
 * @param available opening + deliveries − returns
 * @param onHand available − sold, unless more was counted than can be
 * @param lastReportedOn the day of the latest report, of this cycle or before; empty when there was none
 */
public record StockPosition(
        String sku,
        Optional<String> name,
        Optional<Money> price,
        Decimal opening,
        Decimal available,
        Decimal sold,
        Decimal onHand,
        Optional<LocalDate> lastReportedOn) {}
