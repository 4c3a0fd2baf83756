package io.huikuan.strategy;

import static io.huikuan.strategy.StrategyWorld.atLeast;
import static io.huikuan.strategy.StrategyWorld.call;
import static io.huikuan.strategy.StrategyWorld.email;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.strategy.data.ActionStore;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters of strategies: looked at once more when they go out, within the guard rails, and once. */
@QuarkusTest
class StrategyLettersTest {

    private static final LocalDate ISSUED = LocalDate.parse("2026-09-01");
    private static final LocalDate DUE = LocalDate.parse("2026-10-30");
    private static final String TUESDAY = "2026-11-03";
    private static final String WEDNESDAY = "2026-11-04";

    @Inject
    Tenancy tenancy;

    @Inject
    StrategyWorld world;

    @Inject
    StrategyLetters letters;

    @Inject
    ActionStore actions;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor finance;
    private UUID customer;
    private UUID invoice;
    private UUID strategy;

    @BeforeEach
    void a_reminder_waits_since_the_morning() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse("2026-10-01"), tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        world.person(tenant, customer, Optional.of("buyer@distributor.example"));
        invoice = tenancy.invoice(tenant, customer, "1000.00", ISSUED, DUE);
        strategy = world.active(finance, atLeast(email(4), "500.00", "CNY"));
        world.day(tenant, TUESDAY);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private String last() {
        var history = world.history(finance, customer);
        return history.get(history.size() - 1);
    }

    @Test
    void it_goes_out_when_the_day_has_begun_at_the_customers() {
        world.send(tenant, TUESDAY, "06:00");
        assertThat(last()).isEqualTo("EMAIL 2026-11-03 WAITING");
        Instant next = world.tasks(finance, customer).get(0).nextAttemptAt();
        assertThat(next).isEqualTo("2026-11-03T01:00:00Z");
        assertThat(world.count(tenant, "letter")).isZero();

        world.send(tenant, TUESDAY, "08:59");
        assertThat(world.count(tenant, "letter")).isZero();
        world.send(tenant, TUESDAY, "09:00");

        assertThat(last()).isEqualTo("EMAIL 2026-11-03 DONE");
        assertThat(world.count(tenant, "letter")).isOne();
        assertThat(world.count(tenant, "automatic_contact")).isOne();
        assertThat(world.tasks(finance, customer).get(0).letterId()).isNotNull();
    }

    @Test
    void what_was_paid_in_between_is_not_asked_for() {
        tenancy.pay(tenant, customer, invoice, "1000.00", LocalDate.parse(TUESDAY));
        assertThat(last()).isEqualTo("EMAIL 2026-11-03 SKIPPED NOTHING_DUE");

        world.send(tenant, TUESDAY, "15:00");

        assertThat(world.count(tenant, "letter")).isZero();
    }

    /** As where the payment and the letter are at it at the same moment: nobody has ended it yet. */
    @Test
    void it_is_looked_at_once_more_when_it_goes_out() {
        tenancy.run(
                tenant,
                () -> sql.of("update share set open = 0, booked_through = '2026-11-03' where tenant_id = :tenant")
                        .update());
        world.send(tenant, TUESDAY, "15:00");

        assertThat(last()).isEqualTo("EMAIL 2026-11-03 SKIPPED NOTHING_DUE");
        assertThat(world.count(tenant, "letter")).isZero();
        assertThat(world.count(tenant, "automatic_contact")).isZero();
    }

    @Test
    void a_minimum_must_still_be_reached() {
        tenancy.pay(tenant, customer, invoice, "500.00", LocalDate.parse(TUESDAY));
        assertThat(last()).as("exactly the minimum is left").isEqualTo("EMAIL 2026-11-03 WAITING");
        tenancy.pay(tenant, customer, invoice, "0.01", LocalDate.parse(TUESDAY));

        world.send(tenant, TUESDAY, "15:00");

        assertThat(last()).isEqualTo("EMAIL 2026-11-03 SKIPPED BELOW_MINIMUM");
    }

    @Test
    void another_version_takes_it_up_anew() {
        world.draft(finance, strategy, 0, email(4));
        world.activate(finance, strategy);
        world.send(tenant, TUESDAY, "15:00");
        assertThat(last()).isEqualTo("EMAIL 2026-11-03 SKIPPED OTHER_STRATEGY");

        world.day(tenant, WEDNESDAY);
        assertThat(last()).isEqualTo("EMAIL 2026-11-03 WAITING");
        world.send(tenant, WEDNESDAY, "15:00");

        assertThat(last()).isEqualTo("EMAIL 2026-11-03 DONE");
    }

    @Test
    void of_many_at_once_one_issues_it() throws InterruptedException, ExecutionException {
        world.at(tenant, TUESDAY, "15:00");

        AtOnce.on(
                4,
                number -> tenancy.callOutside(tenant, () -> {
                    letters.send();
                    return number;
                }));

        assertThat(world.count(tenant, "letter")).isOne();
        assertThat(world.count(tenant, "automatic_contact")).isOne();
    }

    @Test
    void what_a_node_held_that_stopped_is_taken_up_by_another_after_a_while() {
        world.at(tenant, TUESDAY, "15:00");
        tenancy.call(tenant, () -> actions.lease(Duration.ofMinutes(2)));

        world.send(tenant, TUESDAY, "15:01");
        assertThat(world.count(tenant, "letter")).isZero();
        world.send(tenant, TUESDAY, "15:02");

        assertThat(world.count(tenant, "letter")).isOne();
    }

    @Test
    void what_breaks_off_too_often_is_given_up() {
        for (int minute = 0; minute < 10; minute += 2) {
            world.at(tenant, TUESDAY, "15:0" + minute);
            tenancy.call(tenant, () -> actions.lease(Duration.ofMinutes(2)));
        }
        world.send(tenant, TUESDAY, "15:10");

        assertThat(last()).isEqualTo("EMAIL 2026-11-03 FAILED GIVEN_UP");
        assertThat(world.day(tenant, WEDNESDAY).raised())
                .as("it counts as done")
                .isZero();
    }

    @Test
    void a_task_is_never_sent() {
        world.draft(finance, strategy, 0, call(5));
        world.activate(finance, strategy);
        world.day(tenant, "2026-11-05");
        world.send(tenant, "2026-11-05", "15:00");

        assertThat(last()).isEqualTo("PHONE_TASK 2026-11-04 OPEN");
    }
}
