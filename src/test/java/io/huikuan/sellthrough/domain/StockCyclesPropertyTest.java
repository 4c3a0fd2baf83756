package io.huikuan.sellthrough.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for any history, however impossible: one fact a day at most for each product, so that only the days order them. */
class StockCyclesPropertyTest {

    private static final Decimal THRESHOLD = new Decimal("0.8");
    private static final Instant RECORDED = Instant.parse("2026-11-22T00:00:00Z");

    private record History(List<StockDelivery> deliveries, List<StockReport> reports) {

        StockCycles replay() {
            return StockCycles.replay(THRESHOLD, "USD", deliveries, reports);
        }

        History shuffled(Random random) {
            List<StockDelivery> otherDeliveries = new ArrayList<>(deliveries);
            List<StockReport> otherReports = new ArrayList<>(reports);
            Collections.shuffle(otherDeliveries, random);
            Collections.shuffle(otherReports, random);
            return new History(otherDeliveries, otherReports);
        }
    }

    @Test
    void the_outcome_does_not_depend_on_the_order_in_which_days_were_recorded() {
        Random random = new Random(18);
        for (int i = 0; i < 1_000; i++) {
            History history = anyHistory(random);
            StockCycles straight = history.replay();
            StockCycles shuffled = history.shuffled(random).replay();

            assertThat(shuffled.cycles()).isEqualTo(straight.cycles());
            assertThat(shuffled.findings()).containsExactlyInAnyOrderElementsOf(straight.findings());
        }
    }

    @Test
    void figures_stay_within_their_bounds_and_cycles_follow_each_other() {
        Random random = new Random(1818);
        for (int i = 0; i < 1_000; i++) {
            StockCycles outcome = anyHistory(random).replay();

            outcome.cycles().forEach(StockCyclesPropertyTest::assertWithinBounds);
            for (int n = 1; n < outcome.cycles().size(); n++) {
                StockCycle before = outcome.cycles().get(n - 1);
                StockCycle after = outcome.cycles().get(n);
                assertThat(before.reachedOn()).isPresent();
                assertThat(before.endedOn()).contains(after.startedOn());
                assertThat(after.startedOn())
                        .isAfterOrEqualTo(before.reachedOn().get());
                assertOpensWithWhatWasLeft(before, after);
            }
            outcome.cycles().stream()
                    .reduce((a, b) -> b)
                    .ifPresent(last -> assertThat(last.endedOn()).isEmpty());
        }
    }

    private static void assertWithinBounds(StockCycle cycle) {
        assertThat(cycle.rate()).isBetween(Decimal.ZERO, new Decimal("1"));
        assertThat(cycle.soldValue().amount())
                .isBetween(Decimal.ZERO, cycle.availableValue().amount());
        assertThat(cycle.positions()).allSatisfy(position -> {
            assertThat(position.sold()).isBetween(Decimal.ZERO, position.available());
            assertThat(position.onHand().signum()).isNotNegative();
        });
    }

    private static void assertOpensWithWhatWasLeft(StockCycle before, StockCycle after) {
        after.positions().forEach(position -> {
            Decimal left = before.positions().stream()
                    .filter(earlier -> earlier.sku().equals(position.sku()))
                    .map(StockPosition::onHand)
                    .findFirst()
                    .orElse(Decimal.ZERO);
            assertThat(position.opening()).isEqualTo(left);
        });
    }

    private static History anyHistory(Random random) {
        List<StockDelivery> deliveries = new ArrayList<>();
        List<StockReport> reports = new ArrayList<>();
        Set<LocalDate> taken = new HashSet<>();
        int facts = 1 + random.nextInt(25);
        for (int i = 0; i < facts; i++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(60));
            if (!taken.add(day)) {
                continue;
            }
            if (random.nextInt(3) == 0) {
                deliveries.add(anyDelivery(random, day));
            } else {
                reports.add(anyReport(random, day));
            }
        }
        return new History(deliveries, reports);
    }

    private static StockDelivery anyDelivery(Random random, LocalDate day) {
        List<StockDelivery.Line> lines = new ArrayList<>();
        for (int n = 0; n <= random.nextInt(3); n++) {
            int quantity = random.nextInt(5) == 0 ? -1 - random.nextInt(30) : 1 + random.nextInt(100);
            lines.add(new StockDelivery.Line(
                    anySku(random),
                    Optional.empty(),
                    Decimal.of(BigDecimal.valueOf(quantity)),
                    Money.of(BigDecimal.valueOf(random.nextInt(10_000), 2), "USD")));
        }
        return new StockDelivery(new UUID(0, day.toEpochDay()), day, RECORDED, lines);
    }

    private static StockReport anyReport(Random random, LocalDate day) {
        Decimal units = Decimal.of(BigDecimal.valueOf(random.nextInt(120)));
        return new StockReport(
                anySku(random),
                day,
                RECORDED,
                random.nextBoolean() ? new StockReport.Sold(units) : new StockReport.Counted(units));
    }

    private static String anySku(Random random) {
        return String.valueOf((char) ('A' + random.nextInt(3)));
    }
}
