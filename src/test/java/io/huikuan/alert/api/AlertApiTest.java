package io.huikuan.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlertApiTest {

    private static final String RUN = """
            mutation ($job: JobName!, $asOf: Date) { runJob(input: {job: $job, asOf: $asOf}) {
                jobRun { id job asOf status raised resolved examined error } userErrors { code field } } }""";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Actor admin;
    private Actor finance;
    private Actor manager;
    private Actor rep;
    private UUID customer;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        admin = tenancy.user(tenant, Role.ADMIN, null);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), "North");
        today = tenancy.today(tenant);
    }

    @AfterEach
    void close() {
        clock.reset();
    }

    @Test
    void the_inbox_shows_alerts_with_all_that_they_lead_to() {
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(90), today.minusDays(40), today.plusDays(5));
        assertThat(run("INSTALLMENT_ALERTS", today).getInt("data.runJob.jobRun.raised"))
                .isEqualTo(2);

        JsonPath answer = client.ask(rep, """
                { alerts(first: 10, filter: {status: [OPEN]}) { totalCount pageInfo { hasNextPage } nodes {
                    id type severity status raisedAt businessDate occurrence title snoozedUntil resolvedAt resolvedBecause
                    customer { id alerts(filter: {minSeverity: CRITICAL}) { totalCount nodes { type } } soon: alerts(first: 1) { totalCount } }
                    assignee { id }
                    subject { __typename ... on Installment { dueDate balance { amount } } } } } }""");

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getInt("data.alerts.totalCount")).isEqualTo(2);
        Map<String, Map<String, Object>> byType = Map.of(
                "INSTALLMENT_OVERDUE",
                node(answer, "INSTALLMENT_OVERDUE"),
                "INSTALLMENT_DUE_SOON",
                node(answer, "INSTALLMENT_DUE_SOON"));
        assertThat(byType.get("INSTALLMENT_OVERDUE"))
                .containsEntry("severity", "CRITICAL")
                .containsEntry(
                        "title", "Demo Distributor: 60.00 CNY was due on " + today.minusDays(40) + ", 40 days overdue")
                .containsEntry(
                        "assignee",
                        Map.of("id", NodeId.of(NodeKind.USER, rep.user().orElseThrow())))
                .containsEntry(
                        "subject",
                        Map.of(
                                "__typename",
                                "Installment",
                                "dueDate",
                                today.minusDays(40).toString(),
                                "balance",
                                Map.of("amount", "60.00")));
        assertThat(answer.getInt("data.alerts.nodes[0].customer.alerts.totalCount"))
                .isEqualTo(1);
        assertThat(answer.getInt("data.alerts.nodes[0].customer.soon.totalCount"))
                .isEqualTo(2);
    }

    private static Map<String, Object> node(JsonPath answer, String type) {
        return answer.getMap("data.alerts.nodes.find { it.type == '" + type + "' }");
    }

    @Test
    void an_alert_is_taken_up_put_aside_given_away_and_resolved() {
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(90), today.minusDays(4));
        run("INSTALLMENT_ALERTS", null);
        String id = client.ask(rep, "{ alerts { nodes { id } } }").getString("data.alerts.nodes[0].id");

        assertThat(act(rep, "acknowledgeAlert(input: {id: \"" + id + "\"})")).isEqualTo("ACKNOWLEDGED");
        assertThat(act(rep, "snoozeAlert(input: {id: \"" + id + "\", until: \"" + today.plusDays(3) + "\"})"))
                .isEqualTo("SNOOZED");
        String to = NodeId.of(NodeKind.USER, manager.user().orElseThrow());
        assertThat(act(manager, "assignAlert(input: {id: \"" + id + "\", assigneeId: \"" + to + "\"})"))
                .isEqualTo("SNOOZED");
        assertThat(act(rep, "resolveAlert(input: {id: \"" + id + "\", reason: \"Paid in cash tomorrow.\"})"))
                .isEqualTo("RESOLVED");
        assertThat(client.ask(rep, "{ node(id: \"" + id + "\") { ... on Alert { resolvedBecause assignee { id } } } }")
                        .getMap("data.node"))
                .containsEntry("resolvedBecause", "Paid in cash tomorrow.")
                .containsEntry("assignee", Map.of("id", to));
    }

    @Test
    void a_run_is_told_of_to_those_who_keep_the_books() {
        run("INSTALLMENT_ALERTS", today.minusDays(1));

        assertThat(client.ask(
                                finance,
                                "{ jobRuns(job: INSTALLMENT_ALERTS) { totalCount nodes { job asOf status startedAt finishedAt } } }")
                        .getMap("data.jobRuns.nodes[0]"))
                .containsEntry("asOf", today.minusDays(1).toString())
                .containsEntry("status", "SUCCEEDED");
        assertThat(run("INSTALLMENT_ALERTS", today.plusDays(1)).getString("data.runJob.userErrors[0].code"))
                .isEqualTo("AS_OF_IN_FUTURE");
        assertThat(client.ask(rep, "{ jobRuns { totalCount } }").getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        assertThat(client.ask(finance, RUN, Map.of("job", "PLAN_REVIEW")).getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void a_re_plan_moves_its_alerts_and_a_broken_plan_raises_one_until_it_is_paid() {
        UUID invoice = tenancy.invoice(tenant, customer, "90.00", today.minusDays(90), today.minusDays(4));
        run("INSTALLMENT_ALERTS", null);

        UUID plan = books.plan(
                rep, manager, customer, List.of(invoice), List.of(today.plusDays(3)), List.of(new BigDecimal("90.00")));
        assertThat(types("OPEN")).containsExactly("INSTALLMENT_DUE_SOON");
        assertThat(because("INSTALLMENT_OVERDUE")).isEqualTo("Another schedule rules in its place.");

        clock.set(today.plusDays(11).atTime(12, 0).atZone(tenant.zone()).toInstant());
        JsonPath review = run("PLAN_REVIEW", null);
        assertThat(review.getMap("data.runJob.jobRun"))
                .containsEntry("raised", 1)
                .containsEntry("examined", 1);
        assertThat(books.planStatus(finance, plan)).isEqualTo("BROKEN");
        assertThat(types("OPEN")).contains("PLAN_BROKEN");
        assertThat(client.ask(
                                rep,
                                "{ alerts(filter: {type: [PLAN_BROKEN]}) { nodes { title subject { __typename ... on PaymentPlan { status } } } } }")
                        .getMap("data.alerts.nodes[0]"))
                .containsEntry("subject", Map.of("__typename", "PaymentPlan", "status", "BROKEN"))
                .containsEntry(
                        "title",
                        "Demo Distributor: payment plan broken on " + today.plusDays(11) + ", 90.00 CNY still open");

        books.pay(finance, customer, "90.00", today.plusDays(11).toString());
        assertThat(types("OPEN")).isEmpty();
        assertThat(because("PLAN_BROKEN")).isEqualTo("Nothing of the plan is open any more, or another plan rules.");
    }

    @Test
    void a_stock_that_sells_through_raises_one_alert_until_the_next_delivery() {
        String id = NodeId.of(NodeKind.CUSTOMER, customer);
        deliver(id, "D1", today.minusDays(20), "A", "100");
        report(id, today.minusDays(9), "79");
        assertThat(types("OPEN")).isEmpty();

        report(id, today.minusDays(8), "1");
        assertThat(types("OPEN")).containsExactly("SELL_THROUGH_REACHED");
        report(id, today.minusDays(7), "1");
        assertThat(run("SELL_THROUGH_ALERTS", null).getInt("data.runJob.jobRun.raised"))
                .isZero();
        assertThat(client.ask(
                                rep,
                                "{ alerts { nodes { title occurrence subject { __typename ... on SellThrough { rate } } } } }")
                        .getMap("data.alerts.nodes[0]"))
                .containsEntry("occurrence", 1)
                .containsEntry(
                        "title",
                        "Demo Distributor: 81 % of the stock since " + today.minusDays(20)
                                + " is sold: collect and refill")
                .containsEntry("subject", Map.of("__typename", "SellThrough", "rate", "0.8100"));

        report(id, today.minusDays(6), "500");
        assertThat(types("OPEN")).containsExactlyInAnyOrder("SELL_THROUGH_REACHED", "DATA_QUALITY");

        deliver(id, "D2", today.minusDays(5), "A", "100");
        assertThat(types("OPEN")).containsExactly("DATA_QUALITY");
        assertThat(because("SELL_THROUGH_REACHED")).isEqualTo("Goods were delivered and a new stock cycle began.");

        report(id, today.minusDays(6), "2");
        assertThat(types("OPEN")).isEmpty();
        assertThat(because("DATA_QUALITY")).isEqualTo("The reports agree now.");
    }

    private void deliver(String customerId, String number, LocalDate on, String sku, String quantity) {
        JsonPath answer = client.ask(
                rep,
                """
                mutation ($input: RecordDeliveryInput!) { recordDelivery(input: $input) { userErrors { code } } }""",
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                customerId,
                                "number",
                                number,
                                "deliveredOn",
                                on.toString(),
                                "lines",
                                List.of(Map.of(
                                        "sku",
                                        sku,
                                        "quantity",
                                        quantity,
                                        "unitPrice",
                                        Map.of("amount", "10.00", "currency", "CNY"))))));
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data.recordDelivery.userErrors")).isEmpty();
        clock.set(clock.instant().plus(Duration.ofMillis(5)));
    }

    private void report(String customerId, LocalDate on, String sold) {
        JsonPath answer = client.ask(
                rep,
                "mutation ($input: ReportSellOutInput!) { reportSellOut(input: $input) { userErrors { code } } }",
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                customerId,
                                "reportedOn",
                                on.toString(),
                                "lines",
                                List.of(Map.of("sku", "A", "sold", sold)))));
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data.reportSellOut.userErrors")).isEmpty();
        clock.set(clock.instant().plus(Duration.ofMillis(5)));
    }

    private JsonPath run(String job, LocalDate asOf) {
        JsonPath answer =
                client.ask(admin, RUN, asOf == null ? Map.of("job", job) : Map.of("job", job, "asOf", asOf.toString()));
        assertThat(answer.getList("errors")).isNull();
        return answer;
    }

    private String act(Actor actor, String mutation) {
        JsonPath answer = client.ask(
                actor, "mutation { done: " + mutation + " { alert { status } userErrors { code message } } }");
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data.done.userErrors")).isEmpty();
        return answer.getString("data.done.alert.status");
    }

    private List<String> types(String status) {
        return client.ask(rep, "{ alerts(filter: {status: [" + status + "]}) { nodes { type } } }")
                .getList("data.alerts.nodes.type");
    }

    private String because(String type) {
        return client.ask(
                        rep,
                        "{ alerts(filter: {type: [" + type + "], status: [RESOLVED]}) { nodes { resolvedBecause } } }")
                .getString("data.alerts.nodes[0].resolvedBecause");
    }
}
