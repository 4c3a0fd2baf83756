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
 * A distributor pays an invoice but for the boxes that did not come, and promises the rest: the warehouse looks, the office credits what is right, and the promise is
 * measured by what was rightly owed.
 */
@QuarkusTest
class DisputeScenarioTest {

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
    private String oldInvoice;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void boxes_that_did_not_come() {
        a_distributor_owes_two_invoices();
        String dispute = distributor
                .done(
                        "openMyDispute",
                        "OpenMyDisputeInput",
                        "dispute { id }",
                        Map.of(
                                "receivableNumber",
                                "INV-1",
                                "amount",
                                cny("2000.00"),
                                "reason",
                                "QUANTITY",
                                "description",
                                "Twenty boxes are missing."))
                .getString("dispute.id");
        assertThat(standing()).isEqualTo("owes 15000.00, disputes 2000.00; INV-1 may be dunned for 8000.00");

        String promise = rep.done(
                        "recordPromise",
                        "RecordPromiseInput",
                        "promise { id }",
                        Map.of(
                                "customerId",
                                customer,
                                "receivableIds",
                                List.of(oldInvoice),
                                "amount",
                                cny("10000.00"),
                                "promisedFor",
                                "2026-11-06"))
                .getString("promise.id");
        assertThat(standing()).isEqualTo("owes 15000.00, disputes 2000.00; INV-1 may be dunned for 0.00");

        paid("9000.00", "2026-11-05");
        assertThat(standing())
                .as("8000 on what is not disputed of INV-1, 1000 on INV-2, though INV-1 is older")
                .isEqualTo("owes 6000.00, disputes 2000.00; INV-1 may be dunned for 0.00");

        on("2026-11-16");
        assertThat(alerts()).containsExactly("DISPUTE_DUE", "PROMISE_BROKEN");
        int version = rep.done(
                        "changeDispute",
                        "ChangeDisputeInput",
                        "dispute { version }",
                        Map.of("id", dispute, "version", 1, "department", "LOGISTICS", "deadline", "2026-11-20"))
                .getInt("dispute.version");
        rep.done(
                "commentOnDispute",
                "CommentOnDisputeInput",
                "dispute { id }",
                Map.of("id", dispute, "text", "The warehouse found 15 boxes on its floor.", "internal", true));
        assertThat(alerts()).containsExactly("PROMISE_BROKEN");

        finance.done(
                "acceptDispute",
                "AcceptDisputeInput",
                "dispute { status accepted }",
                Map.of(
                        "id",
                        dispute,
                        "version",
                        version,
                        "amount",
                        cny("1500.00"),
                        "answer",
                        "Fifteen boxes were not loaded; five were signed for."));
        assertThat(standing()).isEqualTo("owes 4500.00, disputes 0.00; INV-1 may be dunned for 500.00");
        assertThat(promise(promise)).isEqualTo("PARTIALLY_KEPT 8000.00 of 8500.00");
        assertThat(distributor
                        .ask("{ myDisputes { nodes { status accepted answer comments { nodes { text } } } } }")
                        .getMap("data.myDisputes.nodes[0]"))
                .isEqualTo(Map.of(
                        "status",
                        "ACCEPTED",
                        "accepted",
                        "1500.00",
                        "answer",
                        "Fifteen boxes were not loaded; five were signed for.",
                        "comments",
                        Map.of("nodes", List.of())));
    }

    private void a_distributor_owes_two_invoices() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse("2026-11-02"), tenant.zone());
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
        oldInvoice = issued("INV-1", "10000.00", "2026-09-30");
        issued("INV-2", "5000.00", "2026-10-31");
        assertThat(manager.userId()).isNotNull();
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
                                "2026-08-31",
                                "dueDate",
                                due,
                                "amount",
                                cny(amount)))
                .getString("receivable.id");
    }

    private void paid(String amount, String on) {
        clock.setNoon(LocalDate.parse(on), tenant.zone());
        finance.done(
                "recordPayment",
                "RecordPaymentInput",
                "payment { id }",
                Map.of("customerId", customer, "amount", cny(amount), "receivedOn", on, "method", "BANK_TRANSFER"));
    }

    /** It is noon of the day, and the daily jobs are done. */
    private void on(String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
        for (String job : List.of("PROMISE_REVIEW", "DISPUTE_ALERTS")) {
            admin.done("runJob", "RunJobInput", "jobRun { status }", Map.of("job", job));
        }
    }

    private String standing() {
        JsonPath found = rep.ask("{ customer(id: \"" + customer
                        + "\") { balances { outstanding disputed } } receivable(number: \"INV-1\") { dunnable } }")
                .setRootPath("data");
        return "owes " + found.getString("customer.balances[0].outstanding") + ", disputes "
                + found.getString("customer.balances[0].disputed") + "; INV-1 may be dunned for "
                + found.getString("receivable.dunnable");
    }

    private String promise(String id) {
        JsonPath found = rep.ask("{ node(id: \"" + id
                        + "\") { ... on PromiseToPay { status paid { amount } asked { amount } } } }")
                .setRootPath("data.node");
        return found.getString("status") + " " + found.getString("paid.amount") + " of "
                + found.getString("asked.amount");
    }

    private List<String> alerts() {
        return rep
                .ask("{ alerts(filter: {status: [OPEN], type: [PROMISE_BROKEN, DISPUTE_DUE]}) { nodes { type } } }")
                .<String>getList("data.alerts.nodes.type")
                .stream()
                .sorted()
                .toList();
    }

    private static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
