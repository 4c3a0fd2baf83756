package io.huikuan.plan;

import static io.huikuan.plan.PlanWorld.codes;
import static io.huikuan.plan.PlanWorld.decision;
import static io.huikuan.plan.PlanWorld.done;
import static io.huikuan.plan.PlanWorld.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.plan.PlanWorld.Cast;
import io.huikuan.support.AtOnce;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanConcurrencyTest {

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
        world.checkBooks(cast, "2026-10-01", "2026-12-31");
        world.resetClock();
    }

    @Test
    void twenty_twins_with_one_client_key_make_one_plan() throws Exception {
        ProposePaymentPlan wish = world.over(cast, List.of(first, second), row("2026-12-31", "1500.00"));

        List<Outcome<PaymentPlan>> twins = AtOnce.on(20, any -> world.propose(cast.manager(), wish));

        assertThat(twins.stream().map(twin -> done(twin).id()).distinct()).hasSize(1);
    }

    @Test
    void twenty_approvals_with_one_client_key_approve_once() throws Exception {
        PaymentPlan plan = done(
                world.propose(cast.manager(), world.over(cast, List.of(first, second), row("2026-12-31", "1500.00"))));
        DecidePaymentPlan wish = decision(plan);

        List<Outcome<PaymentPlan>> twins = AtOnce.on(20, any -> world.decideApprove(cast.finance(), wish));

        assertThat(twins.stream().map(twin -> done(twin).version())).containsOnly(2);
    }

    @Test
    void a_payment_and_an_approval_at_once_leave_the_books_equal_whoever_comes_first() throws Exception {
        PaymentPlan plan = done(world.propose(
                cast.manager(),
                world.over(cast, List.of(first, second), row("2026-11-30", "700.00"), row("2026-12-31", "800.00"))));

        List<Outcome<?>> outcomes = AtOnce.on(
                20,
                n -> n % 4 == 0
                        ? world.approve(cast.finance(), plan)
                        : Outcome.done(world.pay(cast, "10.00", "2026-11-20")));

        long approved = outcomes.stream()
                .filter(outcome -> outcome.valueOrNull() instanceof PaymentPlan)
                .count();
        assertThat(approved).isLessThanOrEqualTo(1);
        assertThat(outcomes.stream().flatMap(outcome -> codes(outcome).stream()))
                .allMatch(code -> code.equals("PLAN_OUTDATED") || code.equals("STALE"));
        assertThat(world.open(cast, "2026-11-20").values().stream()
                        .mapToDouble(Number::doubleValue)
                        .sum())
                .isEqualTo(1350.0);
    }

    @Test
    void of_two_plans_over_one_debt_that_are_approved_at_once_the_later_takes_over() throws Exception {
        List<PaymentPlan> rivals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            rivals.add(done(world.propose(
                    cast.manager(), world.over(cast, List.of(first, second), row("2026-12-31", "1500.00")))));
        }

        AtOnce.on(8, n -> world.approve(cast.finance(), rivals.get(n)));

        assertThat(rivals.stream().map(plan -> world.read(cast, plan).status()))
                .containsOnly(PlanStatus.ACTIVE, PlanStatus.SUPERSEDED)
                .containsOnlyOnce(PlanStatus.ACTIVE);
    }
}
