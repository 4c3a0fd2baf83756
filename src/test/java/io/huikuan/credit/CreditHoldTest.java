package io.huikuan.credit;

import static io.huikuan.credit.CreditWorld.blocking;
import static io.huikuan.credit.CreditWorld.codes;
import static io.huikuan.credit.CreditWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds: what stops supply, and what lets it go on. */
@QuarkusTest
class CreditHoldTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    CreditWorld world;

    @Inject
    CreditStandings standings;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor finance;
    private Actor manager;
    private UUID customer;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        customer = tenancy.customer(tenant, null, null);
        today = tenancy.today(tenant);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    /** Tokens are judged by the true time, so what is asked of other days is asked of the service and not over HTTP. */
    private int liveOn(LocalDate day) {
        clock.setNoon(day, tenant.zone());
        try {
            return tenancy.callOutside(
                    finance,
                    () -> standings.find(customer).orElseThrow().holds().size());
        } finally {
            clock.reset();
        }
    }

    private List<String> onHold() {
        return client.ask(finance, "{ customers(filter: {status: [ON_HOLD]}) { nodes { id } } }")
                .getList("data.customers.nodes.id");
    }

    @Test
    void a_hold_is_seen_at_once_in_the_status_the_list_and_the_check() {
        assertThat(world.status(finance, customer)).isEqualTo("ACTIVE");

        JsonPath hold = world.hold(finance, customer);

        assertThat(codes(hold)).isEmpty();
        assertThat(hold.getBoolean("creditHold.live")).isTrue();
        assertThat(world.status(finance, customer)).isEqualTo("ON_HOLD");
        assertThat(onHold()).isEqualTo(List.of(id(customer)));
        assertThat(blocking(world.check(finance, customer, "1.00"))).isEqualTo(List.of("HOLD"));
    }

    @Test
    void a_hold_ends_with_its_last_day_by_itself() {
        world.hold(finance, customer, "until", today.plusDays(3).toString());

        assertThat(liveOn(today.minusDays(1))).isZero();
        assertThat(liveOn(today)).isEqualTo(1);
        assertThat(liveOn(today.plusDays(3))).isEqualTo(1);
        assertThat(liveOn(today.plusDays(4))).isZero();
    }

    @Test
    void a_manager_releases_until_a_day_and_then_it_counts_again() {
        JsonPath hold = world.hold(finance, customer);
        String id = hold.getString("creditHold.id");

        JsonPath released = world.release(manager, id, 1, today.plusDays(5).toString());

        assertThat(codes(released)).isEmpty();
        assertThat(released.getBoolean("creditHold.live")).isFalse();
        assertThat(released.getList("creditHold.releases.releasedBy.id")).doesNotContainNull();
        assertThat(world.status(finance, customer)).isEqualTo("ACTIVE");
        assertThat(liveOn(today.plusDays(5))).isZero();
        assertThat(liveOn(today.plusDays(6))).isEqualTo(1);
        assertThat(codes(world.release(manager, id, 1, today.toString()))).isEqualTo(List.of("STALE"));
        assertThat(codes(world.release(manager, id, 2, today.toString()))).isEqualTo(List.of("INVALID_STATUS"));
    }

    @Test
    void only_a_manager_or_an_admin_releases() {
        String id = world.hold(finance, customer).getString("creditHold.id");

        assertThat(client.ask(
                                finance,
                                "mutation { releaseCreditHold(input: {clientKey: \"k\", id: \"" + id
                                        + "\", version: 1, reason: \"x\", until: \"" + today
                                        + "\"}) { creditHold { id } } }")
                        .getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        assertThat(codes(world.release(manager, id, 1, today.minusDays(1).toString())))
                .isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(world.release(manager, id, 1, today.plusDays(367).toString())))
                .isEqualTo(List.of("INVALID_VALUE"));
    }

    @Test
    void payment_of_all_that_is_overdue_releases_and_a_bounced_one_brings_the_hold_back() {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(60), today.minusDays(10));
        tenancy.invoice(tenant, customer, "50.00", today.minusDays(5), today.plusDays(30));
        world.hold(finance, customer);

        books.pay(finance, customer, "99.99", today.toString());
        assertThat(world.status(finance, customer)).isEqualTo("ON_HOLD");
        UUID payment = books.pay(finance, customer, "0.01", today.toString());
        assertThat(world.status(finance, customer)).isEqualTo("ACTIVE");
        books.reverse(finance, payment, today.toString());
        assertThat(world.status(finance, customer)).isEqualTo("ON_HOLD");
        books.pay(finance, customer, "0.01", today.toString());
        assertThat(world.status(finance, customer)).isEqualTo("ACTIVE");
        assertThat(client.ask(
                                finance,
                                "{ creditHolds(filter: {live: false}) { totalCount nodes { version releases { byPayment endedOn } } } }")
                        .getList("data.creditHolds.nodes[0].releases.byPayment"))
                .isEqualTo(List.of(true, true));
    }

    @Test
    void payment_while_a_manager_releases_keeps_the_hold_away_for_good() {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(60), today.minusDays(10));
        String id = world.hold(finance, customer).getString("creditHold.id");
        world.release(manager, id, 1, today.plusDays(5).toString());

        books.pay(finance, customer, "100.00", today.toString());

        assertThat(liveOn(today.plusDays(6))).isZero();
    }

    @Test
    void a_write_off_is_no_payment() {
        UUID invoice = tenancy.invoice(tenant, customer, "100.00", today.minusDays(60), today.minusDays(10));
        world.hold(finance, customer);

        books.pay(finance, customer, "40.00", today.toString());
        books.writeOff(finance, invoice, "60.00", today.toString());

        assertThat(world.status(finance, customer)).isEqualTo("ON_HOLD");
    }

    @Test
    void what_is_above_the_limit_is_to_be_paid_too() {
        world.limit(finance, customer, "80.00");
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(5), today.plusDays(10));
        world.hold(finance, customer, "cause", "OVER_LIMIT");

        books.pay(finance, customer, "19.99", today.toString());
        assertThat(world.status(finance, customer)).isEqualTo("ON_HOLD");
        UUID payment = books.pay(finance, customer, "0.01", today.toString());
        assertThat(world.status(finance, customer)).isEqualTo("ACTIVE");
        books.reverse(finance, payment, today.toString());
        assertThat(world.status(finance, customer)).isEqualTo("ON_HOLD");
    }

    @Test
    void a_hold_that_payment_does_not_release_stays() {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(60), today.minusDays(10));
        world.hold(finance, customer, "releasedByPayment", false, "cause", "RISK");

        books.pay(finance, customer, "100.00", today.toString());

        assertThat(world.status(finance, customer)).isEqualTo("ON_HOLD");
    }

    @Test
    void nobody_sets_ON_HOLD_with_the_customer_nor_supplies_it_again_there() {
        JsonPath held = update(1, "ON_HOLD");
        assertThat(codes(held)).isEqualTo(List.of("INVALID_VALUE"));
        world.hold(finance, customer);
        assertThat(codes(update(1, "ACTIVE"))).isEqualTo(List.of("INVALID_STATUS"));
        assertThat(codes(update(1, "CLOSED"))).isEmpty();
        assertThat(world.status(finance, customer)).isEqualTo("CLOSED");
    }

    private JsonPath update(int version, String status) {
        return world.change(
                finance,
                "updateCustomer",
                "UpdateCustomerInput",
                Map.of("id", id(customer), "version", version, "status", status),
                "customer { status }");
    }

    @Test
    void what_another_system_says_becomes_a_hold_once() {
        say("ON_HOLD");
        say("ON_HOLD");
        assertThat(world.status(finance, customer)).isEqualTo("ON_HOLD");
        JsonPath holds = client.ask(finance, "{ creditHolds { totalCount nodes { id version cause } } }")
                .setRootPath("data.creditHolds");
        assertThat(holds.getInt("totalCount")).isEqualTo(1);
        assertThat(holds.getString("nodes[0].cause")).isEqualTo("SAID_ELSEWHERE");

        say("ACTIVE");
        assertThat(world.status(finance, customer)).isEqualTo("ON_HOLD");
        world.release(
                manager, holds.getString("nodes[0].id"), 1, today.plusDays(1).toString());
        assertThat(world.status(finance, customer)).isEqualTo("ACTIVE");
    }

    private void say(String status) {
        tenancy.run(
                tenant,
                () -> sql.of("update customer set status = :status where tenant_id = :tenant and id = :id")
                        .bind("status", status)
                        .bind("id", customer)
                        .update());
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(codes(
                        world.hold(finance, customer, "from", today.minusDays(1).toString())))
                .isEqualTo(List.of("DATE_IN_PAST"));
        assertThat(codes(world.hold(
                        finance, customer, "until", today.minusDays(1).toString())))
                .isEqualTo(List.of("DATE_ORDER"));
        assertThat(codes(world.hold(finance, customer, "cause", "SAID_ELSEWHERE")))
                .isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(world.hold(finance, customer, "reason", ""))).isEqualTo(List.of("REQUIRED"));
    }
}
