package io.huikuan.sellthrough.domain;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.sellthrough.domain.Finding.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One product of one customer on its way through the replay. */
final class Stock {

    private final String sku;
    private String name;
    private Money price;
    private LocalDate lastReportedOn;

    private BigDecimal opening = BigDecimal.ZERO;
    private BigDecimal available = BigDecimal.ZERO;
    private BigDecimal sold = BigDecimal.ZERO;
    private BigDecimal onHand = BigDecimal.ZERO;
    private boolean moved;

    Stock(String sku) {
        this.sku = sku;
    }

    /** What could not be true, if anything. */
    record Doubt(Kind kind, BigDecimal reported, BigDecimal possible) {}

    /** A new cycle begins with what is on hand. */
    void open() {
        opening = onHand;
        available = onHand;
        sold = BigDecimal.ZERO;
        moved = false;
    }

    Optional<Doubt> take(StockDelivery.Line line) {
        moved = true;
        line.name().ifPresent(given -> name = given);
        BigDecimal quantity = line.quantity().value();
        if (line.isRefill()) {
            if (price == null || line.unitPrice().amount().signum() > 0) {
                price = line.unitPrice();
            }
            available = available.add(quantity);
            onHand = onHand.add(quantity);
            return Optional.empty();
        }
        return giveBack(quantity.negate());
    }

    /** What goes back beyond the stock cannot have been sold before. */
    private Optional<Doubt> giveBack(BigDecimal quantity) {
        Optional<Doubt> doubt = beyond(Kind.RETURN_BEYOND_STOCK, quantity, onHand);
        onHand = onHand.subtract(quantity).max(BigDecimal.ZERO);
        available = available.subtract(quantity).max(BigDecimal.ZERO);
        sold = sold.min(available);
        return doubt;
    }

    Optional<Doubt> take(StockReport report) {
        moved = true;
        lastReportedOn = report.on();
        if (report.observation() instanceof StockReport.Sold sale) {
            return sell(sale.units().value());
        }
        return count(((StockReport.Counted) report.observation()).onHand().value());
    }

    private Optional<Doubt> sell(BigDecimal units) {
        Optional<Doubt> doubt = beyond(Kind.SOLD_BEYOND_STOCK, units, onHand);
        BigDecimal real = units.min(onHand);
        onHand = onHand.subtract(real);
        sold = sold.add(real).min(available);
        return doubt;
    }

    private Optional<Doubt> count(BigDecimal counted) {
        Optional<Doubt> doubt = beyond(Kind.COUNT_BEYOND_AVAILABLE, counted, available)
                .or(() -> beyond(Kind.COUNT_ROSE, counted, onHand));
        sold = sold.add(onHand.subtract(counted)).max(BigDecimal.ZERO).min(available);
        onHand = counted;
        return doubt;
    }

    private static Optional<Doubt> beyond(Kind kind, BigDecimal reported, BigDecimal possible) {
        return reported.compareTo(possible) > 0 ? Optional.of(new Doubt(kind, reported, possible)) : Optional.empty();
    }

    BigDecimal availableValue() {
        return price == null ? BigDecimal.ZERO : available.multiply(price.value());
    }

    BigDecimal soldValue() {
        return price == null ? BigDecimal.ZERO : sold.multiply(price.value());
    }

    /** Whether it plays a part in the cycle: it had stock when the cycle began, or something was said about it since. */
    boolean isInCycle() {
        return moved || opening.signum() != 0;
    }

    StockPosition position() {
        return new StockPosition(
                sku,
                Optional.ofNullable(name),
                Optional.ofNullable(price),
                Decimal.of(opening),
                Decimal.of(available),
                Decimal.of(sold),
                Decimal.of(onHand),
                Optional.ofNullable(lastReportedOn));
    }
}
