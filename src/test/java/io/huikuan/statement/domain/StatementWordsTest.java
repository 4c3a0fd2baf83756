package io.huikuan.statement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.statement.StatementLineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementWordsTest {

    @ParameterizedTest
    @EnumSource
    void each_kind_of_line_has_a_word_of_its_own(StatementLanguage language) {
        assertThat(language.words().kinds().values())
                .doesNotHaveDuplicates()
                .hasSize(StatementLineKind.values().length);
    }

    @Test
    void the_words_belong_to_their_kinds() {
        assertThat(StatementLanguage.EN.words().kind(StatementLineKind.PAYMENT_REVERSED))
                .isEqualTo("Payment reversed");
        assertThat(StatementLanguage.ZH_CN.words().kind(StatementLineKind.REFUND))
                .isEqualTo("退款");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "\r", "－1"})
    void what_begins_a_formula_is_guarded(String text) {
        assertThat(CsvCell.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INV-1", "1-2", "a=b", "发票"})
    void what_begins_none_stays_as_it_is(String text) {
        assertThat(CsvCell.text(text)).isEqualTo(text);
    }

    @Test
    void amounts_keep_the_digits_of_their_currency() {
        assertThat(ShownAmount.of(new Decimal("1234.500"))).isEqualTo("1,234.500");
        assertThat(ShownAmount.of(new Decimal("-1234567"))).isEqualTo("−1,234,567");
        assertThat(ShownAmount.of(new Decimal("0.00"))).isEqualTo("0.00");
        assertThat(ShownAmount.only(-1, new Decimal("-5.00"))).isEqualTo("5.00");
        assertThat(ShownAmount.only(1, new Decimal("-5.00"))).isEmpty();
    }
}
