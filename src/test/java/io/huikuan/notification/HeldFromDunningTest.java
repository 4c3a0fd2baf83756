package io.huikuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.dispute.DisputeReason;
import io.huikuan.dispute.DisputeService;
import io.huikuan.dispute.OpenDispute;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.notification.data.RecipientStore;
import io.huikuan.promise.DecidePromise;
import io.huikuan.promise.PromiseService;
import io.huikuan.promise.PromiseToPay;
import io.huikuan.promise.RecordPromise;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever owes is not reminded of what is held from dunning; our own people are told all the same. */
@QuarkusTest
class HeldFromDunningTest {

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
    PromiseService promises;

    @Inject
    DisputeService disputes;

    @Inject
    RecipientStore recipients;

    @Inject
    ActingAs actingAs;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor rep;
    private UUID customer;
    private UUID buyer;

    @BeforeEach
    void a_buyer_wants_to_be_told() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        buyer = Uuids.next();
        tenancy.run(tenant, () -> {
            sql.of("insert into app_user (tenant_id, id, subject, name, roles, customer_id, active, created_at)"
                            + " values (:tenant, :id, 'buyer', 'buyer', '{PARTNER}', :customer, true, now())")
                    .bind("id", buyer)
                    .bind("customer", customer)
                    .update();
            sql.of("insert into notification_settings (tenant_id, owner_id) values (:tenant, :id)")
                    .bind("id", buyer)
                    .update();
            sql.of("insert into notification_choice (tenant_id, owner_id, alert_type, channels, digest)"
                            + " values (:tenant, :id, 'INSTALLMENT_OVERDUE', '{EMAIL}', false)")
                    .bind("id", buyer)
                    .update();
        });
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void a_buyer_hears_of_an_overdue_invoice_when_the_promise_for_it_is_no_longer_open() {
        UUID invoice = tenancy.invoice(tenant, customer, "100.00", TODAY.minusDays(90), TODAY.minusDays(3));
        PromiseToPay promise = tenancy.callOutside(rep, () -> promises.record(promise(invoice)))
                .valueOrNull();
        tenancy.run(tenant, () -> keeper.judgeInstallments(TODAY));

        deliver();
        assertThat(told()).containsExactly(rep.user().orElseThrow());

        tenancy.callOutside(
                rep, () -> promises.cancel(new DecidePromise(null, promise.id(), null, "He took it back.")));
        clock.forward(Duration.ofHours(4));
        deliver();
        assertThat(told()).containsExactlyInAnyOrder(rep.user().orElseThrow(), buyer);
    }

    @Test
    void a_buyer_is_asked_for_what_he_does_not_refuse() {
        UUID invoice = tenancy.invoice(tenant, customer, "100.00", TODAY.minusDays(90), TODAY.minusDays(3));
        tenancy.callOutside(
                rep,
                () -> disputes.open(new OpenDispute(
                        null,
                        NodeId.of(NodeKind.RECEIVABLE, invoice),
                        "receivableId",
                        new MoneyInput(new Decimal("40.00"), "CNY"),
                        DisputeReason.QUANTITY,
                        "Two boxes did not come.",
                        null,
                        null)));
        tenancy.run(tenant, () -> keeper.judgeInstallments(TODAY));

        Map<UUID, Optional<BigDecimal>> asked = tenancy.call(tenant, () -> {
            Map<UUID, UUID> messages = sql.of("select id, recipient_id from outbox where tenant_id = :tenant")
                    .map(row -> row.uuid("id"), row -> row.uuid("recipient_id"));
            return recipients.of(messages.keySet()).entrySet().stream()
                    .collect(Collectors.toMap(
                            entry -> messages.get(entry.getKey()),
                            entry -> entry.getValue().asked()));
        });
        assertThat(asked.get(buyer))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("60.00"));
        assertThat(asked.get(rep.user().orElseThrow())).isEmpty();
    }

    private RecordPromise promise(UUID invoice) {
        return new RecordPromise(
                null,
                NodeId.of(NodeKind.CUSTOMER, customer),
                List.of(NodeId.of(NodeKind.RECEIVABLE, invoice)),
                "receivableIds",
                null,
                new MoneyInput(new Decimal("100.00"), "CNY"),
                TODAY.plusDays(5),
                null,
                null,
                null);
    }

    private void deliver() {
        actingAs.run(tenant, delivery::deliver);
    }

    private List<UUID> told() {
        return tenancy.call(
                tenant,
                () -> sql.of("select recipient_id from outbox where tenant_id = :tenant and state = 'SENT'")
                        .list(row -> row.uuid("recipient_id")));
    }
}
