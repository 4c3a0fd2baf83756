package io.huikuan.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.tenant.BusinessDayRoll;
import io.huikuan.tenant.PaymentTerms;
import io.huikuan.tenant.TermInstallment;
import io.huikuan.tenant.domain.BusinessCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsScheduleTest {

    private static final List<BusinessDayRoll> ROLLS = List.of(BusinessDayRoll.values());
    private static final TermsSchedule UNROLLED = new TermsSchedule(BusinessCalendar.WEEKENDS, BusinessDayRoll.NONE);

    @Test
    void net_30_makes_one_row_thirty_days_after_issue() {
        assertThat(UNROLLED.of(usd("1000.00"), day("2026-01-31"), PaymentTerms.net(30)))
                .isEqualTo(rows(row("2026-03-02", "1000.00")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 0, 2026-02-28",
        "2026-02-28, 0, 2026-02-28",
        "2028-02-10, 0, 2028-02-29",
        "2026-01-15, 30, 2026-03-02",
        "2026-12-31, 60, 2027-03-01"
    })
    void days_after_the_end_of_the_month_count_from_its_last_day(LocalDate issued, int days, LocalDate due) {
        PaymentTerms terms = terms(new TermInstallment(new Decimal("1"), days, true));

        assertThat(UNROLLED.of(usd("1.00"), issued, terms)).isEqualTo(rows(new DatedAmount(due, usd("1.00"))));
    }

    @Test
    void shares_are_rounded_down_and_the_last_takes_the_rest() {
        PaymentTerms thirds = terms(part("0.333333", 0), part("0.333333", 30), part("0.333334", 60));

        assertThat(UNROLLED.of(usd("100.00"), day("2026-01-01"), thirds))
                .isEqualTo(rows(row("2026-01-01", "33.33"), row("2026-01-31", "33.33"), row("2026-03-02", "33.34")));
    }

    @Test
    void rows_come_in_the_order_of_their_due_dates() {
        PaymentTerms terms = terms(part("0.7", 60), part("0.3", 0));

        assertThat(UNROLLED.of(usd("10.00"), day("2026-01-01"), terms))
                .isEqualTo(rows(row("2026-01-01", "3.00"), row("2026-03-02", "7.00")));
    }

    @Test
    void due_dates_roll_on_the_calendar() {
        BusinessCalendar newYear = new BusinessCalendar(Set.of(day("2026-01-01"), day("2026-01-02")), Set.of());
        TermsSchedule schedule = new TermsSchedule(newYear, BusinessDayRoll.FOLLOWING);

        assertThat(schedule.of(usd("5.00"), day("2025-12-02"), PaymentTerms.net(30)))
                .isEqualTo(rows(row("2026-01-05", "5.00")));
    }

    @Test
    void a_due_date_never_rolls_to_before_the_issue_date() {
        TermsSchedule schedule = new TermsSchedule(BusinessCalendar.WEEKENDS, BusinessDayRoll.PRECEDING);

        assertThat(schedule.of(usd("5.00"), day("2026-11-22"), PaymentTerms.net(0)))
                .isEqualTo(rows(row("2026-11-23", "5.00")));
    }

    @Test
    void an_amount_that_leaves_a_row_without_money_is_refused() {
        PaymentTerms halves = terms(part("0.5", 0), part("0.5", 30));

        assertThat(code(UNROLLED.of(usd("0.01"), day("2026-01-01"), halves))).isEqualTo(ErrorCode.ZERO_INSTALLMENT);
        assertThat(UNROLLED.of(usd("0.02"), day("2026-01-01"), halves).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, USD, AMOUNT_NOT_POSITIVE",
        "-1, USD, AMOUNT_NOT_POSITIVE",
        "1.001, USD, TOO_MANY_DECIMALS",
        "1.5, JPY, TOO_MANY_DECIMALS",
        "1.0005, KWD, TOO_MANY_DECIMALS"
    })
    void an_amount_that_is_no_money_is_refused(BigDecimal amount, String currency, ErrorCode code) {
        Money money = Money.of(amount, currency);

        assertThat(code(UNROLLED.of(money, day("2026-01-01"), PaymentTerms.net(0))))
                .isEqualTo(code);
    }

    @Test
    void whatever_the_terms_the_rows_sum_to_the_amount_and_none_is_due_before_issue() {
        Random random = new Random(14);
        for (int i = 0; i < 3_000; i++) {
            Money amount = anyAmount(random);
            LocalDate issued = day("2026-01-01").plusDays(random.nextInt(700));
            BusinessDayRoll roll = ROLLS.get(random.nextInt(ROLLS.size()));

            Outcome<List<DatedAmount>> outcome =
                    new TermsSchedule(BusinessCalendar.WEEKENDS, roll).of(amount, issued, anyTerms(random));

            if (outcome instanceof Outcome.Done<List<DatedAmount>> done) {
                assertThat(done.value()).allSatisfy(row -> {
                    assertThat(row.amount().amount().signum()).isPositive();
                    assertThat(row.amount().fitsMinorUnits()).isTrue();
                    assertThat(row.dueDate()).isAfterOrEqualTo(issued);
                });
                assertThat(done.value().stream()
                                .map(row -> row.amount().value())
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(amount.value());
            } else {
                assertThat(code(outcome)).isEqualTo(ErrorCode.ZERO_INSTALLMENT);
            }
        }
    }

    private static Money anyAmount(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Money.of(BigDecimal.valueOf(1 + random.nextLong(1_000_000), 0), "JPY");
            case 1 -> Money.of(BigDecimal.valueOf(1 + random.nextLong(1_000_000_000), 2), "CNY");
            default -> Money.of(BigDecimal.valueOf(1 + random.nextLong(100_000), 3), "KWD");
        };
    }

    private static PaymentTerms anyTerms(Random random) {
        List<TermInstallment> rows = new ArrayList<>();
        int rest = 1_000_000;
        while (rest > 0) {
            int share = rows.size() == 9 ? rest : 1 + random.nextInt(rest);
            rows.add(new TermInstallment(
                    Decimal.of(BigDecimal.valueOf(share, 6)), random.nextInt(120), random.nextBoolean()));
            rest -= share;
        }
        return new PaymentTerms(rows);
    }

    private static ErrorCode code(Outcome<?> outcome) {
        assertThat(outcome.errors()).hasSize(1);
        UserError error = outcome.errors().get(0);
        return error.meaning();
    }

    private static Outcome<List<DatedAmount>> rows(DatedAmount... rows) {
        return Outcome.done(List.of(rows));
    }

    private static DatedAmount row(String due, String amount) {
        return new DatedAmount(day(due), usd(amount));
    }

    private static PaymentTerms terms(TermInstallment... rows) {
        return new PaymentTerms(List.of(rows));
    }

    private static TermInstallment part(String share, int days) {
        return new TermInstallment(new Decimal(share), days, false);
    }

    private static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), "USD");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
