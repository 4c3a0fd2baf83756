package io.huikuan.alert.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.alert.Alert;
import io.huikuan.alert.AlertFilter;
import io.huikuan.alert.AlertKeeper;
import io.huikuan.alert.AlertType;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

@QuarkusTest
class LiveAlertsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    AlertKeeper keeper;

    @Inject
    LiveAlerts live;

    @Inject
    BatchListener listener;

    @Inject
    ListenerConnections connections;

    @Inject
    ActingAs actingAs;

    private Actor tenant;
    private UUID customer;
    private Actor owner;

    @BeforeEach
    void open() throws InterruptedException {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
        owner = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, owner.user().orElseThrow(), "North");
        awaitListening();
    }

    @AfterEach
    void close() {
        clock.reset();
    }

    @Test
    void a_subscriber_hears_of_an_alert_within_a_second() {
        AssertSubscriber<Alert> subscriber = subscribe(owner, AlertFilter.ALL);
        overdue(customer);

        judge();

        subscriber.awaitItems(1, Duration.ofSeconds(2));
        assertThat(subscriber.getItems().get(0).type()).isEqualTo(AlertType.INSTALLMENT_OVERDUE);
    }

    @Test
    void each_hears_only_of_customers_whom_he_sees() throws InterruptedException {
        Actor north = tenancy.user(tenant, Role.MANAGER, "North");
        Actor south = tenancy.user(tenant, Role.MANAGER, "South");
        Actor otherRep = tenancy.user(tenant, Role.REP, null);
        Actor finance = tenancy.user(tenant, Role.FINANCE, null);
        Actor elsewhere = tenancy.user(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, null);
        List<AssertSubscriber<Alert>> hearing = List.of(
                subscribe(owner, AlertFilter.ALL),
                subscribe(north, AlertFilter.ALL),
                subscribe(finance, AlertFilter.ALL));
        List<AssertSubscriber<Alert>> deaf = List.of(
                subscribe(south, AlertFilter.ALL),
                subscribe(otherRep, AlertFilter.ALL),
                subscribe(elsewhere, AlertFilter.ALL));
        overdue(customer);

        judge();

        hearing.forEach(subscriber -> subscriber.awaitItems(1, Duration.ofSeconds(5)));
        Thread.sleep(200);
        deaf.forEach(subscriber -> assertThat(subscriber.getItems()).isEmpty());
    }

    @Test
    void each_hears_only_of_what_he_wants() throws InterruptedException {
        AssertSubscriber<Alert> soonOnly = subscribe(owner, types(AlertType.INSTALLMENT_DUE_SOON));
        AssertSubscriber<Alert> all = subscribe(owner, AlertFilter.ALL);
        overdue(customer);

        judge();

        all.awaitItems(1, Duration.ofSeconds(5));
        Thread.sleep(100);
        assertThat(soonOnly.getItems()).isEmpty();
    }

    @Test
    void nothing_is_missed_and_nothing_comes_twice_over_a_broken_connection() throws InterruptedException {
        AssertSubscriber<Alert> subscriber = subscribe(owner, AlertFilter.ALL);
        overdue(customer);
        judge();
        subscriber.awaitItems(1, Duration.ofSeconds(5));

        connections.abandon();
        overdue(customer);
        judge();
        awaitListening();
        overdue(customer);
        judge();

        subscriber.awaitItems(3, Duration.ofSeconds(10));
        Thread.sleep(200);
        assertThat(subscriber.getItems()).extracting(Alert::id).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void one_notification_goes_out_for_each_transaction_however_many_alerts_it_raises() throws SQLException {
        try (Connection connection = connections.another();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN huikuan_alerts_raised");
            for (int i = 0; i < 5; i++) {
                overdue(customer);
            }

            tenancy.run(tenant, () -> {
                keeper.judgeInstallments(TODAY.minusDays(1));
                overdueNow(customer);
                keeper.judgeInstallments(TODAY);
            });

            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(1_000);
            assertThat(Arrays.stream(heard)
                            .filter(news -> news.getParameter()
                                    .startsWith(tenant.tenant().toString())))
                    .hasSize(1);
        }
    }

    @Test
    void a_run_that_raises_nothing_tells_nobody() throws SQLException {
        overdue(customer);
        judge();
        try (Connection connection = connections.another();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN huikuan_alerts_raised");

            judge();

            PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications(500);
            assertThat(Arrays.stream(heard == null ? new PGNotification[0] : heard)
                            .filter(news -> news.getParameter()
                                    .startsWith(tenant.tenant().toString())))
                    .isEmpty();
        }
    }

    private AssertSubscriber<Alert> subscribe(Actor viewer, AlertFilter filter) {
        return actingAs.call(viewer, () -> live.raised(filter))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private static AlertFilter types(AlertType type) {
        return new AlertFilter(
                Set.of(type), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void overdue(UUID debtor) {
        tenancy.invoice(tenant, debtor, "100.00", LocalDate.of(2025, 1, 1), TODAY.minusDays(3));
    }

    private void overdueNow(UUID debtor) {
        tenancy.issueWithin(debtor, "100.00", LocalDate.of(2025, 1, 1), TODAY.minusDays(4));
    }

    private void judge() {
        tenancy.run(tenant, () -> keeper.judgeInstallments(TODAY));
    }

    private void awaitListening() throws InterruptedException {
        long end = System.nanoTime() + SECOND.multipliedBy(20).toNanos();
        Thread.sleep(50);
        while (!listener.isListening() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(listener.isListening()).isTrue();
    }
}
