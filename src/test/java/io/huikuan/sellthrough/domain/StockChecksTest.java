package io.huikuan.sellthrough.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.sellthrough.NewDelivery;
import io.huikuan.sellthrough.NewSellOut;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockChecksTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final StockChecks CHECKS = new StockChecks(TODAY, "JPY");
    private static final UUID CUSTOMER = new UUID(0, 1);

    @Test
    void a_delivery_of_today_in_the_base_currency_may_be_recorded() {
        assertThat(codes(delivery("D1", TODAY, line("A", "1", "100", "JPY")))).isEmpty();
        assertThat(codes(delivery("D1", TODAY, line("A", "-1", "0", "JPY")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A, 0, 100, JPY, INVALID_VALUE lines.0.quantity",
        "' ', 1, 100, JPY, REQUIRED lines.0.sku",
        "A, 1, -1, JPY, INVALID_VALUE lines.0.unitPrice.amount",
        "A, 1, 1.5, JPY, TOO_MANY_DECIMALS lines.0.unitPrice.amount",
        "A, 1, 1, USD, CURRENCY_MISMATCH lines.0.unitPrice.currency",
        "A, 1, 1, XX, UNKNOWN_CURRENCY lines.0.unitPrice.currency"
    })
    void each_fault_of_a_line_is_named(String sku, String quantity, String price, String currency, String error) {
        assertThat(codes(delivery("D1", TODAY, line(sku, quantity, price, currency))))
                .containsExactly(error);
    }

    @Test
    void nothing_is_dated_after_today_or_before_1900() {
        assertThat(codes(delivery("D1", TODAY.plusDays(1), line("A", "1", "1", "JPY"))))
                .containsExactly("DATE_IN_FUTURE deliveredOn");
        assertThat(codes(delivery("D1", LocalDate.MIN, line("A", "1", "1", "JPY"))))
                .containsExactly("INVALID_VALUE deliveredOn");
        assertThat(codes(new NewSellOut(CUSTOMER, TODAY.plusDays(1), List.of(sold("A", "1")))))
                .containsExactly("DATE_IN_FUTURE reportedOn");
    }

    @Test
    void a_delivery_has_a_number_and_one_to_a_thousand_lines() {
        NewDelivery.Line line = line("A", "1", "1", "JPY");

        assertThat(codes(delivery(" ", TODAY, line))).containsExactly("REQUIRED number");
        assertThat(codes(delivery("x".repeat(201), TODAY, line))).containsExactly("TOO_LONG number");
        assertThat(codes(new NewDelivery(CUSTOMER, "D1", TODAY, List.of()))).containsExactly("INVALID_VALUE lines");
        assertThat(codes(new NewDelivery(CUSTOMER, "D1", TODAY, Collections.nCopies(1000, line))))
                .isEmpty();
        assertThat(codes(new NewDelivery(CUSTOMER, "D1", TODAY, Collections.nCopies(1001, line))))
                .containsExactly("INVALID_VALUE lines");
    }

    @Test
    void a_report_says_one_thing_about_a_product_and_once() {
        Optional<Decimal> one = Optional.of(new Decimal("1"));

        assertThat(codes(report(new NewSellOut.Line("A", Optional.empty(), Optional.empty()))))
                .containsExactly("EXACTLY_ONE lines.0");
        assertThat(codes(report(new NewSellOut.Line("A", one, one)))).containsExactly("EXACTLY_ONE lines.0");
        assertThat(codes(report(sold("A", "0"), sold(" A ", "1")))).containsExactly("INVALID_VALUE lines.1.sku");
        assertThat(codes(report(sold("A", "-1")))).containsExactly("INVALID_VALUE lines.0.sold");
    }

    private static List<String> codes(NewDelivery delivery) {
        return shown(CHECKS.of(delivery));
    }

    private static List<String> codes(NewSellOut report) {
        return shown(CHECKS.of(report));
    }

    private static List<String> shown(List<UserError> errors) {
        return errors.stream()
                .map(error -> error.code() + " " + String.join(".", error.field()))
                .toList();
    }

    private static NewDelivery delivery(String number, LocalDate on, NewDelivery.Line... lines) {
        return new NewDelivery(CUSTOMER, number, on, List.of(lines));
    }

    private static NewDelivery.Line line(String sku, String quantity, String price, String currency) {
        return new NewDelivery.Line(
                sku, Optional.empty(), new Decimal(quantity), new Money(new Decimal(price), currency));
    }

    private static NewSellOut report(NewSellOut.Line... lines) {
        return new NewSellOut(CUSTOMER, TODAY, List.of(lines));
    }

    private static NewSellOut.Line sold(String sku, String units) {
        return new NewSellOut.Line(sku, Optional.of(new Decimal(units)), Optional.empty());
    }
}
