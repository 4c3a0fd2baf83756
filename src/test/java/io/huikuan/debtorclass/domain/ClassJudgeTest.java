package io.huikuan.debtorclass.domain;

import static io.huikuan.debtorclass.DebtorClass.CASH_SHORT;
import static io.huikuan.debtorclass.DebtorClass.CONDITIONAL;
import static io.huikuan.debtorclass.DebtorClass.DISPUTING;
import static io.huikuan.debtorclass.DebtorClass.EVASIVE;
import static io.huikuan.debtorclass.DebtorClass.GOOD;
import static io.huikuan.debtorclass.DebtorClass.SLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.debtorclass.ClassPolicy;
import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.money.Decimal;
import org.junit.jupiter.api.Test;

class ClassJudgeTest {

    private static final ClassPolicy POLICY = new ClassPolicy(
            1,
            90,
            3,
            10,
            new Decimal("0.5"),
            2,
            new Decimal("0.6"),
            new Decimal("0.5"),
            new Decimal("0.5"),
            60,
            3,
            new Decimal("0.7"),
            new Decimal("0.4"));

    private static DebtorClass judged(Known known) {
        return ClassJudge.judge(known.evidence(), POLICY).proposed();
    }

    private static Known nothing() {
        return new Known();
    }

    /** Long overdue, with the goods sold. */
    private static Known able() {
        return nothing().overdue(60, "1000.00", "0.00").sold("0.7");
    }

    @Test
    void a_customer_of_whom_nothing_is_known_is_good() {
        assertThat(judged(nothing())).isEqualTo(GOOD);
    }

    @Test
    void is_slow_when_the_median_reaches_the_days() {
        assertThat(judged(nothing().settled(3, 9))).isEqualTo(GOOD);
        assertThat(judged(nothing().settled(3, 10))).isEqualTo(SLOW);
    }

    @Test
    void a_median_of_too_few_says_nothing() {
        assertThat(judged(nothing().settled(2, 90))).isEqualTo(GOOD);
        assertThat(judged(nothing().settled(3, 90))).isEqualTo(SLOW);
    }

    @Test
    void is_slow_when_something_is_overdue_for_the_days() {
        assertThat(judged(nothing().overdue(9, "10.00", "0.00"))).isEqualTo(GOOD);
        assertThat(judged(nothing().overdue(10, "10.00", "0.00"))).isEqualTo(SLOW);
    }

    @Test
    void is_slow_when_its_word_is_not_kept_by_count_or_by_amount() {
        assertThat(judged(nothing().promises(5, 2, "0.4999"))).isEqualTo(GOOD);
        assertThat(judged(nothing().promises(4, 2, "0.1"))).isEqualTo(SLOW);
        assertThat(judged(nothing().promises(5, 1, "0.5"))).isEqualTo(SLOW);
        assertThat(judged(nothing().promises(2, 2, "1")))
                .as("two promises are too few")
                .isEqualTo(GOOD);
    }

    @Test
    void is_conditional_when_it_paid_more_than_once_only_for_concessions() {
        assertThat(judged(nothing().payments(10, 6, 1))).as("once is no habit").isEqualTo(GOOD);
        assertThat(judged(nothing().payments(10, 6, 2))).isEqualTo(CONDITIONAL);
        assertThat(judged(nothing().payments(10, 5, 2))).as("much came without").isEqualTo(GOOD);
    }

    @Test
    void paying_only_for_concessions_outweighs_all_else() {
        assertThat(judged(able().payments(3, 3, 2).contacts(3, 0, 0).promises(3, 3, "1")))
                .isEqualTo(CONDITIONAL);
    }

    @Test
    void is_disputing_when_so_much_of_what_is_overdue_is_disputed() {
        assertThat(judged(nothing().overdue(30, "1000.00", "499.99"))).isEqualTo(SLOW);
        assertThat(judged(nothing().overdue(30, "1000.00", "500.00"))).isEqualTo(DISPUTING);
    }

    @Test
    void disputes_that_are_mostly_rejected_are_pretexts() {
        Known known = nothing().overdue(30, "1000.00", "900.00");
        assertThat(judged(known.disputes(5, 2))).isEqualTo(DISPUTING);
        assertThat(judged(known.disputes(4, 2))).isEqualTo(SLOW);
        assertThat(judged(known.disputes(2, 2))).as("two are too few").isEqualTo(DISPUTING);
    }

    @Test
    void is_evasive_when_it_could_pay_and_turns_away() {
        assertThat(judged(able().contacts(1, 1, 0))).isEqualTo(SLOW);
        assertThat(judged(able().contacts(1, 2, 0))).isEqualTo(EVASIVE);
    }

    @Test
    void is_evasive_when_it_could_pay_and_breaks_its_word_or_uses_pretexts() {
        assertThat(judged(able())).isEqualTo(SLOW);
        assertThat(judged(able().promises(3, 2, "0.2"))).isEqualTo(EVASIVE);
        assertThat(judged(able().disputes(3, 2))).isEqualTo(EVASIVE);
    }

    @Test
    void who_could_not_pay_is_not_evasive() {
        assertThat(judged(nothing().overdue(60, "9.00", "0.00").contacts(3, 0, 0)))
                .as("nothing is known of its stock")
                .isEqualTo(SLOW);
        assertThat(judged(able().sold("0.6999").contacts(3, 0, 0))).isEqualTo(SLOW);
        assertThat(judged(able().contacts(3, 0, 1)))
                .as("it says that it cannot, though it sells")
                .isEqualTo(SLOW);
    }

    @Test
    void is_evasive_only_when_long_overdue() {
        assertThat(judged(able().overdue(59, "9.00", "0.00").contacts(3, 0, 0))).isEqualTo(SLOW);
        assertThat(judged(able().overdue(60, "9.00", "0.00").contacts(3, 0, 0))).isEqualTo(EVASIVE);
    }

    @Test
    void is_short_of_cash_when_late_and_it_sells_little() {
        assertThat(judged(nothing().overdue(10, "9.00", "0.00").sold("0.4"))).isEqualTo(SLOW);
        assertThat(judged(nothing().overdue(10, "9.00", "0.00").sold("0.3999"))).isEqualTo(CASH_SHORT);
        assertThat(judged(nothing().overdue(9, "9.00", "0.00").sold("0.1")))
                .as("it is not late")
                .isEqualTo(GOOD);
    }

    @Test
    void is_short_of_cash_when_late_and_it_says_so_or_asks_for_a_plan() {
        assertThat(judged(nothing().settled(3, 10).contacts(0, 0, 1))).isEqualTo(CASH_SHORT);
        assertThat(judged(nothing().settled(3, 10).plans(1))).isEqualTo(CASH_SHORT);
        assertThat(judged(nothing().settled(3, 10).plans(1).sold("0.7")))
                .as("it sells, so it has the money")
                .isEqualTo(SLOW);
    }

    @Test
    void tells_what_decided_in_words_with_the_denominators() {
        assertThat(ClassJudge.judge(nothing().payments(4, 3, 2).evidence(), POLICY)
                        .because())
                .containsExactly(
                        "3 of 4 payments of the last 365 days came only within the window of a concession (75 %); 2 concessions paid for.");
        assertThat(ClassJudge.judge(able().contacts(2, 1, 0).evidence(), POLICY).because())
                .containsExactly(
                        "The oldest open installment is 60 days overdue.",
                        "70 % of its stock is sold in the current cycle.",
                        "Of 3 contacts in the last 90 days, it refused in 2, nobody answered in 1, and it could not pay in 0.");
    }

    @Test
    void all_evidence_has_words_whether_something_is_known_or_not() {
        assertThat(new EvidenceWords(nothing().evidence()).all()).hasSize(9).doesNotContainNull();
        assertThat(new EvidenceWords(nothing()
                                .settled(1, 1)
                                .promises(3, 1, "0.25")
                                .overdue(1, "10.00", "2.50")
                                .disputes(2, 1)
                                .plans(1)
                                .evidence())
                        .all())
                .contains(
                        "The median of 1 installment settled in the last 365 days was paid 1 day late.",
                        "1 of 3 promises that matured in the last 365 days were not kept, 25 % of their amount.",
                        "2.50 CNY of 10.00 CNY overdue is disputed.",
                        "1 of 2 disputes decided in the last 365 days were rejected.",
                        "1 payment plan proposed in the last 90 days.");
    }
}
