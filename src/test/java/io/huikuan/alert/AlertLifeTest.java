package io.huikuan.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlertLifeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    AlertKeeper keeper;

    @Inject
    Alerts alerts;

    @Inject
    AlertService service;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor owner;
    private Actor manager;
    private UUID customer;
    private UUID invoice;

    @BeforeEach
    void raise_one() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
        owner = tenancy.user(tenant, Role.REP, null);
        manager = tenancy.user(tenant, Role.MANAGER, "North");
        customer = tenancy.customer(tenant, owner.user().orElseThrow(), "North");
        invoice = tenancy.invoice(tenant, customer, "100.00", LocalDate.of(2025, 1, 1), TODAY.minusDays(3));
        judge();
    }

    @AfterEach
    void close() {
        clock.reset();
    }

    @Test
    void it_says_what_it_is_about_in_words() {
        assertThat(only(owner).title()).isEqualTo("Demo Distributor: 100.00 CNY was due on 2026-03-07, 3 days overdue");
    }

    @Test
    void it_is_acknowledged_and_resolved_when_it_is_paid() {
        Alert taken = done(acknowledge());
        assertThat(taken.status()).isEqualTo(AlertStatus.ACKNOWLEDGED);

        tenancy.pay(tenant, customer, invoice, "100.00", TODAY);

        assertThat(only(owner).status()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(refusal(call(owner, () -> service.acknowledge(new AlertService.Acknowledge(null, taken.id())))))
                .isEqualTo("INVALID_STATUS");
    }

    @Test
    void a_snoozed_one_reads_as_open_again_from_its_day_on() {
        done(snooze(TODAY.plusDays(2)));
        assertThat(only(owner).status()).isEqualTo(AlertStatus.SNOOZED);
        assertThat(list(owner, AlertStatus.OPEN)).isEmpty();

        clock.forward(Duration.ofDays(1));
        assertThat(list(owner, AlertStatus.SNOOZED)).hasSize(1);

        clock.forward(Duration.ofDays(1));
        assertThat(list(owner, AlertStatus.SNOOZED)).isEmpty();
        assertThat(list(owner, AlertStatus.OPEN)).hasSize(1);
        assertThat(only(owner).snoozedUntil()).isNull();
    }

    @Test
    void it_is_snoozed_to_a_day_that_has_not_come() {
        assertThat(refusal(snooze(TODAY))).isEqualTo("DATE_IN_PAST");
        assertThat(refusal(snooze(TODAY.plusYears(3)))).isEqualTo("INVALID_VALUE");
    }

    @Test
    void a_person_who_resolves_it_silences_it_until_money_is_reversed() {
        resolve();
        assertThat(judge().raised()).isZero();

        clock.forward(Duration.ofMinutes(1));
        tenancy.pay(tenant, customer, invoice, "100.00", TODAY);
        assertThat(judge().raised()).isZero();
        assertThat(only(owner).resolvedBecause()).isEqualTo("Agreed by phone.");

        clock.forward(Duration.ofMinutes(1));
        tenancy.reverse(tenant, invoice, TODAY);
        Alert again = only(owner);
        assertThat(again.status()).isEqualTo(AlertStatus.OPEN);
        assertThat(again.occurrence()).isEqualTo(2);
        assertThat(again.resolvedBecause()).isNull();
    }

    @Test
    void a_run_counts_all_causes_be_they_new_known_or_silenced() {
        resolve();
        tenancy.invoice(tenant, customer, "50.00", LocalDate.of(2025, 1, 1), TODAY.minusDays(2));

        Tally first = judge();
        assertThat(first.examined()).isEqualTo(2);
        assertThat(first.raised()).isEqualTo(1);
        assertThat(judge()).isEqualTo(new Tally(2, 0, 0, Set.of()));
    }

    @Test
    void a_reason_is_needed_to_resolve_it() {
        String id = only(owner).id();
        assertThat(refusal(call(owner, () -> service.resolve(new AlertService.Resolve(null, id, " ")))))
                .isEqualTo("REQUIRED");
    }

    @Test
    void it_follows_a_change_of_the_customers_owner() {
        Actor next = tenancy.user(tenant, Role.REP, null);

        give(next);

        assertThat(only(next).assignee()).isEqualTo(next.user());
        assertThat(list(owner)).isEmpty();
    }

    @Test
    void one_assigned_by_hand_stays_with_its_assignee_as_long_as_he_may_see_the_customer() {
        done(assign(manager));
        assertThat(only(owner).assignee()).isEqualTo(manager.user());

        Actor next = tenancy.user(tenant, Role.REP, null);
        give(next);
        assertThat(only(next).assignee()).isEqualTo(manager.user());

        tenancy.run(
                tenant,
                () -> sql.of("update customer set region = 'South' where tenant_id = :tenant")
                        .update());
        assertThat(only(next).assignee()).isEqualTo(next.user());
        assertThat(list(manager)).isEmpty();
    }

    @Test
    void it_is_assigned_only_to_somebody_who_may_see_the_customer() {
        Actor south = tenancy.user(tenant, Role.MANAGER, "South");
        Actor otherRep = tenancy.user(tenant, Role.REP, null);
        Actor stranger = tenancy.user(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, null);

        assertThat(refusal(assign(south))).isEqualTo("ASSIGNEE_OUT_OF_SCOPE");
        assertThat(refusal(assign(otherRep))).isEqualTo("ASSIGNEE_OUT_OF_SCOPE");
        assertThat(refusal(assign(stranger))).isEqualTo("NOT_FOUND");
        assertThat(done(assign(owner)).assignee()).isEqualTo(owner.user());
    }

    @Test
    void the_unassigned_are_in_the_inbox_of_the_managers() {
        AlertFilter unassigned = new AlertFilter(
                Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty());
        assertThat(page(manager, unassigned).nodes()).isEmpty();

        tenancy.run(
                tenant,
                () -> sql.of("update customer set owner_id = null where tenant_id = :tenant")
                        .update());

        assertThat(page(manager, unassigned).nodes()).hasSize(1);
        assertThat(page(owner, AlertFilter.ALL).nodes()).isEmpty();
    }

    @Test
    void nobody_acts_on_what_he_does_not_see() {
        Actor other = tenancy.user(tenant, Role.REP, null);
        String id = only(owner).id();

        assertThat(refusal(call(other, () -> service.acknowledge(new AlertService.Acknowledge(null, id)))))
                .isEqualTo("NOT_FOUND");
        assertThat(tenancy.call(other, () -> alerts.find(NodeId.uuidOf(id)))).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        IntStream.range(0, 6)
                .forEach(i ->
                        tenancy.invoice(tenant, customer, "10.00", LocalDate.of(2025, 1, 1), TODAY.minusDays(i + 5)));
        judge();

        List<String> seen = new ArrayList<>();
        String after = null;
        Page<Alert> page;
        do {
            String place = after;
            page = tenancy.call(owner, () -> alerts.page(AlertFilter.ALL, new Paging(3, place, true)));
            page.nodes().forEach(alert -> seen.add(alert.id()));
            after = page.pageInfo().endCursor();
            assertThat(page.totalCount()).isEqualTo(7);
        } while (page.pageInfo().hasNextPage());

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(tenancy.call(owner, () -> alerts.pages(Set.of(customer), AlertFilter.ALL, new Paging(2, null, true)))
                        .get(customer)
                        .totalCount())
                .isEqualTo(7);
    }

    private Tally judge() {
        return tenancy.call(tenant, () -> keeper.judgeInstallments(TODAY));
    }

    private void resolve() {
        String id = only(owner).id();
        done(call(owner, () -> service.resolve(new AlertService.Resolve(null, id, "Agreed by phone."))));
    }

    private Outcome<Alert> acknowledge() {
        String id = only(owner).id();
        return call(owner, () -> service.acknowledge(new AlertService.Acknowledge(null, id)));
    }

    private Outcome<Alert> snooze(LocalDate until) {
        String id = only(owner).id();
        return call(owner, () -> service.snooze(new AlertService.Snooze(null, id, until)));
    }

    private Outcome<Alert> assign(Actor to) {
        String id = only(tenant).id();
        String assignee = NodeId.of(NodeKind.USER, to.user().orElseThrow());
        return call(tenant, () -> service.assign(new AlertService.Assign(null, id, assignee)));
    }

    private void give(Actor next) {
        tenancy.run(
                tenant,
                () -> sql.of("update customer set owner_id = :owner where tenant_id = :tenant")
                        .bind("owner", next.user().orElseThrow())
                        .update());
    }

    private Alert only(Actor actor) {
        List<Alert> seen = list(actor);
        assertThat(seen).hasSize(1);
        return seen.get(0);
    }

    private List<Alert> list(Actor actor, AlertStatus... statuses) {
        AlertFilter filter = new AlertFilter(
                Set.of(), Set.of(statuses), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return page(actor, filter).nodes();
    }

    private Page<Alert> page(Actor actor, AlertFilter filter) {
        return tenancy.call(actor, () -> alerts.page(filter, new Paging(20, null, false)));
    }

    private <T> Outcome<T> call(Actor actor, java.util.function.Supplier<Outcome<T>> work) {
        return tenancy.outcome(actor, work);
    }

    private static Alert done(Outcome<Alert> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull();
    }

    private static String refusal(Outcome<Alert> outcome) {
        assertThat(outcome.errors()).hasSize(1);
        return outcome.errors().get(0).code();
    }
}
