package io.huikuan.sellthrough.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockCyclesTest {

    private final Facts facts = new Facts();

    @Test
    void the_golden_case_of_rule_18() {
        facts.deliver(1, line("A", 100, "10.00"), line("B", 50, "40.00"));
        facts.sold(10, "A", 90).sold(10, "B", 35);

        assertThat(current().rate()).isEqualTo(new Decimal("0.7667"));
        assertThat(current().reachedOn()).isEmpty();

        facts.counted(12, "B", 10);

        assertThat(current().rate()).isEqualTo(new Decimal("0.8333"));
        assertThat(current().reachedOn()).contains(day(12));
        assertThat(position("B").sold()).isEqualTo(new Decimal("40"));

        facts.deliver(15, line("A", 20, "10.00"));

        assertThat(replay().cycles()).hasSize(2);
        assertThat(replay().cycles().get(0).endedOn()).contains(day(15));
        assertThat(current().startedOn()).isEqualTo(day(15));
        assertThat(current().availableValue()).isEqualTo(cny("700.00"));
        assertThat(current().rate()).isEqualTo(Decimal.ZERO);
        assertThat(current().reachedOn()).isEmpty();
        assertThat(position("A").available()).isEqualTo(new Decimal("30"));
        assertThat(position("B").opening()).isEqualTo(new Decimal("10"));
        assertThat(replay().findings()).isEmpty();
    }

    @Test
    void the_golden_case_comes_out_alike_when_all_of_it_happens_on_one_day() {
        facts.deliver(1, line("A", 100, "10.00"), line("B", 50, "40.00"));
        facts.sold(1, "A", 90).counted(1, "B", 10);
        facts.deliver(1, line("A", 20, "10.00"));

        assertThat(replay().cycles()).hasSize(2);
        assertThat(replay().cycles().get(0).rate()).isEqualTo(new Decimal("0.8333"));
        assertThat(current().availableValue()).isEqualTo(cny("700.00"));
    }

    @Test
    void there_is_no_cycle_before_the_first_delivery() {
        facts.sold(1, "A", 0);

        assertThat(replay().cycles()).isEmpty();
        assertThat(replay().findings()).isEmpty();
    }

    @Nested
    class A_cycle {

        @Test
        void takes_in_deliveries_until_its_threshold_is_reached() {
            facts.deliver(1, line("A", 100, "1.00")).sold(5, "A", 79).deliver(6, line("A", 100, "1.00"));

            assertThat(replay().cycles()).hasSize(1);
            assertThat(current().rate()).isEqualTo(new Decimal("0.395"));
        }

        @Test
        void is_reached_exactly_at_the_threshold_and_not_a_unit_below() {
            facts.deliver(1, line("A", 100_000, "1.00")).sold(5, "A", 79_999);
            assertThat(current().reachedOn()).isEmpty();
            assertThat(current().rate()).isEqualTo(new Decimal("0.8"));

            facts.sold(6, "A", 1);
            assertThat(current().reachedOn()).contains(day(6));
        }

        @Test
        void stays_reached_when_a_later_count_says_less_was_sold() {
            facts.deliver(1, line("A", 10, "1.00")).sold(2, "A", 8).counted(3, "A", 5);

            assertThat(current().reachedOn()).contains(day(2));
            assertThat(current().rate()).isEqualTo(new Decimal("0.5"));
        }

        @Test
        void is_not_ended_by_goods_that_only_go_back() {
            facts.deliver(1, line("A", 10, "1.00")).sold(2, "A", 9).deliver(3, line("A", -1, "1.00"));

            assertThat(replay().cycles()).hasSize(1);
            assertThat(current().rate()).isEqualTo(new Decimal("1"));
        }

        @Test
        void may_end_on_the_day_on_which_it_was_reached() {
            facts.deliver(1, line("A", 10, "1.00")).sold(2, "A", 8).deliver(2, line("A", 10, "1.00"));

            assertThat(replay().cycles()).extracting(StockCycle::startedOn).containsExactly(day(1), day(2));
            assertThat(position("A").available()).isEqualTo(new Decimal("12"));
        }

        @Test
        void leaves_out_products_without_stock_that_nobody_mentions() {
            facts.deliver(1, line("A", 10, "1.00"), line("B", 1, "1.00"));
            facts.sold(2, "A", 10).sold(2, "B", 1).deliver(3, line("A", 10, "1.00"));

            assertThat(current().positions()).extracting(StockPosition::sku).containsExactly("A");
        }

        @Test
        void uses_the_threshold_it_is_given() {
            facts.deliver(1, line("A", 10, "1.00")).sold(2, "A", 5);

            assertThat(facts.replay("0.51").cycles().get(0).reachedOn()).isEmpty();
            assertThat(facts.replay("0.5").cycles().get(0).reachedOn()).contains(day(2));
        }
    }

    @Nested
    class Values {

        @Test
        void follow_the_latest_delivery_price() {
            facts.deliver(1, line("A", 10, "1.00")).sold(2, "A", 5).deliver(3, line("A", 10, "3.00"));

            assertThat(current().availableValue()).isEqualTo(cny("60.00"));
            assertThat(current().soldValue()).isEqualTo(cny("15.00"));
        }

        @Test
        void are_not_changed_by_free_goods_or_by_the_price_of_a_return() {
            facts.deliver(1, line("A", 10, "2.00"), line("A", 1, "0.00")).deliver(2, line("A", -1, "9.00"));

            assertThat(current().availableValue()).isEqualTo(cny("20.00"));
        }

        @Test
        void of_nothing_make_the_rate_zero() {
            facts.deliver(1, line("A", 10, "0.00")).sold(2, "A", 10).deliver(3, line("B", 1, "1.00"));
            facts.deliver(4, line("B", -1, "1.00"));

            assertThat(current().rate()).isEqualTo(Decimal.ZERO);
            assertThat(current().reachedOn()).isEmpty();
        }

        @Test
        void are_rounded_to_the_currency_but_compared_exactly() {
            facts.deliver(1, new StockDelivery.Line("A", Optional.empty(), new Decimal("0.333"), cny("0.10")));

            assertThat(current().availableValue()).isEqualTo(cny("0.03"));
        }
    }

    @Nested
    class Returns {

        @Test
        void reduce_what_is_available_and_on_hand() {
            facts.deliver(1, line("A", 100, "1.00")).sold(2, "A", 50).deliver(3, line("A", -20, "1.00"));

            assertThat(position("A").available()).isEqualTo(new Decimal("80"));
            assertThat(position("A").onHand()).isEqualTo(new Decimal("30"));
            assertThat(current().rate()).isEqualTo(new Decimal("0.625"));
        }

        @Test
        void beyond_the_stock_are_found_and_take_back_what_was_called_sold() {
            facts.deliver(1, line("A", 100, "1.00")).sold(2, "A", 90).deliver(3, line("A", -20, "1.00"));

            assertThat(position("A").available()).isEqualTo(new Decimal("80"));
            assertThat(position("A").sold()).isEqualTo(new Decimal("80"));
            assertThat(position("A").onHand()).isEqualTo(Decimal.ZERO);
            assertThat(kinds()).containsExactly(Finding.Kind.RETURN_BEYOND_STOCK);
        }

        @Test
        void before_any_delivery_are_found_and_start_no_cycle() {
            facts.deliver(1, line("A", -1, "1.00"));

            assertThat(replay().cycles()).isEmpty();
            assertThat(kinds()).containsExactly(Finding.Kind.RETURN_BEYOND_STOCK);
        }
    }

    @Nested
    class Reports {

        @Test
        void that_come_out_of_order_change_nothing_about_the_outcome() {
            facts.deliver(1, line("A", 100, "1.00"))
                    .sold(3, "A", 30)
                    .counted(5, "A", 60)
                    .sold(7, "A", 25);
            Facts late = new Facts();
            late.sold(7, "A", 25).counted(5, "A", 60).sold(3, "A", 30).deliver(1, line("A", 100, "1.00"));

            assertThat(position("A").onHand()).isEqualTo(new Decimal("35"));
            assertThat(late.current().positions()).isEqualTo(current().positions());
            assertThat(late.replay().findings()).isEmpty();
        }

        @Test
        void of_the_day_of_the_first_delivery_wait_for_it() {
            facts.counted(1, "A", 7).deliver(1, line("A", 10, "1.00"));

            assertThat(position("A").sold()).isEqualTo(new Decimal("3"));
            assertThat(replay().findings()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"10, false", "11, true"})
        void of_more_sales_than_stock_are_found_and_sell_the_stock(int units, boolean found) {
            facts.deliver(1, line("A", 10, "1.00")).sold(2, "A", units);

            assertThat(position("A").sold()).isEqualTo(new Decimal("10"));
            assertThat(position("A").onHand()).isEqualTo(Decimal.ZERO);
            assertThat(current().rate()).isEqualTo(new Decimal("1"));
            assertThat(kinds().contains(Finding.Kind.SOLD_BEYOND_STOCK)).isEqualTo(found);
        }

        @Test
        void of_rising_stock_are_found_and_believed() {
            facts.deliver(1, line("A", 10, "1.00")).sold(2, "A", 6).counted(3, "A", 7);

            assertThat(position("A").sold()).isEqualTo(new Decimal("3"));
            assertThat(position("A").onHand()).isEqualTo(new Decimal("7"));
            assertThat(replay().findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(Finding.Kind.COUNT_ROSE);
                assertThat(finding.on()).isEqualTo(day(3));
                assertThat(finding.reported()).isEqualTo(new Decimal("7"));
                assertThat(finding.possible()).isEqualTo(new Decimal("4"));
                assertThat(finding.cycle()).contains(current().startedBy());
            });
        }

        @Test
        void of_more_stock_than_ever_was_are_found_and_leave_nothing_sold() {
            facts.deliver(1, line("A", 10, "1.00")).counted(2, "A", 12).sold(3, "A", 4);

            assertThat(position("A").onHand()).isEqualTo(new Decimal("8"));
            assertThat(position("A").sold()).isEqualTo(new Decimal("4"));
            assertThat(kinds()).containsExactly(Finding.Kind.COUNT_BEYOND_AVAILABLE);
        }

        @Test
        void before_the_first_delivery_are_found_and_a_count_becomes_the_opening_stock() {
            facts.counted(1, "A", 40).sold(2, "B", 1).deliver(3, line("A", 10, "1.00"));

            assertThat(position("A").opening()).isEqualTo(new Decimal("40"));
            assertThat(current().availableValue()).isEqualTo(cny("50.00"));
            assertThat(replay().findings()).extracting(Finding::cycle).containsOnly(Optional.empty());
            assertThat(kinds()).containsExactly(Finding.Kind.COUNT_BEYOND_AVAILABLE, Finding.Kind.SOLD_BEYOND_STOCK);
        }

        @Test
        void about_a_product_that_was_never_delivered_are_shown_without_value() {
            facts.deliver(1, line("A", 10, "1.00")).counted(2, "X", 5);

            assertThat(position("X").available()).isEqualTo(Decimal.ZERO);
            assertThat(position("X").onHand()).isEqualTo(new Decimal("5"));
            assertThat(position("X").price()).isEmpty();
            assertThat(current().availableValue()).isEqualTo(cny("10.00"));
        }
    }

    private StockCycles replay() {
        return facts.replay();
    }

    private StockCycle current() {
        return facts.current();
    }

    private StockPosition position(String sku) {
        return current().positions().stream()
                .filter(position -> position.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding.Kind> kinds() {
        return replay().findings().stream().map(Finding::kind).toList();
    }

    private static LocalDate day(int n) {
        return LocalDate.of(2026, 10, 1).plusDays(n - 1L);
    }

    private static Money cny(String amount) {
        return Money.of(new BigDecimal(amount), "CNY");
    }

    private static StockDelivery.Line line(String sku, int quantity, String price) {
        return new StockDelivery.Line(
                sku, Optional.of("Product " + sku), Decimal.of(BigDecimal.valueOf(quantity)), cny(price));
    }

    /** Facts in the order in which they are recorded, a second apart. */
    private static final class Facts {

        private final List<StockDelivery> deliveries = new ArrayList<>();
        private final List<StockReport> reports = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        Facts deliver(int day, StockDelivery.Line... lines) {
            deliveries.add(new StockDelivery(UUID.randomUUID(), day(day), tick(), List.of(lines)));
            return this;
        }

        Facts sold(int day, String sku, int units) {
            return report(day, sku, new StockReport.Sold(Decimal.of(BigDecimal.valueOf(units))));
        }

        Facts counted(int day, String sku, int onHand) {
            return report(day, sku, new StockReport.Counted(Decimal.of(BigDecimal.valueOf(onHand))));
        }

        private Facts report(int day, String sku, StockReport.Observation observation) {
            reports.add(new StockReport(sku, day(day), tick(), observation));
            return this;
        }

        private Instant tick() {
            now = now.plusSeconds(1);
            return now;
        }

        StockCycles replay() {
            return replay("0.8");
        }

        StockCycles replay(String threshold) {
            return StockCycles.replay(new Decimal(threshold), "CNY", deliveries, reports);
        }

        StockCycle current() {
            List<StockCycle> cycles = replay().cycles();
            return cycles.get(cycles.size() - 1);
        }
    }
}
