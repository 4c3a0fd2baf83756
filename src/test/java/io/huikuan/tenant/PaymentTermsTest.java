package io.huikuan.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.money.Decimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTermsTest {

    @Test
    void net_30_is_one_row() {
        assertThat(PaymentTerms.net(30).installments()).containsExactly(row("1", 30));
    }

    @Test
    void shares_that_sum_to_one_make_terms() {
        List<TermInstallment> rows = List.of(row("0.3", 0), row("0.333333", 30), row("0.366667", 60));

        assertThat(PaymentTerms.of(rows, "terms")).isEqualTo(Outcome.done(new PaymentTerms(rows)));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.499999", "0.5, 0.500001"})
    void shares_that_miss_one_by_the_smallest_step_are_refused(String first, String second) {
        assertThat(errors(List.of(row(first, 0), row(second, 30))))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("SUM_MISMATCH");
                    assertThat(error.field()).containsExactly("terms", "installments");
                });
    }

    @Test
    void sixty_rows_are_allowed_and_sixty_one_or_none_are_not() {
        List<TermInstallment> fifty = Collections.nCopies(50, row("0.02", 30));
        List<TermInstallment> sixty = new java.util.ArrayList<>(Collections.nCopies(40, row("0.02", 30)));
        sixty.addAll(Collections.nCopies(20, row("0.01", 30)));
        List<TermInstallment> more = new java.util.ArrayList<>(sixty.subList(0, 59));
        more.addAll(List.of(row("0.005", 0), row("0.005", 0)));

        assertThat(errors(fifty)).isEmpty();
        assertThat(errors(sixty)).isEmpty();
        assertThat(errors(more)).extracting(UserError::code).containsExactly("INVALID_VALUE");
        assertThat(errors(List.of())).extracting(UserError::code).containsExactly("INVALID_VALUE");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "3650, true", "3651, false"})
    void days_are_from_none_to_about_ten_years(int days, boolean allowed) {
        assertThat(errors(List.of(row("1", days))).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void each_bad_row_is_named() {
        List<UserError> errors = errors(List.of(row("0", 30), row("1.5", -1), row("-0.5", 0)));

        assertThat(errors)
                .extracting(error -> String.join(".", error.field()))
                .containsExactly(
                        "terms.installments.0.share",
                        "terms.installments.1.share",
                        "terms.installments.1.days",
                        "terms.installments.2.share");
    }

    @Test
    void terms_that_break_the_rules_cannot_be_made_past_the_refusal() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentTerms(List.of(row("0.5", 30))));
    }

    private static List<UserError> errors(List<TermInstallment> rows) {
        return PaymentTerms.of(rows, "terms").errors();
    }

    private static TermInstallment row(String share, int days) {
        return new TermInstallment(new Decimal(share), days, false);
    }
}
