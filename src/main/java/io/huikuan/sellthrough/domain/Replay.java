package io.huikuan.sellthrough.domain;

import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The state of one customer's stock while its facts are gone through in order. Used once. */
final class Replay {

    private static final int RATE_DECIMALS = 4;

    private final BigDecimal threshold;
    private final String currency;
    private final Map<String, Stock> stocks = new TreeMap<>();
    private final List<StockCycle> closed = new ArrayList<>();
    private final Map<FindingKey, Finding> findings = new LinkedHashMap<>();

    private StockDelivery start;
    private LocalDate reachedOn;
    private LocalDate day;

    Replay(BigDecimal threshold, String currency) {
        this.threshold = threshold;
        this.currency = currency;
    }

    private record FindingKey(String sku, LocalDate on, Finding.Kind kind) {}

    void take(StockEvent event) {
        if (!event.on().equals(day)) {
            judge();
            day = event.on();
        }
        if (event instanceof StockDelivery delivery) {
            deliver(delivery);
        } else if (event instanceof StockReport report) {
            stock(report.sku()).take(report).ifPresent(doubt -> find(report.sku(), report.on(), doubt));
        }
    }

    private void deliver(StockDelivery delivery) {
        if (delivery.isRefill()) {
            judge();
            if (start == null || reachedOn != null) {
                open(delivery);
            }
        }
        for (StockDelivery.Line line : delivery.lines()) {
            stock(line.sku()).take(line).ifPresent(doubt -> find(line.sku(), delivery.on(), doubt));
        }
    }

    private void open(StockDelivery delivery) {
        if (start != null) {
            closed.add(cycle(Optional.of(delivery.on())));
        }
        start = delivery;
        reachedOn = null;
        stocks.values().forEach(Stock::open);
    }

    /** The threshold is compared exactly; only what is shown is rounded. */
    private void judge() {
        if (start == null || reachedOn != null) {
            return;
        }
        BigDecimal available = availableValue();
        if (available.signum() > 0 && soldValue().compareTo(available.multiply(threshold)) >= 0) {
            reachedOn = day;
        }
    }

    StockCycles outcome() {
        judge();
        List<StockCycle> cycles = new ArrayList<>(closed);
        if (start != null) {
            cycles.add(cycle(Optional.empty()));
        }
        return new StockCycles(cycles, List.copyOf(findings.values()));
    }

    private StockCycle cycle(Optional<LocalDate> endedOn) {
        return new StockCycle(
                start.id(),
                start.on(),
                endedOn,
                Optional.ofNullable(reachedOn),
                rate(),
                money(availableValue()),
                money(soldValue()),
                stocks.values().stream()
                        .filter(Stock::isInCycle)
                        .map(Stock::position)
                        .toList());
    }

    private Decimal rate() {
        BigDecimal available = availableValue();
        return Decimal.of(
                available.signum() > 0
                        ? soldValue().divide(available, RATE_DECIMALS, RoundingMode.HALF_UP)
                        : BigDecimal.ZERO.setScale(RATE_DECIMALS));
    }

    private Money money(BigDecimal value) {
        return Money.of(value.setScale(Currencies.minorUnitsOf(currency), RoundingMode.HALF_UP), currency);
    }

    private BigDecimal availableValue() {
        return stocks.values().stream().map(Stock::availableValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal soldValue() {
        return stocks.values().stream().map(Stock::soldValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stock stock(String sku) {
        return stocks.computeIfAbsent(sku, Stock::new);
    }

    private void find(String sku, LocalDate on, Stock.Doubt doubt) {
        Finding finding = new Finding(
                sku,
                on,
                doubt.kind(),
                Decimal.of(doubt.reported()),
                Decimal.of(doubt.possible()),
                Optional.ofNullable(start).map(StockDelivery::id));
        findings.put(new FindingKey(sku, on, doubt.kind()), finding);
    }
}
