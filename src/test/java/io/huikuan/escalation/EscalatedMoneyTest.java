package io.huikuan.escalation;

import static io.huikuan.escalation.EscalationWorld.codes;
import static io.huikuan.escalation.EscalationWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.plan.PlanReview;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What measures do to supply, and how cases and measures follow the money and plans. */
@QuarkusTest
class EscalatedMoneyTest {

    private static final String MONDAY = "2026-11-02";
    private static final String TUESDAY = "2026-11-03";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    EscalationWorld world;

    @Inject
    PlanReview plans;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Actor finance;
    private Actor manager;
    private Actor rep;
    private UUID customer;
    private UUID invoice;
    private Escalation opened;

    @BeforeEach
    void a_case_is_open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        world.day(tenant, MONDAY);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        invoice = tenancy.invoice(
                tenant, customer, "1000.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
        opened = world.open(rep, customer);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private EscalationMeasure take(EscalationMeasureKind kind) {
        return world.take(rep, manager, opened, kind);
    }

    private EscalationStatus status() {
        return world.find(rep, opened).status();
    }

    /** What a credit check of a small order says for an order and for a delivery, by what a hold blocks. */
    private List<Boolean> held() {
        return List.of(held("ORDER"), held("DELIVERY"));
    }

    private boolean held(String stage) {
        return client.ask(
                        finance,
                        "{ creditCheck(customerId: \"" + id() + "\", stage: " + stage
                                + ", orderAmount: {amount: \"1.00\", currency: \"CNY\"}) { verdicts { rule blocks } } }")
                .<Boolean>getList("data.creditCheck.verdicts.findAll { it.rule == 'HOLD' }.blocks")
                .contains(true);
    }

    private String id() {
        return NodeId.of(NodeKind.CUSTOMER, customer);
    }

    private String customerStatus() {
        return client.ask(rep, "{ customer(id: \"" + id() + "\") { status } }").getString("data.customer.status");
    }

    private JsonPath change(Actor by, String mutation, String type, String fields, Map<String, ?> values) {
        Map<String, Object> input = new HashMap<>(values);
        input.put("clientKey", Uuids.next().toString());
        JsonPath answer = client.ask(
                by,
                "mutation($input: " + type + "!) { done: " + mutation + "(input: $input) { " + fields
                        + " userErrors { code field message } } }",
                Map.of("input", input));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.done");
    }

    @Test
    void stop_supply_is_visible_at_once_and_reduce_supply_lets_deliver_what_is_ordered() {
        EscalationMeasure proposed = done(world.proposing(rep, opened, EscalationMeasureKind.STOP_SUPPLY, null));
        assertThat(held()).as("nothing is done before the approval").containsExactly(false, false);

        EscalationMeasure stopped = done(world.deciding(manager, proposed, true));
        assertThat(held()).containsExactly(true, true);
        assertThat(customerStatus()).isEqualTo("ON_HOLD");
        assertThat(stopped.live()).isTrue();

        done(world.lifting(manager, stopped));
        assertThat(held()).containsExactly(false, false);
        assertThat(customerStatus()).isEqualTo("ACTIVE");
        take(EscalationMeasureKind.REDUCE_SUPPLY);
        assertThat(held()).containsExactly(true, false);
    }

    @Test
    void on_hold_follows_from_the_measure_and_cannot_be_said_of_the_customer() {
        take(EscalationMeasureKind.STOP_SUPPLY);
        int version = client.ask(manager, "{ customer(id: \"" + id() + "\") { version } }")
                .getInt("data.customer.version");

        JsonPath refused = change(
                manager,
                "updateCustomer",
                "UpdateCustomerInput",
                "customer { status }",
                Map.of("id", id(), "version", version, "status", "ON_HOLD"));

        assertThat(refused.getList("userErrors.field.flatten()")).containsExactly("status");
        assertThat(customerStatus()).isEqualTo("ON_HOLD");
    }

    @Test
    void nobody_else_places_a_hold_in_the_name_of_an_escalation() {
        JsonPath refused = change(
                manager,
                "placeCreditHold",
                "PlaceCreditHoldInput",
                "creditHold { id }",
                Map.of("customerId", id(), "scope", "ALL", "cause", "ESCALATION", "reason", "I say so."));

        assertThat(refused.getList("userErrors.code")).containsExactly("INVALID_VALUE");
    }

    @Test
    void a_measure_needs_another_ones_approval_and_a_rejection_says_why() {
        Escalation seen = world.find(manager, opened);
        EscalationMeasure own = done(world.proposing(manager, seen, EscalationMeasureKind.STOP_SUPPLY, null));
        assertThat(codes(world.deciding(manager, own, true))).containsExactly("PROPOSER_CANNOT_APPROVE");

        EscalationMeasure rejected = done(world.deciding(manager, own, false));
        assertThat(rejected.status()).isEqualTo(EscalationMeasureStatus.REJECTED);
        assertThat(rejected.decisionNote()).isEqualTo("Not yet.");
        assertThat(codes(world.deciding(manager, rejected, true))).containsExactly("INVALID_STATUS");
        assertThat(held()).containsExactly(false, false);
    }

    @Test
    void of_two_who_decide_on_a_measure_at_once_one_wins() throws Exception {
        EscalationMeasure proposed = done(world.proposing(rep, opened, EscalationMeasureKind.STOP_SUPPLY, null));

        List<Outcome<EscalationMeasure>> outcomes =
                AtOnce.on(4, hand -> world.deciding(manager, proposed, hand % 2 == 0));

        assertThat(outcomes.stream().filter(outcome -> outcome.errors().isEmpty()))
                .hasSize(1);
        EscalationMeasure after = world.find(rep, proposed);
        assertThat(held("ORDER")).isEqualTo(after.status() == EscalationMeasureStatus.IN_FORCE);
    }

    @Test
    void what_works_already_is_not_proposed_again_and_what_waits_is_replaced() {
        EscalationMeasure first = done(world.proposing(rep, opened, EscalationMeasureKind.WITHHOLD_REBATE, null));
        EscalationMeasure second =
                done(world.proposing(rep, world.find(rep, opened), EscalationMeasureKind.WITHHOLD_REBATE, null));
        assertThat(world.find(rep, first).status()).isEqualTo(EscalationMeasureStatus.REPLACED);

        done(world.deciding(manager, second, true));
        assertThat(codes(world.proposing(rep, world.find(rep, opened), EscalationMeasureKind.WITHHOLD_REBATE, null)))
                .containsExactly("ALREADY_DONE");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01, DATE_IN_PAST", MONDAY + ", ''"})
    void a_measure_ends_on_the_business_date_or_later(String until, String code) {
        assertThat(String.join(" ", codes(world.proposing(rep, opened, EscalationMeasureKind.STOP_SUPPLY, until))))
                .isEqualTo(code);
    }

    @Test
    void a_measure_with_a_last_day_works_through_it_and_is_approved_by_then() {
        EscalationMeasure stop = done(world.proposing(rep, opened, EscalationMeasureKind.STOP_SUPPLY, TUESDAY));
        EscalationMeasure late =
                done(world.proposing(rep, world.find(rep, opened), EscalationMeasureKind.REDUCE_SUPPLY, TUESDAY));
        done(world.deciding(manager, stop, true));
        world.day(tenant, TUESDAY);
        assertThat(held()).containsExactly(true, true);
        world.day(tenant, "2026-11-04");
        assertThat(held()).containsExactly(false, false);
        assertThat(world.find(rep, stop).live()).isFalse();
        assertThat(codes(world.deciding(manager, late, true))).containsExactly("DATE_IN_PAST");
    }

    @Test
    void full_payment_lifts_stage_and_measures_and_thanks_once() {
        EscalationMeasure stop = take(EscalationMeasureKind.STOP_SUPPLY);
        EscalationMeasure rebate = take(EscalationMeasureKind.WITHHOLD_REBATE);
        books.pay(finance, customer, "999.99", MONDAY);
        assertThat(status()).isEqualTo(EscalationStatus.OPEN);
        assertThat(held()).containsExactly(true, true);

        books.pay(finance, customer, "0.01", MONDAY);

        assertThat(status()).isEqualTo(EscalationStatus.LIFTED);
        assertThat(List.of(world.find(rep, stop), world.find(rep, rebate)))
                .extracting(EscalationMeasure::status, EscalationMeasure::liftedBecause)
                .containsOnly(
                        org.assertj.core.groups.Tuple.tuple(EscalationMeasureStatus.LIFTED, EscalationEnd.PAYMENT));
        assertThat(held()).containsExactly(false, false);
        assertThat(world.letters(tenant, customer)).endsWith("RECEIPT").hasSize(2);
        assertThat(world.history(tenant, opened))
                .contains("LIFTED", "MEASURE_LIFTED STOP_SUPPLY", "MEASURE_LIFTED WITHHOLD_REBATE")
                .endsWith("THANKED");
    }

    @Test
    void an_accepted_plan_lifts_without_a_receipt_and_its_breach_brings_all_back() {
        EscalationMeasure stop = take(EscalationMeasureKind.STOP_SUPPLY);
        books.plan(
                rep,
                manager,
                customer,
                List.of(invoice),
                List.of(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-12-20")),
                List.of(new BigDecimal("500.00"), new BigDecimal("500.00")));

        assertThat(world.find(rep, opened).endedBecause()).isEqualTo(EscalationEnd.PLAN);
        assertThat(held()).containsExactly(false, false);
        assertThat(world.letters(tenant, customer)).hasSize(1);

        world.day(tenant, "2026-12-15");
        tenancy.callOutside(tenant, () -> plans.review(LocalDate.parse("2026-12-15")));
        assertThat(status()).isEqualTo(EscalationStatus.OPEN);
        assertThat(world.find(rep, stop).status()).isEqualTo(EscalationMeasureStatus.TO_DECIDE);
    }

    @Test
    void a_plan_for_a_part_lifts_nothing() {
        tenancy.invoice(tenant, customer, "5.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-02"));
        books.plan(
                rep,
                manager,
                customer,
                List.of(invoice),
                List.of(LocalDate.parse("2026-11-20")),
                List.of(new BigDecimal("1000.00")));

        assertThat(status()).isEqualTo(EscalationStatus.OPEN);
    }

    @Test
    void a_bounced_payment_opens_the_case_at_its_stage_and_its_measures_wait_for_a_decision() {
        world.day(tenant, "2026-11-10");
        Escalation firm = world.reach(rep, manager, opened, EscalationStage.FIRM);
        EscalationMeasure stop = world.take(rep, manager, firm, EscalationMeasureKind.STOP_SUPPLY);
        EscalationMeasure asked =
                done(world.proposing(rep, world.find(rep, firm), EscalationMeasureKind.REDUCE_TERRITORY, null));
        UUID payment = books.pay(finance, customer, "1000.00", "2026-11-10");
        world.day(tenant, "2026-11-25");
        books.reverse(finance, payment, "2026-11-25");

        Escalation again = world.find(rep, firm);
        assertThat(again.status()).isEqualTo(EscalationStatus.OPEN);
        assertThat(again.stage()).isEqualTo(EscalationStage.FIRM);
        assertThat(again.warnedOf()).as("the warning is void").isNull();
        assertThat(codes(world.proposing(rep, again, EscalationStage.FINAL_NOTICE)))
                .containsExactly("STAGE_NOT_WARNED");
        assertThat(held()).as("it comes back for decision, not by itself").containsExactly(false, false);
        EscalationMeasure undecided = world.find(rep, stop);
        assertThat(undecided.status()).isEqualTo(EscalationMeasureStatus.TO_DECIDE);
        assertThat(world.find(rep, asked).status()).isEqualTo(EscalationMeasureStatus.LAPSED);

        done(world.deciding(manager, undecided, true));
        assertThat(held()).containsExactly(true, true);
        Escalation warned = world.reach(rep, manager, world.find(rep, again), EscalationStage.FIRM);
        assertThat(warned.warnedOf()).isEqualTo(EscalationStage.FINAL_NOTICE);

        books.pay(finance, customer, "1000.00", "2026-11-25");
        assertThat(status()).isEqualTo(EscalationStatus.LIFTED);
        assertThat(world.letters(tenant, customer).stream().filter("RECEIPT"::equals))
                .as("thanked once")
                .hasSize(1);
        assertThat(world.history(tenant, firm)).contains("REOPENED");
    }

    @Test
    void measures_come_back_also_when_no_two_moments_are_the_same() {
        clock.tick();
        EscalationMeasure stop = take(EscalationMeasureKind.STOP_SUPPLY);
        UUID payment = books.pay(finance, customer, "1000.00", MONDAY);
        assertThat(world.find(rep, stop).liftedAt())
                .isEqualTo(world.find(rep, opened).endedAt());

        books.reverse(finance, payment, MONDAY);

        assertThat(status()).isEqualTo(EscalationStatus.OPEN);
        assertThat(world.find(rep, stop).status()).isEqualTo(EscalationMeasureStatus.TO_DECIDE);
    }

    @Test
    void another_invoice_that_is_late_does_not_open_a_lifted_case() {
        tenancy.invoice(tenant, customer, "500.00", LocalDate.parse("2026-10-20"), LocalDate.parse("2026-12-20"));
        books.pay(finance, customer, "1000.00", MONDAY);
        UUID early = books.pay(finance, customer, "500.00", MONDAY);
        clock.forward(Duration.ofHours(1));
        books.reverse(finance, early, MONDAY);
        assertThat(status()).as("nothing is overdue").isEqualTo(EscalationStatus.LIFTED);
        books.pay(finance, customer, "500.00", MONDAY);

        world.day(tenant, "2027-02-01");
        tenancy.invoice(tenant, customer, "70.00", LocalDate.parse("2026-12-01"), LocalDate.parse("2027-01-10"));
        books.pay(finance, customer, "1.00", "2027-02-01");

        assertThat(status()).isEqualTo(EscalationStatus.LIFTED);
    }

    @Test
    void a_write_off_keeps_a_case_open_only_when_it_came_after_the_money() {
        books.writeOff(finance, invoice, "100.00", MONDAY);
        clock.forward(Duration.ofMinutes(1));
        books.pay(finance, customer, "900.00", MONDAY);
        assertThat(world.find(rep, opened).endedBecause()).isEqualTo(EscalationEnd.PAYMENT);

        UUID debtor = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        UUID late =
                tenancy.invoice(tenant, debtor, "50.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
        Escalation other = world.open(rep, debtor);
        books.pay(finance, debtor, "40.00", MONDAY);
        clock.forward(Duration.ofMinutes(1));
        books.writeOff(finance, late, "10.00", MONDAY);
        assertThat(world.find(rep, other).status()).isEqualTo(EscalationStatus.OPEN);
    }

    @Test
    void what_came_last_says_why_it_was_lifted() {
        books.pay(finance, customer, "400.00", MONDAY);
        clock.forward(Duration.ofMinutes(1));
        plan("600.00");
        assertThat(world.find(rep, opened).endedBecause()).isEqualTo(EscalationEnd.PLAN);
        assertThat(world.thankedFor(tenant, customer)).isEmpty();
    }

    @Test
    void who_pays_what_the_plan_left_is_thanked_and_a_breach_of_the_plan_still_opens_the_case() {
        tenancy.invoice(tenant, customer, "5.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-02"));
        plan("1000.00");
        clock.forward(Duration.ofMinutes(1));
        UUID rest = books.pay(finance, customer, "5.00", MONDAY);
        assertThat(world.find(rep, opened).endedBecause()).isEqualTo(EscalationEnd.PAYMENT);
        assertThat(world.thankedFor(tenant, customer)).containsExactly(rest);

        world.day(tenant, "2026-12-15");
        tenancy.callOutside(tenant, () -> plans.review(LocalDate.parse("2026-12-15")));
        assertThat(status()).isEqualTo(EscalationStatus.OPEN);
    }

    private void plan(String amount) {
        books.plan(
                rep,
                manager,
                customer,
                List.of(invoice),
                List.of(LocalDate.parse("2026-11-20")),
                List.of(new BigDecimal(amount)));
    }

    @Test
    void the_receipt_is_for_the_payment_that_ended_it_and_not_for_the_one_with_the_latest_value_date() {
        books.pay(finance, customer, "400.00", MONDAY);
        clock.forward(Duration.ofMinutes(1));
        UUID last = books.pay(finance, customer, "600.00", "2026-11-01");

        assertThat(world.thankedFor(tenant, customer)).containsExactly(last);
    }

    @Test
    void a_measure_that_comes_back_can_be_left_and_what_a_person_lifted_stays_so() {
        EscalationMeasure stop = take(EscalationMeasureKind.STOP_SUPPLY);
        EscalationMeasure rebate = take(EscalationMeasureKind.WITHHOLD_REBATE);
        done(world.lifting(manager, rebate));
        UUID payment = books.pay(finance, customer, "1000.00", MONDAY);
        books.reverse(finance, payment, MONDAY);

        assertThat(world.find(rep, rebate).status()).isEqualTo(EscalationMeasureStatus.LIFTED);
        done(world.deciding(manager, world.find(rep, stop), false));
        assertThat(held()).containsExactly(false, false);
    }

    @Test
    void an_evasive_customer_stays_off_credit_until_a_manager_lifts_it() {
        EscalationMeasure stop = take(EscalationMeasureKind.STOP_SUPPLY);
        EscalationMeasure rebate = take(EscalationMeasureKind.WITHHOLD_REBATE);
        evasive();

        books.pay(finance, customer, "1000.00", MONDAY);

        assertThat(status()).isEqualTo(EscalationStatus.LIFTED);
        assertThat(world.find(rep, rebate).status()).isEqualTo(EscalationMeasureStatus.LIFTED);
        assertThat(held()).containsExactly(true, true);
        assertThat(world.history(tenant, opened)).contains("MEASURE_KEPT STOP_SUPPLY");
        done(world.lifting(manager, world.find(rep, stop)));
        assertThat(held()).containsExactly(false, false);
    }

    private void evasive() {
        int version = client.ask(manager, "{ customer(id: \"" + id() + "\") { classification { version } } }")
                .getInt("data.customer.classification.version");
        JsonPath confirmed = change(
                manager,
                "confirmDebtorClass",
                "ConfirmDebtorClassInput",
                "classification { version }",
                Map.of(
                        "customerId",
                        id(),
                        "version",
                        version,
                        "debtorClass",
                        "EVASIVE",
                        "reason",
                        "It sells and hides."));
        assertThat(confirmed.getList("userErrors")).isEmpty();
    }

    @Test
    void closing_a_case_lifts_its_measures() {
        EscalationMeasure stop = take(EscalationMeasureKind.STOP_SUPPLY);

        done(world.closing(manager, world.find(manager, opened)));

        assertThat(held()).containsExactly(false, false);
        assertThat(world.find(rep, stop).liftedBecause()).isEqualTo(EscalationEnd.PERSON);
    }
}
