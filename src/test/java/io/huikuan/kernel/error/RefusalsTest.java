package io.huikuan.kernel.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final Refusals refusals = new Refusals();

    private List<String> codes() {
        return refusals.errors().stream().map(UserError::code).toList();
    }

    private static MoneyInput money(String amount, String currency) {
        return new MoneyInput(new Decimal(amount), currency);
    }

    @Test
    void a_text_is_kept_without_the_blanks_around_it() {
        assertThat(refusals.required("name", "  Demo\u3000", 4)).isEqualTo("Demo");
        assertThat(refusals.optional("name", "   ", 4)).isNull();
        assertThat(refusals.any()).isFalse();
    }

    @Test
    void a_text_may_have_the_most_characters_and_not_one_more() {
        assertThat(refusals.optional("name", "𠮷𠮷", 2)).isEqualTo("𠮷𠮷");
        assertThat(refusals.optional("name", "𠮷𠮷𠮷", 2)).isNull();
        assertThat(codes()).containsExactly("TOO_LONG");
    }

    @Test
    void what_is_no_text_is_refused_and_lines_where_one_is_expected_too() {
        for (String wrong : List.of("a\u0000b", "a\u0007b", "a\ud800b", "a\nb")) {
            assertThat(refusals.optional("name", wrong, 9)).as(wrong).isNull();
        }
        assertThat(codes()).containsOnly("INVALID_VALUE").hasSize(4);
        assertThat(refusals.optionalProse("summary", "a\nb\tc", 9)).isEqualTo("a\nb\tc");
    }

    @Test
    void a_blank_text_that_is_needed_is_required() {
        refusals.required("name", null, 9);
        refusals.requiredProse("summary", " \n", 9);
        assertThat(codes()).containsExactly("REQUIRED", "REQUIRED");
    }

    @Test
    void an_amount_has_the_minor_units_of_its_currency() {
        assertThat(refusals.positive("amount", money("1200.5", "CNY")).value()).isEqualByComparingTo("1200.50");
        assertThat(refusals.positive("amount", money("1.234", "KWD")).value()).isEqualByComparingTo("1.234");
        assertThat(refusals.any()).isFalse();

        refusals.positive("amount", money("1.001", "CNY"));
        refusals.positive("amount", money("1.5", "JPY"));
        refusals.positive("amount", money("1", "CNX"));
        refusals.positive("amount", money("0", "CNY"));
        refusals.notNegative("amount", money("-0.01", "CNY"));
        assertThat(codes())
                .containsExactly(
                        "TOO_MANY_DECIMALS",
                        "TOO_MANY_DECIMALS",
                        "UNKNOWN_CURRENCY",
                        "AMOUNT_NOT_POSITIVE",
                        "INVALID_VALUE");
    }

    @Test
    void a_fraction_is_above_0_and_at_most_1() {
        assertThat(refusals.fraction("threshold", new Decimal("1"))).isEqualTo(new Decimal("1.0"));
        assertThat(refusals.any()).isFalse();

        refusals.fraction("threshold", new Decimal("0"));
        refusals.fraction("threshold", new Decimal("1.000001"));
        assertThat(codes()).containsExactly("INVALID_VALUE", "INVALID_VALUE");
    }

    @Test
    void zones_and_addresses_are_known_by_their_form() {
        assertThat(refusals.timeZone("timeZone", "Pacific/Kiritimati")).isEqualTo("Pacific/Kiritimati");
        assertThat(refusals.email("email", " a.b+c@example.co.uk ")).isEqualTo("a.b+c@example.co.uk");
        assertThat(refusals.any()).isFalse();

        for (String wrong : List.of("+08:00", "Mars/Base", "../etc")) {
            refusals.timeZone("timeZone", wrong);
        }
        for (String wrong : List.of("a", "a@b", "a b@example.com", "a@b@example.com", "a@example.")) {
            refusals.email("email", wrong);
        }
        assertThat(codes()).containsOnly("INVALID_TIME_ZONE", "INVALID_VALUE").hasSize(8);
    }
}
