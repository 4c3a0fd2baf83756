package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A distributor promises, pays half and only for a rebate, is classed CONDITIONAL, is reminded and not moved by it, gets a firm notice approved by the manager, is not
 * supplied any more, pays, and all measures lift. His cheque bounces, and it all comes back for the manager to decide.
 */
@QuarkusTest
class EscalationScenarioTest {

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Api admin;
    private Api finance;
    private Api manager;
    private Api rep;
    private String customer;
    private String invoice;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void from_the_first_promise_to_the_last_cheque() {
        the_distributor_owes_since_august();
        he_promises_and_pays_half_for_a_rebate();
        the_manager_classes_him_as_conditional();

        on("2026-10-12");
        rep.done(
                "openEscalation",
                "OpenEscalationInput",
                "escalation { id }",
                Map.of("customerId", customer, "reason", "He pays only for favours."));
        assertThat(letters()).containsExactly("PAYMENT_REMINDER");

        on("2026-10-20");
        assertThat(calls()).as("the week has passed").containsExactly("ESCALATION_DUE");
        on_the_case(rep, "proposeEscalationStage", Map.of("stage", "FIRM", "reason", "The week has passed."));
        assertThat(calls()).isEmpty();
        on_the_case(
                        rep,
                        "proposeEscalationMeasure",
                        "ProposeEscalationMeasureInput",
                        "escalationMeasure { id }",
                        Map.of("kind", "STOP_SUPPLY", "reason", "He goes on ordering."))
                .getString("escalationMeasure.id");
        on_the_case(
                rep,
                "proposeEscalationMeasure",
                "ProposeEscalationMeasureInput",
                "escalationMeasure { id }",
                Map.of("kind", "WITHHOLD_REBATE", "details", "The autumn rebate.", "reason", "He has not earned it."));
        assertThat(letters()).as("nothing leaves the house before the approval").hasSize(1);
        assertThat(may_be_supplied()).isTrue();

        the_manager_looks_at_what_is_at_risk();
        on_the_case(manager, "decideEscalationStage", Map.of("approve", true));
        decide_measures();
        assertThat(letters()).containsExactly("PAYMENT_REMINDER", "OVERDUE_NOTICE");
        assertThat(may_be_supplied()).isFalse();
        assertThat(status()).isEqualTo("ON_HOLD");

        on("2026-10-26");
        String cheque = paid("50000.00", "2026-10-26");
        assertThat(standing()).isEqualTo("LIFTED FIRM PAYMENT: STOP_SUPPLY LIFTED, WITHHOLD_REBATE LIFTED");
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(may_be_supplied()).isTrue();
        assertThat(letters()).containsExactly("PAYMENT_REMINDER", "OVERDUE_NOTICE", "RECEIPT");

        on("2026-10-28");
        finance.done(
                "reversePayment",
                "ReversePaymentInput",
                "payment { id }",
                Map.of("paymentId", cheque, "on", "2026-10-28", "reason", "The cheque bounced."));
        assertThat(standing()).isEqualTo("OPEN FIRM null: STOP_SUPPLY TO_DECIDE, WITHHOLD_REBATE TO_DECIDE");
        assertThat(may_be_supplied()).isTrue();
        decide_measures();
        assertThat(may_be_supplied()).isFalse();
    }

    private void the_distributor_owes_since_august() {
        tenant = tenancy.tenant("Asia/Shanghai");
        on("2026-08-20");
        admin = Api.as(tenant, Role.ADMIN, "admin");
        finance = Api.as(tenant, Role.FINANCE, "finance");
        manager = Api.as(tenant, Role.MANAGER, "manager");
        rep = Api.as(tenant, Role.REP, "rep");
        customer = finance.done(
                        "createCustomer",
                        "CreateCustomerInput",
                        "customer { id }",
                        Map.of("code", "D1", "name", "Demo Distributor", "ownerId", rep.userId()))
                .getString("customer.id");
        rep.done(
                "saveContactPerson",
                "SaveContactPersonInput",
                "contactPerson { id }",
                Map.of(
                        "customerId",
                        customer,
                        "name",
                        "Demo Cashier",
                        "email",
                        "cashier@example.com",
                        "decisionRole",
                        "PROCESSES"));
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
                                "2026-08-01",
                                "dueDate",
                                "2026-08-31",
                                "amount",
                                cny("100000.00")))
                .getString("receivable.id");
    }

    private void he_promises_and_pays_half_for_a_rebate() {
        on("2026-09-14");
        rep.done(
                "recordPromise",
                "RecordPromiseInput",
                "promise { id }",
                Map.of(
                        "customerId",
                        customer,
                        "receivableIds",
                        List.of(invoice),
                        "amount",
                        cny("100000.00"),
                        "promisedFor",
                        "2026-09-30"));
        JsonPath asked = rep.done(
                "askConcession",
                "AskConcessionInput",
                "concession { id version }",
                Map.of("customerId", customer, "kind", "REBATE", "asked", "A rebate, or there is no money."));
        manager.done(
                "grantConcession",
                "GrantConcessionInput",
                "concession { id }",
                Map.of(
                        "id",
                        asked.getString("concession.id"),
                        "version",
                        asked.getInt("concession.version"),
                        "terms",
                        List.of(Map.of(
                                "kind",
                                "REBATE",
                                "gives",
                                "1 % of the half.",
                                "amount",
                                cny("50000.00"),
                                "payBy",
                                "2026-09-30"))));
        on("2026-09-29");
        paid("50000.00", "2026-09-29");
        on("2026-10-12");
        admin.done("runJob", "RunJobInput", "jobRun { status }", Map.of("job", "PROMISE_REVIEW"));
    }

    private void the_manager_classes_him_as_conditional() {
        int version = manager.ask("{ customer(id: \"" + customer + "\") { classification { version } } }")
                .getInt("data.customer.classification.version");
        manager.done(
                "confirmDebtorClass",
                "ConfirmDebtorClassInput",
                "classification { version }",
                Map.of(
                        "customerId",
                        customer,
                        "version",
                        version,
                        "debtorClass",
                        "CONDITIONAL",
                        "reason",
                        "He pays only for a rebate."));
    }

    private void the_manager_looks_at_what_is_at_risk() {
        JsonPath waiting = manager.ask(
                "{ escalations(filter: {waitingForMe: true}) { nodes { proposal { stage proposedBy { name } }"
                        + " salesAtRisk { creditSales overdue } measures(first: 5) { nodes { kind status } } } } }");
        waiting.setRootPath("data.escalations.nodes[0]");
        assertThat(waiting.getString("proposal.stage")).isEqualTo("FIRM");
        assertThat(waiting.getString("proposal.proposedBy.name")).isEqualTo("rep");
        assertThat(waiting.getString("salesAtRisk[0].creditSales")).isEqualTo("100000.00");
        assertThat(waiting.getString("salesAtRisk[0].overdue")).isEqualTo("50000.00");
    }

    private void decide_measures() {
        for (Map<String, Object> measure : measures()) {
            manager.done(
                    "decideEscalationMeasure",
                    "DecideEscalationMeasureInput",
                    "escalationMeasure { status }",
                    Map.of("id", measure.get("id"), "version", measure.get("version"), "approve", true));
        }
    }

    /** It is noon of the day, and the daily review is done. */
    private void on(String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
        if (customer != null) {
            admin.done("runJob", "RunJobInput", "jobRun { status }", Map.of("job", "ESCALATION_REVIEW"));
        }
    }

    private void on_the_case(Api by, String mutation, Map<String, ?> more) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        on_the_case(by, mutation, type, "escalation { id }", more);
    }

    private JsonPath on_the_case(Api by, String mutation, String type, String fields, Map<String, ?> more) {
        JsonPath seen = by.ask("{ customer(id: \"" + customer + "\") { escalation { id version } } }")
                .setRootPath("data.customer.escalation");
        Map<String, Object> input = new HashMap<>(more);
        input.put("id", seen.getString("id"));
        input.put("version", seen.getInt("version"));
        return by.done(mutation, type, fields, input);
    }

    private String paid(String amount, String on) {
        return finance.done(
                        "recordPayment",
                        "RecordPaymentInput",
                        "payment { id }",
                        Map.of("customerId", customer, "amount", cny(amount), "receivedOn", on, "method", "CHEQUE"))
                .getString("payment.id");
    }

    private List<String> letters() {
        return rep
                .ask("{ customer(id: \"" + customer + "\") { letters(first: 20) { nodes { kind } } } }")
                .<String>getList("data.customer.letters.nodes.kind")
                .stream()
                .sorted(java.util.Comparator.comparing(kind ->
                        List.of("PAYMENT_REMINDER", "OVERDUE_NOTICE", "RECEIPT").indexOf(kind)))
                .toList();
    }

    private List<String> calls() {
        return rep.ask("{ alerts(filter: {status: [OPEN], type: [ESCALATION_DUE]}) { nodes { type } } }")
                .getList("data.alerts.nodes.type");
    }

    private boolean may_be_supplied() {
        return finance
                .ask("{ creditCheck(customerId: \"" + customer
                        + "\", orderAmount: {amount: \"1.00\", currency: \"CNY\"}) { verdicts { rule blocks } } }")
                .<Boolean>getList("data.creditCheck.verdicts.findAll { it.rule == 'HOLD' }.blocks")
                .stream()
                .noneMatch(Boolean.TRUE::equals);
    }

    private String status() {
        return rep.ask("{ customer(id: \"" + customer + "\") { status } }").getString("data.customer.status");
    }

    private List<Map<String, Object>> measures() {
        return manager.ask("{ escalations { nodes { measures(first: 5) { nodes { id version kind status } } } } }")
                .getList("data.escalations.nodes[0].measures.nodes.sort { it.kind }");
    }

    private String standing() {
        JsonPath found = rep.ask("{ escalations { nodes { status stage endedBecause } } }")
                .setRootPath("data.escalations.nodes[0]");
        List<String> its = measures().stream()
                .map(measure -> measure.get("kind") + " " + measure.get("status"))
                .toList();
        return found.getString("status") + " " + found.getString("stage") + " " + found.getString("endedBecause") + ": "
                + String.join(", ", its);
    }

    private static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
