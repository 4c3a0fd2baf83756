package io.huikuan.credit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.credit.CreditExposure;
import io.huikuan.credit.CreditHold;
import io.huikuan.credit.CreditHoldCause;
import io.huikuan.credit.CreditHoldScope;
import io.huikuan.credit.CreditLimit;
import io.huikuan.credit.CreditLimitKind;
import io.huikuan.credit.CreditOutcome;
import io.huikuan.credit.CreditRule;
import io.huikuan.credit.CreditRuleMode;
import io.huikuan.credit.CreditRuleSetting;
import io.huikuan.credit.CreditRuleSource;
import io.huikuan.credit.CreditStage;
import io.huikuan.credit.CreditStanding;
import io.huikuan.credit.CreditVerdict;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditJudgeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final UUID SOMEBODY = new UUID(0, 1);

    private static Money money(String amount, String currency) {
        return Money.of(new BigDecimal(amount), currency);
    }

    private static CreditExposure exposure(String currency, String exposure, String overdue, int days) {
        Decimal amount = money(exposure, currency).amount();
        Decimal zero = money("0", currency).amount();
        return new CreditExposure(
                currency, amount, zero, zero, amount, money(overdue, currency).amount(), days);
    }

    private static CreditRuleSetting rule(
            CreditRule rule, CreditRuleMode mode, String amount, Integer days, String share) {
        return new CreditRuleSetting(
                rule,
                mode,
                CreditRuleSource.TENANT,
                null,
                amount == null ? null : money(amount, "CNY"),
                days,
                share == null ? null : new Decimal(share),
                TODAY,
                null,
                "So it is.",
                Instant.EPOCH,
                null,
                SOMEBODY,
                SOMEBODY);
    }

    /** How a customer stands with a limit of 1,000 CNY, whose last day may be null. */
    private static CreditStanding standing(
            LocalDate lastDay, List<CreditRuleSetting> rules, CreditHoldScope hold, CreditExposure... exposures) {
        return new CreditStanding(
                TODAY,
                1,
                new CreditLimit(
                        1,
                        CreditLimitKind.STANDARD,
                        money("1000", "CNY"),
                        null,
                        TODAY,
                        lastDay,
                        "x",
                        Instant.EPOCH,
                        null),
                money("1000", "CNY"),
                0,
                lastDay != null && lastDay.isBefore(TODAY),
                null,
                List.of(exposures),
                hold == null
                        ? List.of()
                        : List.of(new CreditHold(
                                "hld_x",
                                1,
                                hold,
                                CreditHoldCause.RISK,
                                "Its bank called.",
                                TODAY,
                                null,
                                false,
                                true,
                                Instant.EPOCH,
                                SOMEBODY,
                                null)),
                null,
                RuleSettings.complete(rules),
                List.of(),
                SOMEBODY,
                false);
    }

    private static List<CreditRule> blocking(CreditStanding standing, Money order) {
        return CreditJudge.verdicts(standing, order, CreditStage.ORDER).stream()
                .filter(CreditVerdict::blocks)
                .map(CreditVerdict::rule)
                .toList();
    }

    private static List<CreditOutcome> outcomes(CreditStanding standing, CreditRule rule, Money order) {
        return CreditJudge.verdicts(standing, order, CreditStage.ORDER).stream()
                .filter(verdict -> verdict.rule() == rule)
                .map(CreditVerdict::outcome)
                .toList();
    }

    @Test
    void the_last_cent_of_the_limit_may_be_used_and_no_more() {
        CreditStanding standing = standing(null, List.of(), null, exposure("CNY", "400", "0", 0));

        assertThat(blocking(standing, money("600.00", "CNY"))).isEmpty();
        assertThat(blocking(standing, money("600.01", "CNY"))).containsExactly(CreditRule.LIMIT_USED);
    }

    @Test
    void every_rule_speaks_and_the_rules_of_nobody_come_first() {
        assertThat(CreditJudge.verdicts(standing(null, List.of(), null), money("1", "CNY"), CreditStage.ORDER))
                .extracting(CreditVerdict::rule)
                .containsExactly(CreditRule.values());
    }

    @Test
    void a_share_of_the_limit_may_be_less_or_more_than_the_whole() {
        CreditExposure half = exposure("CNY", "500", "0", 0);
        CreditStanding careful = standing(
                null, List.of(rule(CreditRule.LIMIT_USED, CreditRuleMode.BLOCK, null, null, "0.8")), null, half);
        CreditStanding generous = standing(
                null, List.of(rule(CreditRule.LIMIT_USED, CreditRuleMode.BLOCK, null, null, "1.2")), null, half);

        assertThat(blocking(careful, money("300.00", "CNY"))).isEmpty();
        assertThat(blocking(careful, money("300.01", "CNY"))).containsExactly(CreditRule.LIMIT_USED);
        assertThat(blocking(generous, money("700.00", "CNY"))).isEmpty();
        assertThat(blocking(generous, money("700.01", "CNY"))).containsExactly(CreditRule.LIMIT_USED);
    }

    @Test
    void money_received_makes_room() {
        CreditStanding standing = standing(null, List.of(), null, exposure("CNY", "-200", "0", 0));

        assertThat(blocking(standing, money("1200.00", "CNY"))).isEmpty();
        assertThat(blocking(standing, money("1200.01", "CNY"))).containsExactly(CreditRule.LIMIT_USED);
    }

    @Test
    void amounts_of_two_currencies_never_meet() {
        CreditStanding standing =
                standing(null, List.of(), null, exposure("CNY", "100", "0", 0), exposure("USD", "5000", "0", 0));

        assertThat(outcomes(standing, CreditRule.LIMIT_USED, money("900", "CNY")))
                .containsExactly(CreditOutcome.CURRENCY_MISMATCH, CreditOutcome.PASSED);
        assertThat(blocking(standing, money("900", "CNY"))).isEmpty();
        assertThat(blocking(standing, money("1", "USD"))).containsExactly(CreditRule.LIMIT_USED);
        assertThat(blocking(standing, money("0", "USD"))).isEmpty();
    }

    @Test
    void an_exclusion_lets_an_order_in_another_currency_pass_too() {
        CreditStanding standing =
                standing(null, List.of(rule(CreditRule.LIMIT_USED, CreditRuleMode.EXCLUDE, null, null, null)), null);

        assertThat(outcomes(standing, CreditRule.LIMIT_USED, money("1", "USD")))
                .containsExactly(CreditOutcome.EXCLUDED);
        assertThat(outcomes(standing, CreditRule.LIMIT_USED, money("99999", "CNY")))
                .containsExactly(CreditOutcome.EXCLUDED);
        assertThat(blocking(standing, money("99999", "CNY"))).isEmpty();
    }

    @Test
    void a_limit_is_good_on_its_last_day_and_on_the_days_of_grace() {
        Money order = money("1", "CNY");
        CreditRuleSetting grace = rule(CreditRule.LIMIT_EXPIRED, CreditRuleMode.BLOCK, null, 5, null);

        assertThat(blocking(standing(TODAY, List.of(), null), order)).isEmpty();
        assertThat(blocking(standing(TODAY.minusDays(1), List.of(), null), order))
                .containsExactly(CreditRule.LIMIT_EXPIRED);
        assertThat(blocking(standing(TODAY.minusDays(5), List.of(grace), null), order))
                .isEmpty();
        assertThat(blocking(standing(TODAY.minusDays(6), List.of(grace), null), order))
                .containsExactly(CreditRule.LIMIT_EXPIRED);
    }

    @Test
    void something_overdue_blocks_the_day_after_the_grace() {
        Money order = money("1", "CNY");

        assertThat(blocking(standing(null, List.of(), null, exposure("CNY", "1", "1", 30)), order))
                .isEmpty();
        assertThat(blocking(standing(null, List.of(), null, exposure("CNY", "1", "1", 31)), order))
                .containsExactly(CreditRule.DAYS_OVERDUE);
        assertThat(blocking(standing(null, List.of(), null, exposure("USD", "1", "1", 31)), order))
                .containsExactly(CreditRule.DAYS_OVERDUE);
    }

    @Test
    void an_overdue_amount_blocks_above_what_is_allowed_in_its_currency_alone() {
        List<CreditRuleSetting> rules =
                List.of(rule(CreditRule.OVERDUE_AMOUNT, CreditRuleMode.BLOCK, "100", null, null));
        Money order = money("1", "CNY");

        assertThat(blocking(standing(null, rules, null, exposure("CNY", "200", "100.00", 1)), order))
                .isEmpty();
        assertThat(blocking(standing(null, rules, null, exposure("CNY", "200", "100.01", 1)), order))
                .containsExactly(CreditRule.OVERDUE_AMOUNT);
        assertThat(outcomes(
                        standing(null, rules, null, exposure("USD", "200", "200", 1)),
                        CreditRule.OVERDUE_AMOUNT,
                        order))
                .containsExactly(CreditOutcome.CURRENCY_MISMATCH, CreditOutcome.PASSED);
    }

    @Test
    void a_hold_stops_what_is_in_its_scope() {
        Money order = money("1", "CNY");

        assertThat(blocking(standing(null, List.of(), CreditHoldScope.ALL), order))
                .containsExactly(CreditRule.HOLD);
        assertThat(blocking(standing(null, List.of(), CreditHoldScope.ORDERS), order))
                .containsExactly(CreditRule.HOLD);
        assertThat(blocking(standing(null, List.of(), CreditHoldScope.DELIVERIES), order))
                .isEmpty();
        assertThat(CreditJudge.verdicts(
                        standing(null, List.of(), CreditHoldScope.DELIVERIES), order, CreditStage.DELIVERY))
                .filteredOn(CreditVerdict::blocks)
                .extracting(CreditVerdict::rule)
                .containsExactly(CreditRule.HOLD);
    }

    @Test
    void a_rule_that_is_off_says_so() {
        CreditStanding standing = standing(
                null,
                List.of(rule(CreditRule.LIMIT_USED, CreditRuleMode.OFF, null, null, null)),
                null,
                exposure("CNY", "9999", "0", 0));

        assertThat(outcomes(standing, CreditRule.LIMIT_USED, money("1", "CNY"))).containsExactly(CreditOutcome.OFF);
        assertThat(blocking(standing, money("1", "CNY"))).isEmpty();
    }
}
