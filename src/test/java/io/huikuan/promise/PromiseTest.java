package io.huikuan.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Statements;
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

/** Recording, confirming and cancelling promises, what they hold, and what is said of them. */
@QuarkusTest
class PromiseTest {

    private static final String MONDAY = "2026-11-02";
    private static final String THURSDAY = "2026-11-05";
    private static final String DAY_AFTER = "2026-11-11";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

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
    private Actor partner;
    private UUID invoice;

    @BeforeEach
    void an_invoice_is_late() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse(MONDAY), tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        partner = tenancy.partner(tenant, customer);
        invoice = invoice(customer, "1000.00");
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private UUID invoice(UUID whose, String amount) {
        return tenancy.invoice(tenant, whose, amount, LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
    }

    private Map<String, Object> wish(String amount, String promisedFor) {
        Map<String, Object> input = new HashMap<>();
        input.put("clientKey", Uuids.next().toString());
        input.put("customerId", NodeId.of(NodeKind.CUSTOMER, customer));
        input.put("receivableIds", List.of(NodeId.of(NodeKind.RECEIVABLE, invoice)));
        input.put("amount", Map.of("amount", amount, "currency", "CNY"));
        input.put("promisedFor", promisedFor);
        return input;
    }

    private JsonPath change(Actor actor, String mutation, String input, Map<String, ?> values) {
        JsonPath answer = client.ask(
                actor,
                "mutation($input: " + input + "!) { done: " + mutation
                        + "(input: $input) { promise { id status reason }" + " userErrors { code field message } } }",
                Map.of("input", values));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.done");
    }

    private JsonPath record(Map<String, ?> values) {
        return change(rep, "recordPromise", "RecordPromiseInput", values);
    }

    private static String codes(JsonPath answer) {
        return String.join(" ", answer.getList("userErrors.code"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-11-05, AMOUNT_NOT_POSITIVE",
        "1.001, 2026-11-05, TOO_MANY_DECIMALS",
        "1000.01, 2026-11-05, EXCEEDS_OPEN",
        "10, 2026-11-01, DATE_IN_PAST",
        "10, 2027-11-04, INVALID_VALUE"
    })
    void what_cannot_be_is_refused(String amount, String promisedFor, String code) {
        assertThat(codes(record(wish(amount, promisedFor)))).isEqualTo(code);
    }

    @Test
    void the_boundaries_of_the_days_are_allowed() {
        assertThat(codes(record(wish("1000.00", MONDAY)))).isEmpty();
        Map<String, Object> later = wish("10.00", "2027-11-03");
        later.put("receivableIds", List.of(NodeId.of(NodeKind.RECEIVABLE, invoice(customer, "10.00"))));
        later.put("givenOn", "2026-10-02");
        assertThat(codes(record(later))).isEmpty();
    }

    @Test
    void what_it_covers_is_checked() {
        Map<String, Object> both = wish("10.00", THURSDAY);
        both.put("planId", NodeId.of(NodeKind.PAYMENT_PLAN, Uuids.next()));
        assertThat(codes(record(both))).isEqualTo("EXACTLY_ONE");
        Map<String, Object> none = wish("10.00", THURSDAY);
        none.remove("receivableIds");
        assertThat(codes(record(none))).isEqualTo("EXACTLY_ONE");
        none.put("planId", NodeId.of(NodeKind.PAYMENT_PLAN, Uuids.next()));
        assertThat(codes(record(none))).contains("NOT_FOUND");
        Map<String, Object> foreign = wish("10.00", THURSDAY);
        UUID others = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        foreign.put("receivableIds", List.of(NodeId.of(NodeKind.RECEIVABLE, invoice(others, "10.00"))));
        assertThat(codes(record(foreign))).isEqualTo("NOT_FOUND");
        Map<String, Object> dollars = wish("10.00", THURSDAY);
        dollars.put("amount", Map.of("amount", "10.00", "currency", "USD"));
        assertThat(codes(record(dollars))).isEqualTo("CURRENCY_MISMATCH");
        Map<String, Object> nobody = wish("10.00", THURSDAY);
        nobody.put("contactPersonId", NodeId.of(NodeKind.CONTACT_PERSON, Uuids.next()));
        assertThat(codes(record(nobody))).isEqualTo("NOT_FOUND");
    }

    @Test
    void a_receivable_has_one_open_promise_also_when_many_come_at_the_same_moment() throws Exception {
        List<Outcome<PromiseToPay>> outcomes = AtOnce.on(
                8,
                hand -> world.outcome(
                        hand % 2 == 0 ? rep : partner, PromiseWorld.wish(customer, "10.00", THURSDAY, invoice)));

        assertThat(outcomes.stream().filter(outcome -> outcome.errors().isEmpty()))
                .hasSize(1);
        assertThat(outcomes.stream()
                        .flatMap(outcome -> outcome.errors().stream())
                        .map(UserError::code))
                .hasSize(7)
                .containsOnly("PROMISE_EXISTS");
    }

    @Test
    void a_promise_and_the_money_for_it_at_the_same_moment_leave_it_as_the_ledger_says() throws Exception {
        for (int round = 0; round < 4; round++) {
            clock.forward(Duration.ofMinutes(1));
            UUID promise = world.promise(rep, customer, "100.00", THURSDAY, invoice);
            AtOnce.on(
                    4, hand -> hand == 0 ? world.cancel(rep, promise) : books.pay(finance, customer, "40.00", MONDAY));
            assertThat(world.find(rep, promise).status()).isIn(PromiseStatus.CANCELLED, PromiseStatus.KEPT);
        }
    }

    @Test
    void money_comes_while_the_job_judges_and_neither_overlooks_it() throws Exception {
        clock.setNoon(LocalDate.parse(THURSDAY), tenant.zone());
        UUID promise = world.promise(rep, customer, "100.00", THURSDAY, invoice);
        clock.setNoon(LocalDate.parse(DAY_AFTER).plusDays(1), tenant.zone());

        AtOnce.on(
                4,
                hand -> hand == 0
                        ? world.day(
                                tenant, LocalDate.parse(DAY_AFTER).plusDays(1).toString())
                        : books.pay(finance, customer, "40.00", THURSDAY));

        assertThat(world.stands(rep, promise)).isEqualTo("KEPT 120.00/100.00");
        assertThat(alerts(rep, "PROMISE_BROKEN")).isEmpty();
    }

    @Test
    void a_repeat_answers_the_same_promise_and_another_input_is_refused() {
        Map<String, Object> wish = wish("10.00", THURSDAY);
        String first = record(wish).getString("promise.id");

        assertThat(record(wish).getString("promise.id")).isEqualTo(first);
        wish.put("promisedFor", "2026-11-06");
        assertThat(codes(record(wish))).isEqualTo("CLIENT_KEY_REUSED");
    }

    @Test
    void it_holds_its_receivables_from_dunning_while_it_is_open() {
        UUID promise = world.promise(rep, customer, "1000.00", THURSDAY, invoice);
        assertThat(held()).isEqualTo("2026-11-10");

        books.pay(finance, customer, "400.00", MONDAY);
        assertThat(held()).isEqualTo("2026-11-10");
        world.day(tenant, DAY_AFTER);
        assertThat(held()).as("broken").isNull();

        UUID again = world.promise(rep, customer, "100.00", "2026-11-12", invoice);
        assertThat(held()).isEqualTo("2026-11-17");
        world.cancel(rep, again);
        assertThat(held()).as("cancelled").isNull();
        assertThat(world.find(rep, promise).status()).isEqualTo(PromiseStatus.PARTIALLY_KEPT);
    }

    private String held() {
        return client.ask(
                        rep,
                        "{ receivable(id: \"" + NodeId.of(NodeKind.RECEIVABLE, invoice)
                                + "\") { dunningHeldThrough } }")
                .getString("data.receivable.dunningHeldThrough");
    }

    @Test
    void what_a_partner_promises_counts_when_it_is_confirmed() {
        JsonPath made = change(
                partner,
                "makeMyPromise",
                "MakeMyPromiseInput",
                Map.of(
                        "clientKey",
                        Uuids.next().toString(),
                        "receivableNumbers",
                        List.of("INV-" + invoice),
                        "amount",
                        Map.of("amount", "50.00", "currency", "CNY"),
                        "promisedFor",
                        THURSDAY));
        UUID promise = NodeId.uuidOf(made.getString("promise.id"));
        assertThat(made.getString("promise.status")).isEqualTo("PROPOSED");
        assertThat(held()).isNull();
        assertThat(world.promise(rep, customer, "10.00", THURSDAY, invoice(customer, "10.00")))
                .as("other receivables are free")
                .isNotNull();

        assertThat(world.confirm(rep, promise).valueOrNull().agreer())
                .isEqualTo(rep.user().orElseThrow());

        assertThat(held()).isEqualTo("2026-11-10");
        assertThat(world.cancel(partner, promise).errors())
                .extracting(UserError::code)
                .containsExactly("INVALID_STATUS");
        assertThat(client.ask(partner, "{ myPromises { totalCount nodes { status receivableNumbers } } }")
                        .getList("data.myPromises.nodes.status"))
                .isEqualTo(List.of("OPEN", "OPEN"));
    }

    @Test
    void what_nobody_confirms_lapses_and_counts_nowhere() {
        UUID promise = NodeId.uuidOf(
                PromiseWorld.done(world.outcome(partner, PromiseWorld.wish(customer, "50.00", THURSDAY, invoice)))
                        .id());

        world.day(tenant, DAY_AFTER);

        assertThat(world.find(rep, promise).status()).isEqualTo(PromiseStatus.CANCELLED);
        assertThat(world.find(rep, promise).reason()).isEqualTo("Nobody confirmed it in time.");
        assertThat(rates()).isEmpty();
        assertThat(world.confirm(rep, promise).errors())
                .extracting(UserError::code)
                .containsExactly("INVALID_STATUS");
    }

    @Test
    void a_decision_on_another_version_is_stale() {
        UUID promise = world.promise(rep, customer, "10.00", THURSDAY, invoice);

        assertThat(codes(change(
                        rep,
                        "cancelPromise",
                        "CancelPromiseInput",
                        Map.of(
                                "clientKey",
                                Uuids.next().toString(),
                                "id",
                                NodeId.of(NodeKind.PROMISE, promise),
                                "version",
                                7,
                                "reason",
                                "x"))))
                .isEqualTo("STALE");
    }

    private List<Map<String, Object>> alerts(Actor actor, String type) {
        return client.ask(
                        actor,
                        "{ alerts(filter: {type: [" + type
                                + "], status: [OPEN]}) { nodes { severity title assignee { id } subject { __typename } } } }")
                .getList("data.alerts.nodes");
    }

    @Test
    void its_day_calls_and_when_it_was_not_kept_that_calls_until_it_is_settled_or_promised_anew() {
        UUID promise = world.promise(rep, customer, "600.00", THURSDAY, invoice);
        world.day(tenant, "2026-11-04");
        assertThat(alerts(rep, "PROMISE_DUE")).as("the day before").isEmpty();
        world.day(tenant, THURSDAY);
        assertThat(alerts(rep, "PROMISE_DUE"))
                .singleElement()
                .satisfies(alert -> assertThat(alert)
                        .containsEntry("severity", "INFO")
                        .containsEntry(
                                "title", "Demo Distributor: 600.00 CNY of a promise for 2026-11-05 is not paid yet")
                        .containsEntry("subject", Map.of("__typename", "PromiseToPay")));
        world.day(tenant, "2026-11-10");
        assertThat(alerts(rep, "PROMISE_DUE").get(0)).containsEntry("severity", "WARNING");

        world.day(tenant, DAY_AFTER);
        assertThat(alerts(rep, "PROMISE_DUE")).isEmpty();
        assertThat(alerts(rep, "PROMISE_BROKEN"))
                .singleElement()
                .satisfies(alert -> assertThat(alert)
                        .containsEntry("severity", "CRITICAL")
                        .containsEntry(
                                "title",
                                "Demo Distributor: the promise for 2026-11-05 was not kept, 600.00 CNY is missing"));

        JsonPath proposed = change(
                partner,
                "makeMyPromise",
                "MakeMyPromiseInput",
                Map.of(
                        "clientKey",
                        "anew",
                        "receivableNumbers",
                        List.of("INV-" + invoice),
                        "amount",
                        Map.of("amount", "1.00", "currency", "CNY"),
                        "promisedFor",
                        "2026-11-12"));
        assertThat(alerts(rep, "PROMISE_BROKEN"))
                .as("what nobody has confirmed counts nowhere")
                .hasSize(1);
        change(
                partner,
                "withdrawMyPromise",
                "WithdrawMyPromiseInput",
                Map.of("clientKey", "back", "id", proposed.getString("promise.id")));

        UUID again = world.promise(rep, customer, "600.00", "2026-11-12", invoice);
        assertThat(alerts(rep, "PROMISE_BROKEN")).as("promised anew").isEmpty();
        world.cancel(rep, again);
        assertThat(alerts(rep, "PROMISE_BROKEN")).as("taken back").hasSize(1);
        books.pay(finance, customer, "1000.00", DAY_AFTER);
        assertThat(alerts(rep, "PROMISE_BROKEN")).as("settled").isEmpty();
        assertThat(world.find(rep, promise).status()).isEqualTo(PromiseStatus.BROKEN);
    }

    @Test
    void a_payment_below_the_promise_is_told_at_once_to_whoever_agreed_it() {
        tenancy.run(
                tenant,
                () -> sql.of("update customer set region = 'East' where tenant_id = :tenant and id = :id")
                        .bind("id", customer)
                        .update());
        Actor east = tenancy.user(tenant, Role.MANAGER, "East");
        world.promise(east, customer, "600.00", THURSDAY, invoice);

        UUID payment = books.pay(finance, customer, "200.00", MONDAY);

        assertThat(alerts(rep, "PAYMENT_SHORTFALL")).singleElement().satisfies(alert -> {
            assertThat(alert.get("assignee"))
                    .isEqualTo(Map.of("id", NodeId.of(NodeKind.USER, east.user().orElseThrow())));
            assertThat((String) alert.get("title")).endsWith("falls short, 400.00 CNY is missing");
        });
        books.pay(finance, customer, "400.00", MONDAY);
        assertThat(alerts(rep, "PAYMENT_SHORTFALL")).isEmpty();
        books.reverse(finance, payment, MONDAY);
        assertThat(alerts(rep, "PAYMENT_SHORTFALL"))
                .as("the other one falls short now")
                .hasSize(1);
    }

    @Test
    void a_payment_below_what_was_due_of_a_plan_is_told_to_whoever_proposed_it() {
        books.plan(
                rep,
                finance,
                customer,
                List.of(invoice),
                List.of(LocalDate.parse(THURSDAY), LocalDate.parse("2026-12-05")),
                List.of(new BigDecimal("500.00"), new BigDecimal("500.00")));

        UUID below = books.pay(finance, customer, "300.00", MONDAY);
        assertThat(alerts(rep, "PAYMENT_SHORTFALL")).singleElement().satisfies(alert -> {
            assertThat(alert.get("assignee"))
                    .isEqualTo(Map.of("id", NodeId.of(NodeKind.USER, rep.user().orElseThrow())));
            assertThat(alert.get("subject")).isEqualTo(Map.of("__typename", "Installment"));
        });
        books.reverse(finance, below, MONDAY);
        assertThat(alerts(rep, "PAYMENT_SHORTFALL")).isEmpty();
        books.pay(finance, customer, "600.00", MONDAY);
        assertThat(alerts(rep, "PAYMENT_SHORTFALL"))
                .as("the first installment and more")
                .isEmpty();
    }

    private List<Map<String, Object>> rates() {
        return client.ask(
                        finance,
                        "{ promiseRates { totalCount nodes { agreedBy { id } rate { currency matured kept partiallyKept broken cancelled"
                                + " asked paid keptRate paidRate } } } }")
                .getList("data.promiseRates.nodes");
    }

    @Test
    void rates_count_what_matured_by_customer_and_by_who_agreed_it() {
        UUID second = invoice(customer, "300.00");
        UUID third = invoice(customer, "200.00");
        UUID fourth = invoice(customer, "100.00");
        world.promise(rep, customer, "1000.00", THURSDAY, invoice);
        world.promise(rep, customer, "300.00", THURSDAY, second);
        world.promise(finance, customer, "200.00", THURSDAY, third);
        world.cancel(rep, world.promise(rep, customer, "100.00", THURSDAY, fourth));
        books.pay(finance, customer, "1100.00", MONDAY);
        world.day(tenant, "2026-11-10");
        assertThat(rates()).as("no window is over").isEmpty();

        world.day(tenant, DAY_AFTER);

        List<Map<String, Object>> ofCustomer = client.ask(
                        rep,
                        "{ customer(id: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                                + "\") { promiseRates { currency matured kept partiallyKept broken cancelled asked paid keptRate paidRate } } }")
                .getList("data.customer.promiseRates");
        assertThat(ofCustomer)
                .singleElement()
                .satisfies(rate -> assertThat(rate)
                        .containsEntry("matured", 3)
                        .containsEntry("kept", 1)
                        .containsEntry("partiallyKept", 1)
                        .containsEntry("broken", 1)
                        .containsEntry("cancelled", 1)
                        .containsEntry("asked", "1500.00")
                        .containsEntry("paid", "1100.00")
                        .containsEntry("keptRate", "0.3333")
                        .containsEntry("paidRate", "0.7333"));
        assertThat(rates()).hasSize(2);
        assertThat(rates().stream().map(row -> String.valueOf(((Map<?, ?>) row.get("rate")).get("matured"))))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void more_customers_take_no_more_statements() {
        String document =
                "{ customers(first: %d) { nodes { id promiseRates { kept } promises(first: 2) { totalCount nodes { id receivables { number promise { id } dunningHeldThrough } agreedBy { id } } } } } }";
        world.promise(rep, customer, "10.00", THURSDAY, invoice);
        for (int n = 0; n < 3; n++) {
            UUID another = tenancy.customer(tenant, rep.user().orElseThrow(), null);
            world.promise(rep, another, "10.00", THURSDAY, invoice(another, "10.00"));
        }

        int one = Statements.during(() -> client.ask(rep, String.format(document, 1)));
        int four = Statements.during(() -> client.ask(rep, String.format(document, 4)));

        assertThat(four).isEqualTo(one);
    }

    @Test
    void a_rep_sees_the_promises_of_his_own_customers_only() {
        world.promise(rep, customer, "10.00", THURSDAY, invoice);
        Actor other = tenancy.user(tenant, Role.REP, null);

        assertThat(client.ask(other, "{ promises { totalCount nodes { id } } promiseRates { totalCount } }")
                        .<Map<String, Object>>get("data"))
                .isEqualTo(Map.of(
                        "promises",
                        Map.of("totalCount", 0, "nodes", List.of()),
                        "promiseRates",
                        Map.of("totalCount", 0)));
    }
}
