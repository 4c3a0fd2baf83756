package io.huikuan.plan;

import static io.huikuan.plan.PlanWorld.codes;
import static io.huikuan.plan.PlanWorld.row;
import static io.huikuan.plan.PlanWorld.sums;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.ledger.Installment;
import io.huikuan.plan.PlanReview.Reviewed;
import io.huikuan.plan.PlanWorld.Cast;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a review breaks, and what rules then. Grace is seven days: what is due on 30 November breaks its plan on 8 December. */
@QuarkusTest
class PlanReviewTest {

    @Inject
    PlanWorld world;

    private Cast cast;
    private UUID first;
    private UUID second;

    @BeforeEach
    void open() {
        cast = world.cast("2026-11-20");
        first = world.invoice(cast, "1000.00", "2026-10-01", "2026-10-31");
        second = world.invoice(cast, "500.00", "2026-10-15", "2026-11-15");
    }

    @AfterEach
    void resetClock() {
        world.resetClock();
    }

    private PaymentPlan active() {
        return world.active(
                cast,
                List.of(first, second),
                row("2026-11-30", "500.00"),
                row("2026-12-31", "500.00"),
                row("2027-01-31", "500.00"));
    }

    @Test
    void the_last_day_of_grace_breaks_nothing_and_the_next_day_does() {
        PaymentPlan plan = active();

        assertThat(world.review(cast, "2026-12-07")).isEqualTo(new Reviewed(1, 0));
        assertThat(world.read(cast, plan).status()).isEqualTo(PlanStatus.ACTIVE);

        assertThat(world.review(cast, "2026-12-08")).isEqualTo(new Reviewed(1, 1));
        assertThat(world.read(cast, plan).status()).isEqualTo(PlanStatus.BROKEN);
    }

    @Test
    void the_days_of_grace_are_the_tenants_as_they_were_at_the_proposal() {
        world.settle(cast, "plan_grace_days = 0");
        active();
        world.settle(cast, "plan_grace_days = 30");

        assertThat(world.review(cast, "2026-11-30").broken()).isZero();
        assertThat(world.review(cast, "2026-12-01").broken()).isEqualTo(1);
    }

    @Test
    void a_cent_that_is_missing_breaks_a_plan_and_what_was_paid_in_time_does_not() {
        PaymentPlan plan = active();
        world.pay(cast, "499.99", "2026-11-20");
        assertThat(world.review(cast, "2026-12-08").broken()).isEqualTo(1);
        assertThat(world.read(cast, plan).balance().value()).isEqualByComparingTo("1000.01");

        Cast other = world.cast("2026-11-20");
        UUID invoice = world.invoice(other, "1000.00", "2026-10-01", "2026-10-31");
        world.active(other, List.of(invoice), row("2026-11-30", "500.00"), row("2026-12-31", "500.00"));
        world.pay(other, "500.00", "2026-11-20");
        assertThat(world.review(other, "2026-12-08").broken()).isZero();
    }

    @Test
    void a_second_review_breaks_nothing_again_and_the_news_come_once() {
        PaymentPlan plan = active();
        world.review(cast, "2026-12-08");

        assertThat(world.review(cast, "2026-12-08")).isEqualTo(new Reviewed(0, 0));
        assertThat(world.brokenOf(cast.customer()))
                .containsExactly(new PlanBroken(
                        NodeId.uuidOf(plan.id()), cast.customer(), plan.number(), LocalDate.parse("2026-12-08")));
    }

    @Test
    void an_accelerated_plan_rules_on_with_one_installment_due_on_the_day_of_the_break() {
        PaymentPlan plan = active();
        world.pay(cast, "200.00", "2026-11-20");

        world.review(cast, "2026-12-08");

        PaymentPlan broken = world.read(cast, plan);
        assertThat(broken.status()).isEqualTo(PlanStatus.BROKEN);
        assertThat(broken.endedOn()).isEqualTo(LocalDate.parse("2026-12-08"));
        assertThat(broken.balance().value()).isEqualByComparingTo("1300");
        assertThat(world.paid(cast, broken)).isEqualByComparingTo("200");
        assertThat(world.installmentsOf(cast, plan))
                .extracting(
                        Installment::dueDate, each -> each.balance().amount().toString())
                .containsExactly(tuple(LocalDate.parse("2026-12-08"), "1300"));
        assertThat(world.open(cast, "2026-12-07"))
                .isEqualTo(sums("2026-11-30", "300.00", "2026-12-31", "500.00", "2027-01-31", "500.00"));
        assertThat(world.open(cast, "2026-12-08")).isEqualTo(sums("2026-12-08", "1300.00"));
        world.checkBooks(cast, "2026-10-01", "2027-02-01");
    }

    @Test
    void a_broken_plan_stays_broken_when_it_is_paid_and_cannot_be_cancelled() {
        PaymentPlan plan = active();
        world.review(cast, "2026-12-08");
        assertThat(codes(world.cancel(cast.manager(), world.read(cast, plan)))).containsExactly("INVALID_STATUS");

        world.pay(cast, "1500.00", "2026-12-08");

        PaymentPlan paid = world.read(cast, plan);
        assertThat(paid.status()).isEqualTo(PlanStatus.BROKEN);
        assertThat(paid.balance().signum()).isZero();
        assertThat(world.paid(cast, paid)).isEqualByComparingTo("1500");
        world.checkBooks(cast, "2026-10-01", "2027-02-01");
    }

    @Test
    void a_plan_over_a_broken_one_must_take_in_all_of_it_and_leaves_it_broken() {
        PaymentPlan plan = active();
        world.review(cast, "2026-12-08");

        assertThat(codes(world.propose(cast.manager(), world.over(cast, List.of(first), row("2026-12-31", "1000.00")))))
                .containsExactly("PLAN_OVERLAP");
        world.active(cast, List.of(first, second), row("2026-12-31", "1500.00"));

        assertThat(world.read(cast, plan).status()).isEqualTo(PlanStatus.BROKEN);
        assertThat(world.read(cast, plan).balance().signum()).isZero();
        assertThat(world.open(cast, "2026-12-08")).isEqualTo(sums("2026-12-31", "1500.00"));
        world.checkBooks(cast, "2026-10-01", "2027-02-01");
    }

    @Test
    void where_the_tenant_has_it_so_the_own_terms_rule_again() {
        world.settle(cast, "broken_plan_policy = 'RETURN_TO_TERMS'");
        PaymentPlan plan = active();
        world.pay(cast, "200.00", "2026-11-20");

        world.review(cast, "2026-12-08");

        PaymentPlan broken = world.read(cast, plan);
        assertThat(broken.status()).isEqualTo(PlanStatus.BROKEN);
        assertThat(broken.balance().signum()).isZero();
        assertThat(world.paid(cast, broken)).isEqualByComparingTo("200");
        assertThat(world.open(cast, "2026-12-08")).isEqualTo(sums("2026-10-31", "800.00", "2026-11-15", "500.00"));
        world.checkBooks(cast, "2026-10-01", "2027-02-01");
    }

    @Test
    void what_a_reversal_brought_back_has_its_grace_from_then_on() {
        PaymentPlan old = active();
        var payment = world.pay(cast, "500.00", "2026-11-20");
        world.today(cast, "2026-12-20");
        PaymentPlan young =
                world.active(cast, List.of(first, second), row("2027-02-26", "500.00"), row("2027-03-31", "500.00"));
        world.reverse(cast, payment, "2026-12-20");

        assertThat(world.read(cast, old).status()).isEqualTo(PlanStatus.SUPERSEDED);
        assertThat(world.open(cast, "2026-12-20"))
                .isEqualTo(sums("2026-11-30", "500.00", "2027-02-26", "500.00", "2027-03-31", "500.00"));
        assertThat(world.review(cast, "2026-12-27").broken()).isZero();
        assertThat(world.review(cast, "2026-12-28").broken()).isEqualTo(1);
        assertThat(world.read(cast, young).balance().value()).isEqualByComparingTo("1500");
        world.checkBooks(cast, "2026-10-01", "2027-04-01");
    }

    @Test
    void a_plan_that_cannot_be_broken_does_not_stop_the_others() {
        PaymentPlan good = active();
        UUID invoice = world.invoice(cast, "10.00", "2026-10-01", "2026-10-31");
        PaymentPlan bad = world.active(cast, List.of(invoice), row("2026-11-30", "10.00"));
        world.refuse(NodeId.uuidOf(bad.id()));

        Throwable failure = catchThrowable(() -> world.review(cast, "2026-12-08"));

        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageContaining("1 of the plans");
        assertThat(world.read(cast, good).status()).isEqualTo(PlanStatus.BROKEN);
        assertThat(world.read(cast, bad).status()).isEqualTo(PlanStatus.ACTIVE);

        world.refuse(null);
        assertThat(world.review(cast, "2026-12-09")).isEqualTo(new Reviewed(1, 1));
        world.checkBooks(cast, "2026-10-01", "2027-02-01");
    }
}
