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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A distributor that wants something for everything: it promises and pays half; it gets free goods for the other half and pays at once; it owes again, wants a rebate
 * and pays in time for the first step of it only. It is proposed as CONDITIONAL, the rep says so too, and the manager confirms it.
 */
@QuarkusTest
class ConditionalScenarioTest {

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Api admin;
    private Api finance;
    private Api manager;
    private Api rep;
    private Api distributor;
    private String customer;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void who_pays_only_for_something_is_found_out() {
        String august = the_distributor_owes("2026-08-20", "INV-1", "100000.00", "2026-08-31");
        on("2026-09-01");
        promised(august, "100000.00", "2026-09-10");
        paid("50000.00", "2026-09-10");
        on("2026-09-20");
        assertThat(proposal()).isEqualTo("SLOW, none confirmed");

        String goods = asked("FREE_GOODS", "Ten boxes, or he pays in spring.");
        offered(goods, List.of(step("FREE_GOODS", "50000.00", "2026-09-25")));
        assertThat(offers()).containsExactly("OFFERED 50000.00 by 2026-09-25");
        granted(goods);
        paid("50000.00", "2026-09-24");
        assertThat(steps(goods)).containsExactly("EARNED 50000.00 of 50000.00");
        given(goods, 1);
        assertThat(proposal()).as("once is no habit").startsWith("GOOD");

        clock.setNoon(LocalDate.parse("2026-10-01"), tenant.zone());
        issued("INV-2", "80000.00", "2026-10-10");
        on("2026-10-25");
        String rebate = asked("REBATE", "Two percent, as the neighbour has.");
        offered(rebate, List.of(step("REBATE", "40000.00", "2026-10-31"), step("REBATE", "40000.00", "2026-11-30")));
        granted(rebate);
        paid("40000.00", "2026-10-30");
        on("2026-12-01");
        assertThat(steps(rebate)).containsExactly("EARNED 40000.00 of 40000.00", "LAPSED 40000.00 of 80000.00");

        assertThat(proposal()).isEqualTo("CONDITIONAL, none confirmed");
        assertThat(because())
                .containsExactly(
                        "2 of 3 payments of the last 365 days came only within the window of a concession (66.7 %); 2 concessions paid for.");
        assertThat(reviews()).containsExactly("Demo Distributor UNCONFIRMED");
        suggested("CONDITIONAL", "Without a gift he does not pick up the phone.");
        assertThat(reviews()).containsExactly("Demo Distributor UNCONFIRMED SUGGESTED");
        confirmed("CONDITIONAL");
        assertThat(proposal()).isEqualTo("CONDITIONAL, CONDITIONAL confirmed");
        assertThat(reviews()).isEmpty();
    }

    private String the_distributor_owes(String day, String number, String amount, String due) {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse(day), tenant.zone());
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
        distributor = Api.partner(tenant, "D1");
        return issued(number, amount, due);
    }

    private String issued(String number, String amount, String due) {
        return finance.done(
                        "issueReceivable",
                        "IssueReceivableInput",
                        "receivable { id }",
                        Map.of(
                                "customerId",
                                customer,
                                "number",
                                number,
                                "issueDate",
                                tenancy.today(tenant).toString(),
                                "dueDate",
                                due,
                                "amount",
                                cny(amount)))
                .getString("receivable.id");
    }

    /** It is noon of the day, and the daily reviews are done. */
    private void on(String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
        for (String job : List.of("PROMISE_REVIEW", "CONCESSION_ALERTS", "CLASS_REVIEW")) {
            admin.done("runJob", "RunJobInput", "jobRun { status }", Map.of("job", job));
        }
    }

    private void promised(String invoice, String amount, String day) {
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
                        cny(amount),
                        "promisedFor",
                        day));
    }

    private void paid(String amount, String on) {
        clock.setNoon(LocalDate.parse(on), tenant.zone());
        finance.done(
                "recordPayment",
                "RecordPaymentInput",
                "payment { id }",
                Map.of("customerId", customer, "amount", cny(amount), "receivedOn", on, "method", "BANK_TRANSFER"));
    }

    private String asked(String kind, String words) {
        return rep.done(
                        "askConcession",
                        "AskConcessionInput",
                        "concession { id }",
                        Map.of("customerId", customer, "kind", kind, "asked", words))
                .getString("concession.id");
    }

    private static Map<String, Object> step(String kind, String amount, String payBy) {
        return Map.of("kind", kind, "gives", "As agreed.", "amount", cny(amount), "payBy", payBy);
    }

    private void offered(String concession, List<Map<String, Object>> terms) {
        rep.done(
                "offerConcession",
                "OfferConcessionInput",
                "concession { id }",
                Map.of("id", concession, "version", 1, "terms", terms));
    }

    private void granted(String concession) {
        manager.done(
                "grantConcession", "GrantConcessionInput", "concession { id }", Map.of("id", concession, "version", 2));
    }

    private void given(String concession, int step) {
        rep.done(
                "fulfilConcessionStep",
                "FulfilConcessionStepInput",
                "concession { id }",
                Map.of("id", concession, "version", 3, "step", step));
    }

    private List<String> steps(String concession) {
        return rep
                .ask("{ node(id: \"" + concession
                        + "\") { ... on Concession { steps { state due { amount } paid { amount } } } } }")
                .<Map<String, Object>>getList("data.node.steps")
                .stream()
                .map(step -> step.get("state") + " " + amount(step.get("paid")) + " of " + amount(step.get("due")))
                .toList();
    }

    private static Object amount(Object money) {
        return ((Map<?, ?>) money).get("amount");
    }

    private List<String> offers() {
        JsonPath first = distributor
                .ask("{ myConcessions { nodes { status steps { payBy amount { amount } } } } }")
                .setRootPath("data.myConcessions.nodes[0]");
        return List.of(first.getString("status") + " " + first.getString("steps[0].amount.amount") + " by "
                + first.getString("steps[0].payBy"));
    }

    private JsonPath classification() {
        return rep.ask("{ customer(id: \"" + customer
                        + "\") { classification { version proposed confirmed because } } }")
                .setRootPath("data.customer.classification");
    }

    private String proposal() {
        JsonPath found = classification();
        String confirmed = found.getString("confirmed");
        return found.getString("proposed") + ", " + (confirmed == null ? "none" : confirmed) + " confirmed";
    }

    private List<String> because() {
        return classification().getList("because");
    }

    private void suggested(String debtorClass, String reason) {
        rep.done(
                "suggestDebtorClass",
                "SuggestDebtorClassInput",
                "classification { version }",
                Map.of("customerId", customer, "debtorClass", debtorClass, "reason", reason));
    }

    private void confirmed(String debtorClass) {
        manager.done(
                "confirmDebtorClass",
                "ConfirmDebtorClassInput",
                "classification { version }",
                Map.of("customerId", customer, "debtorClass", debtorClass, "version", 0));
    }

    private List<String> reviews() {
        JsonPath found = manager.ask("{ debtorClassReviews { nodes { review customer { name } } } }")
                .setRootPath("data.debtorClassReviews");
        return found.<List<String>>getList("nodes.review").stream()
                .map(reasons -> found.getString("nodes[0].customer.name") + " " + String.join(" ", reasons))
                .toList();
    }

    private static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
