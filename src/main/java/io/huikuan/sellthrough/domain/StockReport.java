package io.huikuan.sellthrough.domain;

import io.huikuan.kernel.money.Decimal;
import java.time.Instant;
import java.time.LocalDate;

/** What a customer says about one product on one day. A replaced report keeps the place of its first version in the order of its day. */
public record StockReport(String sku, LocalDate on, Instant recordedAt, Observation observation) implements StockEvent {

    /** What was seen. */
    public sealed interface Observation {}

    /** Units sold since the previous report. */
    public record Sold(Decimal units) implements Observation {}

    /** Units counted in stock. */
    public record Counted(Decimal onHand) implements Observation {}
}
