package io.huikuan.plan;

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
import org.junit.jupiter.api.Test;

/** The worked example of a plan that is paid in part, written off in part, and whose payment bounces. */
@QuarkusTest
class GoldenCaseTest {

    @Inject
    PlanWorld world;

    @AfterEach
    void resetClock() {
        world.resetClock();
    }

    @Test
    void a_plan_that_is_paid_written_off_and_reversed_ages_as_it_stood_on_each_day() {
        Cast cast = world.cast("2026-11-20");
        UUID first = world.invoice(cast, "1000.00", "2026-10-01", "2026-10-31");
        UUID second = world.invoice(cast, "500.00", "2026-10-15", "2026-11-15");
        PaymentPlan plan = world.active(
                cast,
                List.of(second, first),
                row("2026-11-30", "500.00"),
                row("2026-12-31", "500.00"),
                row("2027-01-31", "500.00"));
        world.today(cast, "2026-11-30");
        Payment payment = world.pay(cast, "600.00", "2026-11-30");
        world.today(cast, "2026-12-05");
        world.writeOff(cast, second, "2026-12-05");
        world.today(cast, "2026-12-10");
        world.reverse(cast, payment, "2026-12-10");

        assertThat(world.open(cast, "2026-11-19")).isEqualTo(sums("2026-10-31", "1000.00", "2026-11-15", "500.00"));
        assertThat(world.open(cast, "2026-11-20"))
                .isEqualTo(sums("2026-11-30", "500.00", "2026-12-31", "500.00", "2027-01-31", "500.00"));
        assertThat(world.open(cast, "2026-12-04")).isEqualTo(sums("2026-12-31", "400.00", "2027-01-31", "500.00"));
        assertThat(world.open(cast, "2026-12-09")).isEqualTo(sums("2026-12-31", "400.00"));
        assertThat(world.open(cast, "2026-12-10")).isEqualTo(sums("2026-11-30", "500.00", "2026-12-31", "500.00"));
        assertThat(world.open(cast, "2026-12-10", "ORIGINAL_DUE")).isEqualTo(sums("2026-10-31", "1000.00"));
        world.checkBooks(cast, "2026-10-01", "2026-12-31");
        PaymentPlan now = world.read(cast, plan);
        assertThat(now.status()).isEqualTo(PlanStatus.ACTIVE);
        assertThat(now.balance().toString()).isEqualTo("1000");
        assertThat(now.paid().toString()).isEqualTo("0");
    }
}
