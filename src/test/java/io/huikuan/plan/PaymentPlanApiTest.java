package io.huikuan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a plan through the API, from the rep who proposes it to the manager who ends it. */
@QuarkusTest
class PaymentPlanApiTest {

    private static final String PLAN = """
            fragment Plan on PaymentPlan { id version number status currency total paid balance effectiveFrom endedOn graceDays note decisionNote
                createdAt customer { id } proposedBy { id } decidedBy { id } receivables { number }
                installments { sequence dueDate amount { amount } balance { amount } timing paymentPlan { number } receivable { id } } }
            """;

    private static final String PROPOSE = PLAN + """
            mutation($input: ProposePaymentPlanInput!) { proposePaymentPlan(input: $input) {
                paymentPlan { ...Plan } userErrors { code field } } }""";

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    private Actor rep;
    private Actor manager;
    private Actor finance;
    private UUID customer;
    private UUID invoice;
    private LocalDate today;

    @BeforeEach
    void open() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        rep = tenancy.user(tenant, Role.REP, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        today = tenancy.today(tenant);
        invoice = tenancy.invoice(tenant, customer, "1000.00", today.minusDays(60), today.minusDays(30));
    }

    private Map<String, Object> proposal(String key) {
        return Map.of(
                "clientKey", key,
                "customerId", NodeId.of(NodeKind.CUSTOMER, customer),
                "receivableIds", List.of(NodeId.of(NodeKind.RECEIVABLE, invoice)),
                "installments",
                        List.of(
                                Map.of("dueDate", today.plusDays(10).toString(), "amount", "400.00"),
                                Map.of("dueDate", today.plusDays(40).toString(), "amount", "600.00")),
                "note", "Agreed on the phone.");
    }

    private JsonPath decide(Actor by, String mutation, String id, int version) {
        return client.ask(
                by,
                PLAN + "mutation($input: DecidePaymentPlanInput!) { " + mutation
                        + "(input: $input) { paymentPlan { ...Plan } userErrors { code field } } }",
                Map.of("input", Map.of("clientKey", mutation + version, "id", id, "version", version)));
    }

    @Test
    void a_plan_goes_from_the_rep_to_the_manager_and_to_its_end() {
        JsonPath proposed = client.ask(rep, PROPOSE, Map.of("input", proposal("k1")));

        assertThat(proposed.getList("errors")).isNull();
        assertThat(proposed.getList("data.proposePaymentPlan.userErrors")).isEmpty();
        proposed.setRootPath("data.proposePaymentPlan.paymentPlan");
        String id = proposed.getString("id");
        assertThat(proposed.getString("status")).isEqualTo("PROPOSED");
        assertThat(proposed.getString("balance")).isEqualTo("1000.00");
        assertThat(proposed.getString("proposedBy.id"))
                .isEqualTo(NodeId.of(NodeKind.USER, rep.user().orElseThrow()));
        assertThat(proposed.getList("installments.amount.amount")).isEqualTo(List.of("400.00", "600.00"));
        assertThat(proposed.getString("installments[0].paymentPlan.number")).isEqualTo(proposed.getString("number"));

        JsonPath approved = decide(manager, "approvePaymentPlan", id, 1);
        assertThat(approved.getString("data.approvePaymentPlan.paymentPlan.status"))
                .isEqualTo("ACTIVE");
        assertThat(approved.getString("data.approvePaymentPlan.paymentPlan.effectiveFrom"))
                .isEqualTo(today.toString());

        JsonPath seen = client.ask(rep, """
                query($id: ID!) {
                    customer(id: $id) {
                        nextInstallment { dueDate paymentPlan { id } }
                        active: paymentPlans(status: [ACTIVE]) { nodes { id status } totalCount pageInfo { hasNextPage } }
                        rejected: paymentPlans(first: 1, status: [REJECTED]) { nodes { id } totalCount }
                        receivables { nodes { paymentPlan { id } installments { balance { amount } timing paymentPlan { id } } } } } }""", Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer)));
        assertThat(seen.getList("errors")).isNull();
        seen.setRootPath("data.customer");
        assertThat(seen.getString("nextInstallment.dueDate"))
                .isEqualTo(today.plusDays(10).toString());
        assertThat(seen.getString("nextInstallment.paymentPlan.id")).isEqualTo(id);
        assertThat(seen.getList("active.nodes.id")).isEqualTo(List.of(id));
        assertThat(seen.getInt("active.totalCount")).isEqualTo(1);
        assertThat(seen.getInt("rejected.totalCount")).isZero();
        assertThat(seen.getString("receivables.nodes[0].paymentPlan.id")).isEqualTo(id);
        assertThat(seen.getString("receivables.nodes[0].installments[0].timing"))
                .isEqualTo("CLOSED");
        assertThat(seen.getString("receivables.nodes[0].installments[0].paymentPlan"))
                .isNull();

        JsonPath cancelled = decide(manager, "cancelPaymentPlan", id, 2);
        assertThat(cancelled.getString("data.cancelPaymentPlan.paymentPlan.status"))
                .isEqualTo("CANCELLED");
        assertThat(client.ask(
                                rep,
                                PLAN + "{ node(id: \"" + id + "\") { id ...Plan } paymentPlan(id: \"" + id
                                        + "\") { balance } }")
                        .getString("data.paymentPlan.balance"))
                .isEqualTo("0.00");
    }

    @Test
    void a_refusal_names_the_field_and_shows_no_plan() {
        var wrong = new java.util.HashMap<>(proposal("k1"));
        wrong.put("installments", List.of(Map.of("dueDate", today.toString(), "amount", "999.99")));

        JsonPath answer = client.ask(rep, PROPOSE, Map.of("input", wrong));

        assertThat(answer.getMap("data.proposePaymentPlan")).containsEntry("paymentPlan", null);
        assertThat(answer.getString("data.proposePaymentPlan.userErrors[0].code"))
                .isEqualTo("SUM_MISMATCH");
        assertThat(answer.getList("data.proposePaymentPlan.userErrors[0].field"))
                .isEqualTo(List.of("installments"));
    }

    @Test
    void equal_installments_come_from_the_api_too() {
        var equal = new java.util.HashMap<>(proposal("k1"));
        equal.remove("installments");
        equal.put("equal", Map.of("count", 3, "firstDueDate", today.plusDays(5).toString(), "every", "TWO_WEEKS"));

        JsonPath answer = client.ask(finance, PROPOSE, Map.of("input", equal));

        assertThat(answer.getList("data.proposePaymentPlan.paymentPlan.installments.amount.amount"))
                .isEqualTo(List.of("333.33", "333.33", "333.34"));
    }

    @Test
    void a_rep_may_not_decide_and_only_withdraws_his_own() {
        String own = client.ask(rep, PROPOSE, Map.of("input", proposal("k1")))
                .getString("data.proposePaymentPlan.paymentPlan.id");
        String ofFinance = client.ask(finance, PROPOSE, Map.of("input", proposal("k2")))
                .getString("data.proposePaymentPlan.paymentPlan.id");

        assertThat(decide(rep, "approvePaymentPlan", ofFinance, 1).getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        assertThat(decide(rep, "rejectPaymentPlan", ofFinance, 1).getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        assertThat(decide(rep, "cancelPaymentPlan", ofFinance, 1).getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        assertThat(decide(rep, "cancelPaymentPlan", own, 1).getString("data.cancelPaymentPlan.paymentPlan.status"))
                .isEqualTo("CANCELLED");
        assertThat(decide(finance, "approvePaymentPlan", ofFinance, 1)
                        .getString("data.approvePaymentPlan.userErrors[0].code"))
                .isEqualTo("PROPOSER_CANNOT_APPROVE");
    }

    @Test
    void a_plan_of_a_customer_that_is_not_his_does_not_exist_for_a_rep() {
        String id = client.ask(finance, PROPOSE, Map.of("input", proposal("k1")))
                .getString("data.proposePaymentPlan.paymentPlan.id");
        Actor other = tenancy.user(finance, Role.REP, null);

        assertThat(client.ask(other, "{ paymentPlan(id: \"" + id + "\") { id } }")
                        .getString("data.paymentPlan"))
                .isNull();
        assertThat(decide(other, "cancelPaymentPlan", id, 1).getString("data.cancelPaymentPlan.userErrors[0].code"))
                .isEqualTo("NOT_FOUND");
    }
}
