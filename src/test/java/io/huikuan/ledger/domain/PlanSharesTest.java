package io.huikuan.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.ledger.domain.PlanShares.Open;
import io.huikuan.ledger.domain.PlanShares.Part;
import io.huikuan.ledger.domain.PlanShares.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanSharesTest {

    private static final UUID R1 = new UUID(0, 1);
    private static final UUID R2 = new UUID(0, 2);
    private static final UUID I1 = new UUID(1, 1);
    private static final UUID I2 = new UUID(1, 2);
    private static final UUID I3 = new UUID(1, 3);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 30);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 31);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 31);

    @Test
    void the_oldest_debt_goes_into_the_oldest_installment() {
        List<Part> parts = PlanShares.fill(
                List.of(row(I1, 1, NOVEMBER, 500), row(I2, 2, DECEMBER, 500), row(I3, 3, JANUARY, 500)),
                List.of(open(R1, 1000), open(R2, 500)));

        assertThat(parts)
                .containsExactly(part(I1, NOVEMBER, R1, 500), part(I2, DECEMBER, R1, 500), part(I3, JANUARY, R2, 500));
    }

    @Test
    void an_installment_may_hold_several_receivables_and_a_receivable_lie_in_several_installments() {
        List<Part> parts = PlanShares.fill(
                List.of(row(I1, 1, NOVEMBER, 700), row(I2, 2, DECEMBER, 300)), List.of(open(R1, 400), open(R2, 600)));

        assertThat(parts)
                .containsExactly(part(I1, NOVEMBER, R1, 400), part(I1, NOVEMBER, R2, 300), part(I2, DECEMBER, R2, 300));
    }

    @Test
    void parts_of_one_receivable_become_one_share_of_an_installment() {
        List<Part> parts = PlanShares.fill(
                List.of(row(I1, 1, NOVEMBER, 600)), List.of(open(R1, 100), open(R2, 200), open(R1, 300)));

        assertThat(parts).containsExactly(part(I1, NOVEMBER, R1, 400), part(I1, NOVEMBER, R2, 200));
    }

    @Test
    void the_due_date_decides_which_installment_is_the_oldest() {
        List<Part> parts = PlanShares.fill(
                List.of(row(I1, 1, DECEMBER, 400), row(I2, 2, NOVEMBER, 600)), List.of(open(R1, 600), open(R2, 400)));

        assertThat(parts).containsExactly(part(I2, NOVEMBER, R1, 600), part(I1, DECEMBER, R2, 400));
    }

    @Test
    void rows_that_do_not_sum_to_what_is_open_are_refused() {
        List<Row> rows = List.of(row(I1, 1, NOVEMBER, 500), row(I2, 2, DECEMBER, 500));

        assertThatThrownBy(() -> PlanShares.fill(rows, List.of(open(R1, 999))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlanShares.fill(rows, List.of(open(R1, 1001))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlanShares.fill(rows, List.of(open(R1, 500))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shares_sum_to_each_installment_and_to_each_receivable() {
        Random random = new Random(20261122);
        for (int run = 0; run < 500; run++) {
            List<Open> open = new ArrayList<>();
            long total = 0;
            for (int i = 0; i <= random.nextInt(8); i++) {
                long amount = 1 + random.nextLong(100_000);
                total += amount;
                open.add(new Open(new UUID(0, random.nextInt(4)), BigDecimal.valueOf(amount, 2)));
            }
            List<Row> rows = split(total, 1 + random.nextInt(12), random);

            List<Part> parts = PlanShares.fill(rows, open);

            assertThat(sums(parts, Part::installment, Part::amount))
                    .isEqualTo(sums(rows, Row::installment, Row::amount));
            assertThat(sums(parts, Part::receivable, Part::amount))
                    .isEqualTo(sums(open, Open::receivable, Open::amount));
            assertThat(parts)
                    .extracting(part -> List.of(part.installment(), part.receivable()))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Row> split(long total, int most, Random random) {
        List<Row> rows = new ArrayList<>();
        long rest = total;
        for (int i = 1; rest > 0; i++) {
            long amount = i >= most ? rest : 1 + random.nextLong(rest);
            rows.add(new Row(new UUID(1, i), i, NOVEMBER.plusDays(random.nextInt(90)), BigDecimal.valueOf(amount, 2)));
            rest -= amount;
        }
        return rows;
    }

    private static <T> java.util.Map<UUID, BigDecimal> sums(
            List<T> rows, Function<T, UUID> key, Function<T, BigDecimal> amount) {
        return rows.stream()
                .collect(Collectors.groupingBy(key, Collectors.reducing(BigDecimal.ZERO, amount, BigDecimal::add)));
    }

    private static Row row(UUID installment, int sequence, LocalDate due, int amount) {
        return new Row(installment, sequence, due, BigDecimal.valueOf(amount));
    }

    private static Open open(UUID receivable, int amount) {
        return new Open(receivable, BigDecimal.valueOf(amount));
    }

    private static Part part(UUID installment, LocalDate due, UUID receivable, int amount) {
        return new Part(installment, due, receivable, BigDecimal.valueOf(amount));
    }
}
