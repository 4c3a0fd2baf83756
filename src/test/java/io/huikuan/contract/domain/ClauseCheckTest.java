package io.huikuan.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.contract.ContractDue;
import io.huikuan.contract.ContractFinding;
import io.huikuan.contract.ContractFindingKind;
import io.huikuan.contract.ContractForm;
import io.huikuan.contract.ContractPolicy;
import io.huikuan.contract.ContractSeal;
import io.huikuan.contract.PaymentClause;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.payment.PaymentMethod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final ContractPolicy POLICY = new ContractPolicy(1, new Decimal("0.06"), 90, 90);
    private static final Money AMOUNT = Money.of(new BigDecimal("100000"), "CNY");

    private static PaymentClause clause(
            ContractForm form, ContractSeal seal, ContractDue due, Integer days, Money amount) {
        return new PaymentClause(
                form, seal, due, null, days, null, new Decimal("0.15"), null, PaymentMethod.BANK_TRANSFER, amount);
    }

    private static PaymentClause sound(Integer days) {
        return clause(ContractForm.WRITTEN, ContractSeal.CONTRACT_SEAL, ContractDue.DAYS_AFTER_DELIVERY, days, AMOUNT);
    }

    private static List<ContractFindingKind> kinds(PaymentClause clause) {
        return ClauseCheck.beforeSigning(clause, POLICY).stream()
                .map(ContractFinding::kind)
                .toList();
    }

    private static String cost(PaymentClause clause) {
        return ClauseCheck.beforeSigning(clause, POLICY).get(0).cost().amount().stringValueForSerialization();
    }

    @Test
    void a_sound_clause_has_no_findings() {
        assertThat(kinds(sound(90))).isEmpty();
        assertThat(kinds(sound(91))).containsExactly(ContractFindingKind.LONG_TERMS);
    }

    @ParameterizedTest
    @CsvSource({
        "ORAL,CONTRACT_SEAL,NOT_WRITTEN,90000.00",
        "MESSAGES,CONTRACT_SEAL,NOT_WRITTEN,90000.00",
        "WRITTEN,PERSONAL,PERSONAL_SEAL,90000.00",
        "WRITTEN,NONE,NO_SEAL,90000.00",
        "ELECTRONIC,DEPARTMENT_SEAL,DEPARTMENT_SEAL,50000.00"
    })
    void form_and_seal_decide_whether_the_claim_can_be_proven(
            ContractForm form, ContractSeal seal, ContractFindingKind kind, String cost) {
        PaymentClause clause = clause(form, seal, ContractDue.DAYS_AFTER_DELIVERY, 30, AMOUNT);

        assertThat(kinds(clause)).containsExactly(kind);
        assertThat(cost(clause)).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource({
        "WHEN_SOLD,DUE_WHEN_SOLD,50000.00",
        "AFTER_PERIOD,DUE_WITHOUT_LAST_DAY,38750.00",
        "ON_DEMAND,DUE_NOT_FIXED,38750.00",
        "NOT_SAID,DUE_NOT_FIXED,38750.00"
    })
    void a_due_date_that_needs_good_will_is_none(ContractDue due, ContractFindingKind kind, String cost) {
        PaymentClause clause = clause(ContractForm.WRITTEN, ContractSeal.COMPANY_SEAL, due, null, AMOUNT);

        assertThat(kinds(clause)).containsExactly(kind);
        assertThat(cost(clause)).isEqualTo(cost);
    }

    @Test
    void without_late_fee_the_delay_costs_its_interest_and_without_method_that_of_a_draft() {
        PaymentClause bare = new PaymentClause(
                ContractForm.WRITTEN,
                ContractSeal.CONTRACT_SEAL,
                ContractDue.DAYS_AFTER_DELIVERY,
                null,
                30,
                null,
                null,
                null,
                null,
                AMOUNT);
        List<ContractFinding> findings = ClauseCheck.beforeSigning(bare, POLICY);

        assertThat(findings)
                .extracting(ContractFinding::kind)
                .containsExactly(ContractFindingKind.NO_LATE_FEE, ContractFindingKind.NO_METHOD);
        assertThat(findings)
                .extracting(finding -> finding.cost().amount().stringValueForSerialization())
                .containsExactly("1479.45", "2958.90");
        assertThat(findings.get(0).assumption()).isEqualTo("Interest of 6 % a year for 90 days.");
    }

    @Test
    void a_cost_has_the_digits_of_its_currency_and_is_unknown_without_an_amount() {
        PaymentClause yen = clause(
                ContractForm.ORAL,
                ContractSeal.CONTRACT_SEAL,
                ContractDue.DAYS_AFTER_DELIVERY,
                30,
                Money.of(new BigDecimal("101"), "JPY"));
        PaymentClause unknown =
                clause(ContractForm.ORAL, ContractSeal.CONTRACT_SEAL, ContractDue.DAYS_AFTER_DELIVERY, 30, null);

        assertThat(cost(yen)).isEqualTo("91");
        assertThat(ClauseCheck.beforeSigning(unknown, POLICY).get(0).cost()).isNull();
    }

    @Test
    void signature_and_end_go_by_the_day() {
        assertThat(ClauseCheck.of(sound(30), POLICY, TODAY, TODAY, TODAY)).isEmpty();
        assertThat(ClauseCheck.of(sound(30), POLICY, TODAY, TODAY.minusDays(1), TODAY))
                .extracting(ContractFinding::kind)
                .containsExactly(ContractFindingKind.EXPIRED);
        assertThat(ClauseCheck.of(sound(30), POLICY, null, null, TODAY))
                .extracting(ContractFinding::kind)
                .containsExactly(ContractFindingKind.NOT_SIGNED);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "60,0", "80,0.1", "100,0.2", "140,0.35", "180,0.5", "365,0.9", "9999,1"})
    void what_is_lost_grows_with_the_age_of_a_claim(int days, String loss) {
        assertThat(RecoveryCurve.lossAfter(days))
                .isCloseTo(new BigDecimal(loss), org.assertj.core.data.Offset.offset(new BigDecimal("0.000001")));
    }
}
