package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.strategy.StrategyWorld;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A distributor is reminded before the date and does not pay. The rep calls and nobody answers; he calls again and is promised the money, which keeps the notice in. The promise
 * is broken, and the next call comes sooner. The warehouse burns, and for some days nobody asks; then the money comes, and there is nothing left to do.
 */
@QuarkusTest
class StrategyScenarioTest {

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    StrategyWorld world;

    private Actor tenant;
    private Api admin;
    private Api finance;
    private Api rep;
    private String customer;
    private String invoice;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void a_distributor_is_reminded_called_believed_called_sooner_and_left_in_peace() {
        the_distributor_owes();
        String strategy = drafted();
        assertThat(preview(strategy)).isEqualTo("NOT_YET 1");
        activated(strategy);

        on("2026-10-27");
        assertThat(history()).containsExactly("EMAIL 2026-10-27 WAITING");
        world.send(tenant, "2026-10-27", "09:00");
        assertThat(history()).containsExactly("EMAIL 2026-10-27 DONE");

        on("2026-11-04");
        assertThat(toDo()).as("the rep has a call to make").containsExactly("PHONE_TASK 2026-11-04");
        assertThat(words()).contains("80,000.00").contains("2026");
        called("2026-11-04", "NO_ANSWER");
        assertThat(toDo()).as("nobody answered: it is still to be made").hasSize(1);
        called("2026-11-05", "PROMISED");
        assertThat(toDo()).isEmpty();
        promised("2026-11-10");

        on("2026-11-09");
        assertThat(history()).as("what is promised is not asked for").hasSize(2);

        on("2026-11-14");
        assertThat(toDo())
                .as("the promise is broken; the notice of the tenth day is left out for the call of the fifteenth")
                .containsExactly("PHONE_TASK 2026-11-16");
        called("2026-11-16", "REFUSED");
        on("2026-11-17");
        assertThat(toDo()).isEmpty();
        on("2026-11-18");
        assertThat(toDo()).as("four days after, not seven").containsExactly("PHONE_TASK 2026-11-18");

        paused("2026-11-20");
        assertThat(toDo()).isEmpty();
        on("2026-11-20");
        assertThat(toDo()).isEmpty();
        on("2026-11-21");
        assertThat(toDo()).containsExactly("PHONE_TASK 2026-11-23");

        paid("2026-11-23");
        assertThat(toDo()).isEmpty();
        on("2026-11-30");
        assertThat(history())
                .containsExactly(
                        "EMAIL 2026-10-27 DONE",
                        "PHONE_TASK 2026-11-04 DONE",
                        "PHONE_TASK 2026-11-14 DONE",
                        "PHONE_TASK 2026-11-18 SKIPPED PAUSED",
                        "PHONE_TASK 2026-11-18 SKIPPED NOTHING_DUE");
    }

    private void the_distributor_owes() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse("2026-10-01"), tenant.zone());
        admin = Api.as(tenant, Role.ADMIN, "admin");
        finance = Api.as(tenant, Role.FINANCE, "finance");
        rep = Api.as(tenant, Role.REP, "rep");
        customer = finance.done(
                        "createCustomer",
                        "CreateCustomerInput",
                        "customer { id }",
                        Map.of("code", "D1", "name", "Demo Distributor", "ownerId", rep.userId()))
                .getString("customer.id");
        invoice = finance.done(
                        "issueReceivable",
                        "IssueReceivableInput",
                        "receivable { id }",
                        Map.of(
                                "customerId",
                                customer,
                                "number",
                                "INV-1",
                                "issueDate",
                                "2026-10-01",
                                "dueDate",
                                "2026-10-30",
                                "amount",
                                cny()))
                .getString("receivable.id");
    }

    private String drafted() {
        return finance.done(
                        "createStrategy",
                        "CreateStrategyInput",
                        "strategy { id }",
                        Map.of(
                                "name",
                                "Everybody",
                                "quietDays",
                                1,
                                "steps",
                                List.of(
                                        Map.of("day", -3, "channel", "EMAIL", "letterKind", "PAYMENT_REMINDER"),
                                        Map.of("day", 5, "channel", "PHONE_TASK"),
                                        Map.of("day", 10, "channel", "EMAIL", "letterKind", "OVERDUE_NOTICE"),
                                        Map.of(
                                                "day",
                                                15,
                                                "channel",
                                                "PHONE_TASK",
                                                "repeatDays",
                                                7,
                                                "soonerDays",
                                                3,
                                                "fewestDays",
                                                2))))
                .getString("strategy.id");
    }

    private String preview(String strategy) {
        JsonPath count = finance.ask("{ previewStrategy(id: \"" + strategy + "\") { counts { verdict customers } } }")
                .setRootPath("data.previewStrategy.counts[0]");
        return count.getString("verdict") + " " + count.getInt("customers");
    }

    private void activated(String strategy) {
        admin.done("activateStrategy", "DecideStrategyInput", "strategy { id }", Map.of("id", strategy, "version", 1));
    }

    /** It is the morning of the day, and what was promised was judged and strategies have run. */
    private void on(String day) {
        clock.set(LocalDate.parse(day)
                .atTime(LocalTime.of(6, 0))
                .atZone(tenant.zone())
                .toInstant());
        admin.done("runJob", "RunJobInput", "jobRun { status }", Map.of("job", "PROMISE_REVIEW"));
        assertThat(admin.done("runJob", "RunJobInput", "jobRun { status }", Map.of("job", "STRATEGY_RUN"))
                        .getString("jobRun.status"))
                .isEqualTo("SUCCEEDED");
    }

    private List<String> history() {
        return world.history(tenant, NodeId.uuidOf(customer));
    }

    private JsonPath open() {
        return rep.ask("{ collectionTasks(filter: {status: [OPEN], mine: true}) { nodes { channel dueOn script } } }")
                .setRootPath("data.collectionTasks");
    }

    private List<String> toDo() {
        JsonPath open = open();
        return open.getList("nodes").stream()
                .map(task -> ((Map<?, ?>) task).get("channel") + " " + ((Map<?, ?>) task).get("dueOn"))
                .toList();
    }

    private String words() {
        return open().getString("nodes[0].script");
    }

    private void called(String day, String outcome) {
        clock.set(LocalDate.parse(day)
                .atTime(LocalTime.of(15, 45))
                .atZone(tenant.zone())
                .toInstant());
        rep.done(
                "logContact",
                "LogContactInput",
                "contactRecord { id }",
                Map.of(
                        "customerId",
                        customer,
                        "channel",
                        "PHONE",
                        "outcome",
                        outcome,
                        "occurredAt",
                        day + "T07:30:00Z",
                        "summary",
                        "About the invoice of October."));
    }

    private void promised(String day) {
        rep.done(
                "recordPromise",
                "RecordPromiseInput",
                "promise { id }",
                Map.of("customerId", customer, "receivableIds", List.of(invoice), "amount", cny(), "promisedFor", day));
    }

    private void paused(String until) {
        finance.done(
                "pauseDunning",
                "PauseDunningInput",
                "dunningPause { id }",
                Map.of("customerId", customer, "reason", "Its warehouse burned.", "until", until));
    }

    private void paid(String on) {
        clock.set(LocalDate.parse(on)
                .atTime(LocalTime.of(10, 0))
                .atZone(tenant.zone())
                .toInstant());
        Map<String, Object> payment = new HashMap<>();
        payment.put("customerId", customer);
        payment.put("number", "PAY-1");
        payment.put("amount", cny());
        payment.put("receivedOn", on);
        payment.put("method", "BANK_TRANSFER");
        finance.done("recordPayment", "RecordPaymentInput", "payment { id }", payment);
    }

    private static Map<String, Object> cny() {
        return Map.of("amount", "80000.00", "currency", "CNY");
    }
}
