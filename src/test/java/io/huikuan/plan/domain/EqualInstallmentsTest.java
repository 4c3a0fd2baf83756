package io.huikuan.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Currencies;
import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.plan.Frequency;
import io.huikuan.tenant.BusinessDayRoll;
import io.huikuan.tenant.domain.BusinessCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualInstallmentsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void the_last_installment_takes_what_rounding_leaves() {
        assertThat(amounts("100.00", "USD", 3)).containsExactly("33.33", "33.33", "33.34");
        assertThat(amounts("100", "JPY", 3)).containsExactly("33", "33", "34");
        assertThat(amounts("100.000", "KWD", 3)).containsExactly("33.333", "33.333", "33.334");
    }

    @Test
    void a_single_installment_is_the_whole() {
        assertThat(amounts("1500.00", "CNY", 1)).containsExactly("1500.00");
    }

    @Test
    void a_zero_installment_is_refused() {
        assertThat(codes("0.02", 3)).containsExactly("ZERO_INSTALLMENT");
        assertThat(amounts("0.03", "USD", 3)).containsExactly("0.01", "0.01", "0.01");
        assertThat(codes("0.00", 1)).containsExactly("ZERO_INSTALLMENT");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true", "120, true", "121, false"})
    void a_count_is_one_to_120(int count, boolean allowed) {
        assertThat(codes("1000.00", count).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void the_first_date_is_today_or_later_and_within_thirty_years() {
        assertThat(codesFor(TODAY.minusDays(1))).containsExactly("DATE_IN_PAST");
        assertThat(codesFor(TODAY)).isEmpty();
        assertThat(codesFor(TODAY.plusYears(30))).isEmpty();
        assertThat(codesFor(TODAY.plusYears(30).plusDays(1))).containsExactly("INVALID_VALUE");
        assertThat(codesFor(LocalDate.MAX)).containsExactly("INVALID_VALUE");
    }

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2027-01-30, 2027-02-06, 2027-02-13",
        "TWO_WEEKS, 2027-01-30, 2027-02-13, 2027-02-27",
        "MONTH, 2027-01-31, 2027-02-28, 2027-03-31",
        "MONTH, 2028-01-30, 2028-02-29, 2028-03-30",
        "QUARTER, 2026-11-30, 2027-02-28, 2027-05-30"
    })
    void dates_count_from_the_first_and_are_clipped_to_the_end_of_the_month(
            Frequency every, LocalDate first, LocalDate second, LocalDate third) {
        assertThat(dates(first, 3, every, BusinessDayRoll.NONE)).containsExactly(first, second, third);
    }

    @Test
    void dates_are_rolled_each_from_its_own_day_not_from_the_rolled_one_before() {
        LocalDate sunday = LocalDate.parse("2027-01-31");

        assertThat(dates(sunday, 3, Frequency.MONTH, BusinessDayRoll.FOLLOWING))
                .containsExactly(
                        LocalDate.parse("2027-02-01"), LocalDate.parse("2027-03-01"), LocalDate.parse("2027-03-31"));
    }

    @Test
    void no_date_rolls_to_before_the_business_date() {
        assertThat(dates(TODAY, 1, Frequency.MONTH, BusinessDayRoll.PRECEDING))
                .containsExactly(LocalDate.parse("2026-11-23"));
    }

    @Test
    void installments_sum_to_the_total_for_any_amount_count_and_currency() {
        List<String> currencies = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(Currencies::exists)
                .sorted()
                .toList();
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            String currency = currencies.get(random.nextInt(currencies.size()));
            int digits = 1 + random.nextInt(15);
            long unscaled = 1 + random.nextLong((long) Math.pow(10, digits));
            Money total = Money.of(BigDecimal.valueOf(unscaled, Currencies.minorUnitsOf(currency)), currency);
            assertSplit(total, 1 + random.nextInt(EqualInstallments.MOST));
        }
    }

    private static void assertSplit(Money total, int count) {
        Outcome<List<DatedAmount>> outcome = split(total, count);
        BigDecimal smallest = BigDecimal.valueOf(1, Currencies.minorUnitsOf(total.currency()));
        boolean enough = total.value().compareTo(smallest.multiply(BigDecimal.valueOf(count))) >= 0;
        if (!enough) {
            assertThat(outcome.errors()).extracting(UserError::code).containsExactly("ZERO_INSTALLMENT");
            return;
        }
        List<BigDecimal> amounts =
                outcome.valueOrNull().stream().map(row -> row.amount().value()).toList();
        BigDecimal first = amounts.get(0);
        BigDecimal last = amounts.get(count - 1);
        assertThat(amounts).hasSize(count);
        assertThat(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(total.value());
        assertThat(first).isPositive();
        assertThat(amounts.subList(0, count - 1)).allMatch(amount -> amount.compareTo(first) == 0);
        assertThat(last.subtract(first).divide(smallest)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(count - 1L));
    }

    private static List<String> amounts(String total, String currency, int count) {
        return split(Money.of(new BigDecimal(total), currency), count).valueOrNull().stream()
                .map(row -> row.amount().amount().stringValueForSerialization())
                .toList();
    }

    private static List<String> codes(String total, int count) {
        return split(Money.of(new BigDecimal(total), "USD"), count).errors().stream()
                .map(UserError::code)
                .toList();
    }

    private static Outcome<List<DatedAmount>> split(Money total, int count) {
        return new EqualInstallments(count, TODAY, Frequency.MONTH)
                .split(total, TODAY, BusinessCalendar.WEEKENDS, BusinessDayRoll.FOLLOWING);
    }

    private static List<String> codesFor(LocalDate first) {
        return new EqualInstallments(1, first, Frequency.MONTH)
                        .split(Money.of(BigDecimal.TEN, "USD"), TODAY, BusinessCalendar.WEEKENDS, BusinessDayRoll.NONE)
                        .errors()
                        .stream()
                        .map(UserError::code)
                        .toList();
    }

    private static List<LocalDate> dates(LocalDate first, int count, Frequency every, BusinessDayRoll roll) {
        return new EqualInstallments(count, first, every)
                .split(Money.of(BigDecimal.TEN, "USD"), TODAY, BusinessCalendar.WEEKENDS, roll).valueOrNull().stream()
                        .map(DatedAmount::dueDate)
                        .toList();
    }
}
