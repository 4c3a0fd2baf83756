package io.huikuan.concession;

import static io.huikuan.concession.ConcessionWorld.done;
import static io.huikuan.concession.ConcessionWorld.term;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.job.JobName;
import io.huikuan.job.Jobs;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How granted steps stand by what the ledger says, and who is told. */
@QuarkusTest
class ConcessionStandingTest {

    private static final String MONDAY = "2026-11-02";
    private static final String THURSDAY = "2026-11-05";
    private static final String FRIDAY = "2026-11-06";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    ConcessionWorld world;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    private Actor tenant;
    private Actor admin;
    private Actor finance;
    private Actor rep;
    private UUID customer;

    @BeforeEach
    void an_invoice_is_late() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse(MONDAY), tenant.zone());
        admin = tenancy.user(tenant, Role.ADMIN, null);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        tenancy.invoice(tenant, customer, "1000.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private UUID granted(String amount, String payBy) {
        return world.granted(rep, finance, customer, amount, payBy);
    }

    private void on(String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
    }

    private void alertsOf(String day) {
        on(day);
        done(tenancy.callOutside(admin, () -> jobs.run(new Jobs.RunJob(null, JobName.CONCESSION_ALERTS, null))));
    }

    private List<String> alerts() {
        return client.ask(
                        rep,
                        "{ alerts(filter: {status: [OPEN], type: [CONCESSION_DUE, CONCESSION_UNPAID]}) { nodes { title severity type subject { __typename } } } }")
                .<String>getList("data.alerts.nodes.title");
    }

    private static String codes(Outcome<?> outcome) {
        return String.join(" ", outcome.errors().stream().map(UserError::code).toList());
    }

    @Test
    void money_on_the_last_day_earns_it_and_on_the_day_after_does_not() {
        UUID concession = granted("600.00", THURSDAY);
        on(THURSDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("WAITING 0.00/600.00");
        UUID first = books.pay(finance, customer, "600.00", THURSDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("EARNED 600.00/600.00");

        books.reverse(finance, first, THURSDAY);
        on(FRIDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("LAPSED 0.00/600.00");
        books.pay(finance, customer, "600.00", FRIDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("LAPSED 0.00/600.00");
    }

    @Test
    void the_day_ends_where_the_tenant_is() {
        UUID concession = granted("600.00", THURSDAY);
        clock.set(Instant.parse("2026-11-05T15:59:59Z"));
        assertThat(world.stands(rep, concession)).isEqualTo("WAITING 0.00/600.00");
        clock.set(Instant.parse("2026-11-05T16:00:00Z"));
        assertThat(world.stands(rep, concession)).isEqualTo("LAPSED 0.00/600.00");
    }

    @Test
    void less_than_the_amount_does_not_earn_it() {
        UUID concession = granted("600.00", THURSDAY);
        books.pay(finance, customer, "599.99", MONDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("WAITING 599.99/600.00");
        books.pay(finance, customer, "0.01", MONDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("EARNED 600.00/600.00");
    }

    @Test
    void money_received_in_time_and_recorded_late_counts() {
        UUID concession = granted("600.00", THURSDAY);
        on("2026-11-09");
        assertThat(world.stands(rep, concession)).isEqualTo("LAPSED 0.00/600.00");
        books.pay(finance, customer, "600.00", THURSDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("EARNED 600.00/600.00");
    }

    @Test
    void money_that_was_there_before_the_grant_does_not_count() {
        books.pay(finance, customer, "600.00", MONDAY);
        clock.forward(Duration.ofMinutes(1));
        UUID concession = granted("300.00", THURSDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("WAITING 0.00/300.00");
    }

    @Test
    void what_is_not_laid_on_any_debt_does_not_count() {
        UUID concession = granted("1200.00", THURSDAY);
        books.pay(finance, customer, "1200.00", MONDAY);
        assertThat(world.stands(rep, concession)).as("200 is unapplied").isEqualTo("WAITING 1000.00/1200.00");
    }

    @Test
    void the_same_money_pays_for_one_step_and_what_came_early_counts() {
        UUID concession = world.asked(rep, customer);
        done(world.grant(finance, concession, term("300.00", THURSDAY), term("400.00", "2026-12-05")));

        books.pay(finance, customer, "500.00", MONDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("EARNED 500.00/300.00, WAITING 500.00/700.00");
        on("2026-12-05");
        books.pay(finance, customer, "200.00", "2026-12-05");
        assertThat(world.stands(rep, concession)).isEqualTo("EARNED 500.00/300.00, EARNED 700.00/700.00");
    }

    @Test
    void a_step_is_given_once_and_only_when_it_is_earned() {
        UUID concession = granted("600.00", THURSDAY);
        assertThat(codes(world.fulfil(rep, concession, 1))).isEqualTo("INVALID_STATUS");
        assertThat(codes(world.fulfil(rep, concession, 2))).isEqualTo("NOT_FOUND");
        books.pay(finance, customer, "600.00", MONDAY);

        assertThat(codes(world.fulfil(rep, concession, 1))).isEmpty();
        assertThat(world.stands(rep, concession)).isEqualTo("FULFILLED 600.00/600.00");
        assertThat(codes(world.fulfil(rep, concession, 1))).isEqualTo("ALREADY_DONE");
    }

    @Test
    void money_that_goes_back_lets_it_wait_again_or_lapse_unless_it_was_given() {
        UUID concession = granted("600.00", THURSDAY);
        UUID payment = books.pay(finance, customer, "600.00", MONDAY);
        books.reverse(finance, payment, MONDAY);
        assertThat(world.stands(rep, concession)).isEqualTo("WAITING 0.00/600.00");

        UUID again = books.pay(finance, customer, "600.00", MONDAY);
        done(world.fulfil(rep, concession, 1));
        assertThat(alerts()).isEmpty();
        on("2026-11-20");
        books.reverse(finance, again, "2026-11-20");

        assertThat(world.stands(rep, concession)).isEqualTo("FULFILLED 0.00/600.00 unpaid");
        assertThat(alerts())
                .containsExactly(
                        "Demo Distributor: step 1 of a concession was given, but the payment went back, 600.00 CNY is missing");
        assertThat(client.ask(rep, "{ concessions(filter: {unpaid: true}) { totalCount } }")
                        .getInt("data.concessions.totalCount"))
                .isEqualTo(1);
        assertThat(client.ask(rep, "{ concessions(filter: {unpaid: false}) { totalCount } }")
                        .getInt("data.concessions.totalCount"))
                .isZero();
    }

    @Test
    void a_day_that_is_near_calls_until_the_money_comes() {
        granted("600.00", "2026-11-20");
        alertsOf("2026-11-12");
        assertThat(alerts()).isEmpty();
        alertsOf("2026-11-13");
        assertThat(alerts())
                .containsExactly(
                        "Demo Distributor: step 1 of a concession is to be paid for by 2026-11-20, 600.00 CNY is missing");
        books.pay(finance, customer, "600.00", "2026-11-13");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_day_that_passed_calls_no_more() {
        granted("600.00", THURSDAY);
        alertsOf(THURSDAY);
        assertThat(alerts()).hasSize(1);
        alertsOf(FRIDAY);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void money_that_comes_after_the_next_grant_is_for_that_one() {
        UUID first = granted("300.00", MONDAY);
        UUID early = books.pay(finance, customer, "300.00", MONDAY);
        clock.forward(Duration.ofMinutes(1));
        UUID second = granted("200.00", THURSDAY);
        books.reverse(finance, early, MONDAY);
        clock.forward(Duration.ofMinutes(1));

        books.pay(finance, customer, "300.00", MONDAY);

        assertThat(world.stands(rep, first))
                .as("its money went back, and it does not wait beside the other one")
                .isEqualTo("LAPSED 0.00/300.00");
        assertThat(world.stands(rep, second)).isEqualTo("EARNED 300.00/200.00");
    }

    @Test
    void what_was_earned_before_it_was_withdrawn_is_still_owed() {
        UUID concession = world.asked(rep, customer);
        done(world.grant(finance, concession, term("300.00", THURSDAY), term("400.00", THURSDAY)));
        books.pay(finance, customer, "300.00", MONDAY);
        clock.forward(Duration.ofMinutes(1));
        done(world.withdraw(finance, concession));
        clock.forward(Duration.ofMinutes(1));
        books.pay(finance, customer, "400.00", MONDAY);

        assertThat(world.stands(rep, concession)).isEqualTo("EARNED 300.00/300.00, LAPSED 300.00/700.00");
        assertThat(codes(world.fulfil(rep, concession, 1))).isEmpty();
    }

    @Test
    void money_that_comes_while_it_is_given_and_judged_is_seen_by_all() throws Exception {
        UUID concession = granted("100.00", THURSDAY);
        books.pay(finance, customer, "100.00", MONDAY);
        int version = world.find(rep, concession).version();

        List<String> codes = AtOnce.on(6, hand -> {
            if (hand < 4) {
                return codes(world.fulfil(rep, concession, 1));
            }
            books.pay(finance, customer, "10.00", MONDAY);
            return "";
        });

        assertThat(codes.stream().filter(code -> code.equals("STALE") || code.equals("ALREADY_DONE")))
                .as("it is given once")
                .hasSize(3);
        assertThat(world.stands(rep, concession)).isEqualTo("FULFILLED 120.00/100.00");
        assertThat(world.find(rep, concession).version()).isEqualTo(version + 1);
    }

    @Test
    void a_payment_and_the_deadline_at_the_same_moment_leave_it_as_the_ledger_says() throws Exception {
        UUID concession = granted("100.00", THURSDAY);
        alertsOf(THURSDAY);
        assertThat(alerts()).hasSize(1);
        on(FRIDAY);

        AtOnce.on(4, hand -> {
            if (hand == 0) {
                alertsOf(FRIDAY);
                return true;
            }
            books.pay(finance, customer, "40.00", THURSDAY);
            return true;
        });

        assertThat(world.stands(rep, concession)).isEqualTo("EARNED 120.00/100.00");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_payment_and_its_reversal_at_the_moment_of_giving_never_go_unseen() throws Exception {
        UUID concession = granted("100.00", THURSDAY);
        UUID payment = books.pay(finance, customer, "100.00", MONDAY);

        List<String> codes = AtOnce.on(2, hand -> {
            if (hand == 0) {
                return codes(world.fulfil(rep, concession, 1));
            }
            books.reverse(finance, payment, MONDAY);
            return "";
        });

        boolean given = codes.get(0).isEmpty();
        assertThat(world.stands(rep, concession))
                .isEqualTo(given ? "FULFILLED 0.00/100.00 unpaid" : "WAITING 0.00/100.00");
        assertThat(alerts())
                .singleElement()
                .asString()
                .contains(given ? "was given, but the payment went back" : "is to be paid for by");
    }

    @Test
    void two_grants_at_the_same_moment_do_not_wait_for_the_same_money() throws Exception {
        List<UUID> wanted = List.of(world.asked(rep, customer), world.asked(rep, customer), world.asked(rep, customer));

        List<String> codes =
                AtOnce.on(3, hand -> codes(world.grant(finance, wanted.get(hand), term("10.00", THURSDAY))));

        assertThat(codes).containsExactlyInAnyOrder("", "CONCESSION_EXISTS", "CONCESSION_EXISTS");
    }
}
