package io.huikuan.sellthrough.domain;

import io.huikuan.kernel.money.Decimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All stock cycles of one customer, oldest first, and what is impossible in its reports (rule 18). They follow from the facts alone:
 * whatever the order in which facts of different days were recorded, the outcome is the same.
 *
 * <p>Facts are replayed by day, those of one day in the order in which they were first recorded. A report of the very day on which its
 * product was first delivered comes after that delivery. A cycle's rate is judged at the end of each day, and before a delivery that could
 * start the next cycle.
 */
public record StockCycles(List<StockCycle> cycles, List<Finding> findings) {

    public StockCycles {
        cycles = List.copyOf(cycles);
        findings = List.copyOf(findings);
    }

    /**
     * The cycles that the facts make.
     *
     * @param threshold the rate at which a cycle is sold through, more than 0 and at most 1
     * @param currency in which all prices are
     * @param deliveries in the order in which they were recorded
     * @param reports at most one for a product and day
     */
    public static StockCycles replay(
            Decimal threshold, String currency, List<StockDelivery> deliveries, List<StockReport> reports) {
        Replay replay = new Replay(threshold.value(), currency);
        inOrder(deliveries, reports).forEach(replay::take);
        return replay.outcome();
    }

    private record Placed(StockEvent event, Instant place) {}

    private static List<StockEvent> inOrder(List<StockDelivery> deliveries, List<StockReport> reports) {
        Map<String, StockDelivery> first = firstDeliveries(deliveries);
        List<Placed> placed = new ArrayList<>();
        deliveries.forEach(delivery -> placed.add(new Placed(delivery, delivery.recordedAt())));
        reports.forEach(report -> placed.add(new Placed(report, place(report, first.get(report.sku())))));
        placed.sort(Comparator.comparing((Placed one) -> one.event().on())
                .thenComparing(Placed::place)
                .thenComparing(one -> one.event() instanceof StockReport));
        return placed.stream().map(Placed::event).toList();
    }

    private static Instant place(StockReport report, StockDelivery first) {
        boolean waits = first != null
                && first.on().equals(report.on())
                && first.recordedAt().isAfter(report.recordedAt());
        return waits ? first.recordedAt() : report.recordedAt();
    }

    private static Map<String, StockDelivery> firstDeliveries(List<StockDelivery> deliveries) {
        Map<String, StockDelivery> first = new HashMap<>();
        deliveries.stream()
                .sorted(Comparator.comparing(StockDelivery::on).thenComparing(StockDelivery::recordedAt))
                .forEach(delivery -> delivery.lines().stream()
                        .filter(StockDelivery.Line::isRefill)
                        .forEach(line -> first.putIfAbsent(line.sku(), delivery)));
        return first;
    }
}
