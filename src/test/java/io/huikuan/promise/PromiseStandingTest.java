package io.huikuan.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Books;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of promises: by what comes in, by what goes back, and by the days (rule 21). */
@QuarkusTest
class PromiseStandingTest {

    /** A Monday; a promise for Thursday 5 November with the default 3 tolerance days may be kept through Tuesday 10 November. */
    private static final String MONDAY = "2026-11-02";

    private static final String THURSDAY = "2026-11-05";
    private static final String LAST_DAY = "2026-11-10";
    private static final String DAY_AFTER = "2026-11-11";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    PromiseWorld world;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor finance;
    private Actor rep;
    private UUID customer;
    private UUID invoice;

    @BeforeEach
    void an_invoice_is_late() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse(MONDAY), tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        invoice = invoice("1000.00");
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private UUID invoice(String amount) {
        return tenancy.invoice(tenant, customer, amount, LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
    }

    private String stands(UUID promise) {
        return world.stands(finance, promise);
    }

    @Test
    void the_window_ends_after_the_tolerance_days_in_the_tenants_calendar() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);

        assertThat(world.find(rep, promise).windowEnd()).isEqualTo(LAST_DAY);
        assertThat(stands(promise)).isEqualTo("OPEN 0.00/600.00");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-05, KEPT 600.00/600.00", "2026-11-10, KEPT 600.00/600.00", "2026-11-11, BROKEN 0.00/600.00"})
    void money_counts_on_the_promised_day_and_the_last_tolerance_day_and_not_on_the_day_after(
            String received, String stands) {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);
        world.day(tenant, received);

        books.pay(finance, customer, "600.00", received);

        assertThat(stands(promise)).isEqualTo(stands);
    }

    @Test
    void it_is_open_through_the_last_day_and_broken_the_day_after_by_the_job() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);

        world.day(tenant, LAST_DAY);
        assertThat(stands(promise)).isEqualTo("OPEN 0.00/600.00");
        assertThat(world.day(tenant, DAY_AFTER).examined()).isEqualTo(1);
        assertThat(stands(promise)).isEqualTo("BROKEN 0.00/600.00");
        assertThat(world.find(rep, promise).decidedOn()).isEqualTo(DAY_AFTER);
    }

    @Test
    void the_day_is_the_tenants_own() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);

        clock.set(LocalDate.parse(LAST_DAY).atTime(15, 59).toInstant(ZoneOffset.UTC));
        world.cancel(rep, world.promise(rep, customer, "1.00", DAY_AFTER, invoice("5.00")));
        assertThat(stands(promise)).as("23:59 of the last day in Shanghai").startsWith("OPEN");
        clock.set(LocalDate.parse(LAST_DAY).atTime(16, 0).toInstant(ZoneOffset.UTC));
        world.promise(rep, customer, "1.00", DAY_AFTER, invoice("5.00"));
        assertThat(stands(promise)).as("midnight there").startsWith("BROKEN");
    }

    @Test
    void a_part_keeps_it_in_part_when_the_window_is_over() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);
        books.pay(finance, customer, "599.99", MONDAY);

        assertThat(stands(promise)).isEqualTo("OPEN 599.99/600.00");
        world.day(tenant, DAY_AFTER);
        assertThat(stands(promise)).isEqualTo("PARTIALLY_KEPT 599.99/600.00");
        books.pay(finance, customer, "0.01", DAY_AFTER);
        assertThat(stands(promise)).as("too late").isEqualTo("PARTIALLY_KEPT 599.99/600.00");
    }

    @Test
    void what_came_in_time_and_is_entered_later_counts() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);
        world.day(tenant, DAY_AFTER);
        assertThat(stands(promise)).startsWith("BROKEN");

        books.pay(finance, customer, "600.00", LAST_DAY);

        assertThat(stands(promise)).isEqualTo("KEPT 600.00/600.00");
    }

    @Test
    void the_tenants_share_keeps_it() {
        tenancy.run(
                tenant,
                () -> sql.of("update tenant_settings set promise_threshold = 0.9 where tenant_id = :tenant")
                        .update());
        UUID promise = world.promise(rep, customer, "1000.00", THURSDAY, invoice);

        books.pay(finance, customer, "899.99", MONDAY);
        assertThat(stands(promise)).startsWith("OPEN");
        books.pay(finance, customer, "0.01", MONDAY);
        assertThat(stands(promise)).isEqualTo("KEPT 900.00/1000.00");
    }

    @Test
    void what_was_there_already_when_it_was_given_is_not_what_was_promised() {
        books.pay(finance, customer, "300.00", MONDAY);
        clock.forward(Duration.ofMinutes(1));
        UUID promise = world.promise(rep, customer, "700.00", THURSDAY, invoice);
        assertThat(stands(promise)).isEqualTo("OPEN 0.00/700.00");

        books.pay(finance, customer, "700.00", MONDAY);

        assertThat(stands(promise)).isEqualTo("KEPT 700.00/700.00");
    }

    @Test
    void money_on_another_invoice_is_not_what_was_promised() {
        UUID newer = tenancy.invoice(
                tenant, customer, "400.00", LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-30"));
        UUID promise = world.promise(rep, customer, "400.00", THURSDAY, newer);

        books.pay(finance, customer, "400.00", MONDAY);

        assertThat(stands(promise)).as("the older invoice took it").isEqualTo("OPEN 0.00/400.00");
    }

    @Test
    void money_that_goes_back_in_the_window_opens_it_again_and_after_the_window_breaks_it() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);
        UUID first = books.pay(finance, customer, "600.00", MONDAY);
        assertThat(stands(promise)).startsWith("KEPT");
        books.reverse(finance, first, MONDAY);
        assertThat(stands(promise)).isEqualTo("OPEN 0.00/600.00");

        UUID second = books.pay(finance, customer, "600.00", MONDAY);
        world.day(tenant, "2026-11-20");
        assertThat(stands(promise)).startsWith("KEPT");
        books.reverse(finance, second, "2026-11-20");
        assertThat(stands(promise)).isEqualTo("BROKEN 0.00/600.00");
    }

    @Test
    void a_kept_one_whose_money_goes_back_is_not_open_beside_a_newer_one() {
        UUID older = world.promise(rep, customer, "600.00", THURSDAY, invoice);
        UUID payment = books.pay(finance, customer, "600.00", MONDAY);
        clock.forward(Duration.ofMinutes(1));
        UUID newer = world.promise(rep, customer, "400.00", "2026-11-12", invoice);

        books.reverse(finance, payment, MONDAY);

        assertThat(stands(older)).isEqualTo("BROKEN 0.00/600.00");
        assertThat(stands(newer)).isEqualTo("OPEN 0.00/400.00");
        assertThat(world.find(rep, newer).level()).isEqualTo(1);
    }

    @Test
    void what_is_credited_was_never_owed_and_need_not_be_paid() {
        UUID promise = world.promise(rep, customer, "1000.00", THURSDAY, invoice);
        books.pay(finance, customer, "800.00", MONDAY);
        world.day(tenant, DAY_AFTER);
        assertThat(stands(promise)).isEqualTo("PARTIALLY_KEPT 800.00/1000.00");

        books.credit(finance, invoice, "CN-1", "200.00", DAY_AFTER);

        assertThat(stands(promise)).isEqualTo("KEPT 800.00/800.00");
    }

    @Test
    void a_credit_that_displaces_a_payment_leaves_a_kept_promise_kept() {
        UUID promise = world.promise(rep, customer, "1000.00", THURSDAY, invoice);
        books.pay(finance, customer, "1000.00", MONDAY);
        world.day(tenant, "2026-12-01");

        books.credit(finance, invoice, "CN-1", "200.00", "2026-12-01");

        assertThat(stands(promise)).isEqualTo("KEPT 800.00/800.00");
    }

    @Test
    void one_of_which_nothing_is_left_to_be_paid_is_cancelled_until_that_is_undone() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);
        books.writeOff(finance, invoice, "1000.00", MONDAY);
        assertThat(world.find(rep, promise).status()).isEqualTo(PromiseStatus.CANCELLED);
        assertThat(world.find(rep, promise).reason()).isEqualTo("Nothing was left of it that could be paid.");

        books.undoWriteOff(finance, invoice, MONDAY);

        assertThat(stands(promise)).isEqualTo("OPEN 0.00/600.00");
    }

    @Test
    void writing_off_a_broken_one_does_not_mend_it() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);
        world.day(tenant, DAY_AFTER);

        books.writeOff(finance, invoice, "1000.00", DAY_AFTER);

        assertThat(stands(promise)).isEqualTo("BROKEN 0.00/600.00");
    }

    @Test
    void one_of_a_plan_is_kept_by_what_is_paid_of_the_plans_receivables() {
        UUID second = invoice("500.00");
        UUID plan = books.plan(
                rep,
                finance,
                customer,
                List.of(invoice, second),
                List.of(LocalDate.parse("2026-11-05"), LocalDate.parse("2026-12-05")),
                List.of(new BigDecimal("700.00"), new BigDecimal("800.00")));
        UUID promise = world.ofPlan(rep, customer, plan, "700.00", THURSDAY);

        books.pay(finance, customer, "700.00", MONDAY);

        assertThat(stands(promise)).isEqualTo("KEPT 700.00/700.00");
    }

    @Test
    void the_level_counts_the_promises_for_the_same_receivable_that_were_not_kept_before() {
        UUID other = invoice("50.00");
        world.promise(rep, customer, "10.00", THURSDAY, invoice);
        world.day(tenant, DAY_AFTER);
        UUID second = world.promise(rep, customer, "10.00", "2026-11-12", invoice);
        world.day(tenant, "2026-11-20");
        UUID third = world.promise(rep, customer, "10.00", "2026-11-21", invoice);
        UUID elsewhere = world.promise(rep, customer, "10.00", "2026-11-21", other);

        assertThat(List.of(second, third, elsewhere))
                .extracting(id -> world.find(rep, id).level())
                .containsExactly(1, 2, 0);
    }

    @Test
    void many_promises_take_a_run_no_more_statements_than_one() {
        world.promise(rep, customer, "600.00", THURSDAY, invoice);
        int one = Statements.duringOnce(() -> world.day(tenant, DAY_AFTER));
        for (int n = 0; n < 25; n++) {
            world.promise(rep, customer, "10.00", "2026-11-12", invoice("10.00"));
        }

        int many = Statements.duringOnce(
                () -> assertThat(world.day(tenant, "2026-11-30").examined()).isEqualTo(25));

        assertThat(many).isLessThanOrEqualTo(one + 2);
    }

    @Test
    void a_job_that_runs_again_changes_nothing() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);
        world.day(tenant, DAY_AFTER);
        int version = world.find(rep, promise).version();

        assertThat(world.day(tenant, DAY_AFTER).raised()).isZero();
        assertThat(world.find(rep, promise).version()).isEqualTo(version);
    }
}
