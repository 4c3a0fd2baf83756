package io.huikuan.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.tenant.PlanAutoApproval;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalByRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final ApprovalByRule rule =
            new ApprovalByRule(new PlanAutoApproval(cny("1000.00"), 3, 90, new Decimal("0.25")));

    @Test
    void a_plan_at_all_bounds_is_approved() {
        assertThat(rule.allows(cny("1000.00"), List.of(row(0, "250.00"), row(30, "250.00"), row(90, "500.00")), TODAY))
                .isTrue();
    }

    @Test
    void a_cent_more_is_not() {
        assertThat(rule.allows(cny("1000.01"), List.of(row(30, "1000.01")), TODAY))
                .isFalse();
    }

    @Test
    void an_installment_more_is_not() {
        assertThat(rule.allows(
                        cny("1000.00"),
                        List.of(row(0, "250.00"), row(1, "250.00"), row(2, "250.00"), row(3, "250.00")),
                        TODAY))
                .isFalse();
    }

    @Test
    void a_day_more_is_not() {
        assertThat(rule.allows(cny("1000.00"), List.of(row(91, "1000.00")), TODAY))
                .isFalse();
    }

    @Test
    void a_first_installment_that_is_a_cent_less_is_not() {
        assertThat(rule.allows(cny("1000.00"), List.of(row(0, "249.99"), row(30, "750.01")), TODAY))
                .isFalse();
    }

    @Test
    void another_currency_is_not() {
        Money dollars = Money.of(new BigDecimal("10.00"), "USD");

        assertThat(rule.allows(dollars, List.of(new DatedAmount(TODAY, dollars)), TODAY))
                .isFalse();
    }

    private static DatedAmount row(int days, String amount) {
        return new DatedAmount(TODAY.plusDays(days), cny(amount));
    }

    private static Money cny(String amount) {
        return Money.of(new BigDecimal(amount), "CNY");
    }
}
