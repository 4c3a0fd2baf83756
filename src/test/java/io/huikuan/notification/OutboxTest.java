package io.huikuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.notification.channel.FakeChannel;
import io.huikuan.notification.channel.Message;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    AlertKeeper keeper;

    @Inject
    Delivery delivery;

    @Inject
    FakeChannel channel;

    @Inject
    NotificationConfig config;

    @Inject
    ActingAs actingAs;

    @Inject
    Sql sql;

    private Actor tenant;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
    }

    @AfterEach
    void close() {
        clock.reset();
    }

    record Queued(UUID recipient, String state, int attempts, String remark, String answer) {}

    @Test
    void an_alert_is_queued_for_the_customers_owner_in_the_transaction_that_raises_it() {
        Actor owner = tenancy.user(tenant, Role.REP, null);
        tenancy.user(tenant, Role.MANAGER, null);
        overdue(tenancy.customer(tenant, owner.user().orElseThrow(), null));

        List<UUID> recipients = tenancy.call(tenant, () -> {
            keeper.judgeInstallments(TODAY);
            return recipients();
        });

        assertThat(recipients).containsExactly(owner.user().orElseThrow());
    }

    @Test
    void without_an_owner_it_is_queued_for_every_manager_who_sees_the_customer() {
        Actor all = tenancy.user(tenant, Role.MANAGER, null);
        Actor north = tenancy.user(tenant, Role.MANAGER, "North");
        tenancy.user(tenant, Role.MANAGER, "South");
        tenancy.user(tenant, Role.FINANCE, null);
        overdue(tenancy.customer(tenant, null, "North"));

        judge();

        assertThat(tenancy.call(tenant, this::recipients))
                .containsExactlyInAnyOrder(
                        all.user().orElseThrow(), north.user().orElseThrow());
    }

    @Test
    void a_rollback_leaves_neither_alert_nor_message() {
        overdue(tenancy.customer(tenant, null, null));

        try {
            tenancy.run(tenant, () -> {
                keeper.judgeInstallments(TODAY);
                throw new IllegalStateException("the end");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the end");
        }

        assertThat(queued()).isEmpty();
    }

    @Test
    void what_is_due_is_sent_once_over_concurrent_workers() {
        UUID customer = tenancy.customer(tenant, null, null);
        IntStream.range(0, 250).forEach(i -> overdue(customer));
        judge();

        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(this::deliver))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(channel.sentBy(tenant.tenant()))
                .hasSize(250)
                .extracting(Message::id)
                .doesNotHaveDuplicates();
        assertThat(queued()).extracting(Queued::state).containsOnly("SENT");
    }

    @Test
    void nobody_is_reminded_of_what_is_paid() {
        UUID customer = tenancy.customer(tenant, null, null);
        UUID invoice = overdue(customer);
        judge();
        tenancy.pay(tenant, customer, invoice, "100.00", TODAY);

        deliver();

        assertThat(channel.sentBy(tenant.tenant())).isEmpty();
        assertThat(queued()).extracting(Queued::state).containsExactly("CANCELLED");
    }

    @Test
    void messages_of_a_run_for_a_past_date_are_cancelled_where_their_cause_is_gone() {
        UUID customer = tenancy.customer(tenant, null, null);
        UUID invoice = overdue(customer);
        tenancy.pay(tenant, customer, invoice, "100.00", TODAY);
        tenancy.call(tenant, () -> keeper.judgeInstallments(TODAY.minusDays(1)));

        deliver();

        assertThat(channel.sentBy(tenant.tenant())).isEmpty();
        assertThat(queued()).extracting(Queued::remark).containsExactly("The cause was gone before it was sent.");
    }

    @Test
    void a_failure_is_tried_again_under_the_same_id_after_growing_pauses_and_given_up_in_the_end() {
        overdue(tenancy.customer(tenant, null, null));
        judge();
        channel.refuse(tenant.tenant());

        for (int attempt = 1; attempt <= config.mostAttempts(); attempt++) {
            deliver();
            deliver();
            clock.forward(Duration.ofDays(1));
        }

        assertThat(queued()).hasSize(1);
        assertThat(queued().get(0).state()).isEqualTo("DEAD");
        assertThat(queued().get(0).attempts()).isEqualTo(config.mostAttempts());
        assertThat(queued().get(0).answer()).isEqualTo("The line is busy.");
    }

    @Test
    void a_lease_that_its_node_did_not_end_runs_out() {
        overdue(tenancy.customer(tenant, null, null));
        judge();
        tenancy.run(
                tenant,
                () -> sql.of(
                                "update outbox set state = 'PENDING', finished_at = null, due_at = :now, leased_until = :until"
                                        + " where tenant_id = :tenant")
                        .bind("now", clock.instant())
                        .bind("until", clock.instant().plusSeconds(60))
                        .update());
        int before = channel.sentBy(tenant.tenant()).size();

        deliver();
        assertThat(channel.sentBy(tenant.tenant())).hasSize(before);

        clock.forward(Duration.ofSeconds(61));
        deliver();
        assertThat(channel.sentBy(tenant.tenant())).hasSize(before + 1);
    }

    private UUID overdue(UUID customer) {
        return tenancy.invoice(tenant, customer, "100.00", LocalDate.of(2025, 1, 1), TODAY.minusDays(3));
    }

    private void judge() {
        tenancy.run(tenant, () -> keeper.judgeInstallments(TODAY));
    }

    private void deliver() {
        actingAs.run(tenant, delivery::deliver);
    }

    private List<UUID> recipients() {
        return sql.of("select recipient_id from outbox where tenant_id = :tenant")
                .list(row -> row.uuid("recipient_id"));
    }

    private List<Queued> queued() {
        return tenancy.call(
                tenant,
                () -> sql.of(
                                "select recipient_id, state, attempts, remark, last_answer from outbox where tenant_id = :tenant")
                        .list(row -> new Queued(
                                row.uuid("recipient_id"),
                                row.text("state"),
                                row.integer("attempts"),
                                row.text("remark"),
                                row.text("last_answer"))));
    }
}
