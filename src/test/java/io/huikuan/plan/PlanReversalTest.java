package io.huikuan.plan;

import static io.huikuan.plan.PlanWorld.done;
import static io.huikuan.plan.PlanWorld.row;
import static io.huikuan.plan.PlanWorld.sums;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.payment.Payment;
import io.huikuan.plan.PlanWorld.Cast;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where money comes back that was paid on a plan which no longer rules (rule 10): with its old due date, on what rules now. */
@QuarkusTest
class PlanReversalTest {

    @Inject
    PlanWorld world;

    private Cast cast;
    private UUID first;
    private UUID second;
    private PaymentPlan plan;
    private Payment payment;

    @BeforeEach
    void a_plan_of_which_a_part_is_paid() {
        cast = world.cast("2026-11-20");
        first = world.invoice(cast, "1000.00", "2026-10-01", "2026-10-31");
        second = world.invoice(cast, "500.00", "2026-10-15", "2026-11-15");
        plan = world.active(
                cast,
                List.of(first, second),
                row("2026-11-30", "400.00"),
                row("2026-12-31", "600.00"),
                row("2027-01-31", "500.00"));
        world.today(cast, "2026-11-25");
        payment = world.pay(cast, "500.00", "2026-11-25");
    }

    @AfterEach
    void resetClock() {
        world.checkBooks(cast, "2026-10-01", "2027-03-31");
        world.resetClock();
    }

    @Test
    void while_the_plan_rules_the_very_shares_open_again() {
        world.today(cast, "2026-11-28");
        world.reverse(cast, payment, "2026-11-28");

        assertThat(world.open(cast, "2026-11-27")).isEqualTo(sums("2026-12-31", "500.00", "2027-01-31", "500.00"));
        assertThat(world.open(cast, "2026-11-28"))
                .isEqualTo(sums("2026-11-30", "400.00", "2026-12-31", "600.00", "2027-01-31", "500.00"));
        assertThat(world.installmentsOf(cast, plan)).hasSize(3);
    }

    @Test
    void after_the_plan_was_superseded_it_comes_back_on_the_newer_plan() {
        world.today(cast, "2026-12-01");
        PaymentPlan young = world.active(cast, List.of(first, second), row("2027-02-26", "1000.00"));
        world.today(cast, "2026-12-05");
        world.reverse(cast, payment, "2026-12-05");

        assertThat(world.open(cast, "2026-12-04")).isEqualTo(sums("2027-02-26", "1000.00"));
        assertThat(world.open(cast, "2026-12-05"))
                .isEqualTo(sums("2026-11-30", "400.00", "2026-12-31", "100.00", "2027-02-26", "1000.00"));
        assertThat(world.installmentsOf(cast, young)).hasSize(3);
        assertThat(world.read(cast, young).balance().value()).isEqualByComparingTo("1500");
        assertThat(world.paid(cast, plan).signum()).isZero();
    }

    @Test
    void after_the_plan_was_cancelled_it_comes_back_on_the_own_terms() {
        world.today(cast, "2026-12-01");
        done(world.cancel(cast.manager(), world.read(cast, plan)));
        world.today(cast, "2026-12-05");
        world.reverse(cast, payment, "2026-12-05");

        assertThat(world.open(cast, "2026-12-04")).isEqualTo(sums("2026-10-31", "500.00", "2026-11-15", "500.00"));
        assertThat(world.open(cast, "2026-12-05"))
                .isEqualTo(sums(
                        "2026-10-31",
                        "500.00",
                        "2026-11-15",
                        "500.00",
                        "2026-11-30",
                        "400.00",
                        "2026-12-31",
                        "100.00"));
        assertThat(world.open(cast, "2026-12-05", "ORIGINAL_DUE"))
                .isEqualTo(sums("2026-10-31", "1000.00", "2026-11-15", "500.00"));
    }

    @Test
    void after_the_plan_was_accelerated_it_comes_back_beside_the_one_installment() {
        world.settle(cast, "plan_grace_days = 0");
        world.change(cast, "update payment_plan set grace_days = 0 where tenant_id = :tenant");
        world.review(cast, "2027-01-01");
        world.today(cast, "2027-01-05");
        world.reverse(cast, payment, "2027-01-05");

        assertThat(world.open(cast, "2027-01-04")).isEqualTo(sums("2027-01-01", "1000.00"));
        assertThat(world.open(cast, "2027-01-05"))
                .isEqualTo(sums("2026-11-30", "400.00", "2026-12-31", "100.00", "2027-01-01", "1000.00"));
        assertThat(world.read(cast, plan).status()).isEqualTo(PlanStatus.BROKEN);
        assertThat(world.read(cast, plan).balance().value()).isEqualByComparingTo("1500");
        assertThat(world.paid(cast, plan).signum()).isZero();
    }

    @Test
    void what_was_closed_before_its_plan_was_accelerated_comes_back_on_the_own_terms() {
        Payment rest = world.pay(cast, "500.00", "2026-11-25");
        world.change(cast, "update payment_plan set grace_days = 0 where tenant_id = :tenant");
        world.review(cast, "2027-02-01");
        assertThat(world.open(cast, "2027-02-01")).isEqualTo(sums("2027-02-01", "500.00"));
        world.today(cast, "2027-02-05");
        world.reverse(cast, rest, "2027-02-05");

        assertThat(world.open(cast, "2027-02-05")).isEqualTo(sums("2026-12-31", "500.00", "2027-02-01", "500.00"));
        assertThat(world.open(cast, "2027-02-05", "ORIGINAL_DUE"))
                .isEqualTo(sums("2026-10-31", "500.00", "2026-11-15", "500.00"));
    }

    @Test
    void on_the_day_on_which_the_plan_was_superseded_it_comes_back_too() {
        world.today(cast, "2026-11-25");
        world.active(cast, List.of(first, second), row("2027-02-26", "1000.00"));
        world.reverse(cast, payment, "2026-11-25");

        assertThat(world.open(cast, "2026-11-25"))
                .isEqualTo(sums("2026-11-30", "400.00", "2026-12-31", "100.00", "2027-02-26", "1000.00"));
    }

    @Test
    void money_that_is_paid_again_after_a_reversal_goes_to_the_oldest_share_of_what_rules() {
        world.today(cast, "2026-12-01");
        PaymentPlan young = world.active(cast, List.of(first, second), row("2027-02-26", "1000.00"));
        world.today(cast, "2026-12-05");
        world.reverse(cast, payment, "2026-12-05");
        Payment again = world.pay(cast, "450.00", "2026-12-05");

        assertThat(world.open(cast, "2026-12-05")).isEqualTo(sums("2026-12-31", "50.00", "2027-02-26", "1000.00"));
        world.reverse(cast, again, "2026-12-05");
        assertThat(world.read(cast, young).balance().value()).isEqualByComparingTo("1500");
    }

    @Test
    void an_entry_that_is_dated_before_the_plan_began_counts_on_both_sides() {
        world.pay(cast, "300.00", "2026-11-10");

        assertThat(world.open(cast, "2026-11-10")).isEqualTo(sums("2026-10-31", "700.00", "2026-11-15", "500.00"));
        assertThat(world.open(cast, "2026-11-20"))
                .isEqualTo(sums("2026-11-30", "400.00", "2026-12-31", "300.00", "2027-01-31", "500.00"));
    }
}
