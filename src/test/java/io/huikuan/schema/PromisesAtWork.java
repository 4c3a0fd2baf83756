package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents about promises to pay, sent by the people whose they are. */
final class PromisesAtWork {

    private final AppsAtWork apps;

    PromisesAtWork(AppsAtWork apps) {
        this.apps = apps;
    }

    /** A rep writes down what the customer promises, first on a receivable and then on a plan, and a partner promises by himself. */
    void run(String customer, String receivable) {
        String person = apps.run("rep-customer-detail", "rep-east", Map.of("id", customer))
                .getString("data.customer.contactPersons[0].id");
        JsonPath made = recorded(customer, Map.of("receivableIds", List.of(receivable), "contactPersonId", person));
        apps.run("rep-promises", "rep-east", Map.of());
        assertThat(apps.run("rep-customer-promises", "rep-east", Map.of("id", customer))
                        .<String>getList("data.customer.receivables.nodes.promise.status"))
                .contains("OPEN");
        cancel(made.getString("id"), made.getInt("version"));
        ofAPlan(customer, receivable);
        ofAPartner();
        apps.run("office-promise-rates", "manager-east", Map.of());
        apps.run("office-run-job", "admin", Map.of("input", Map.of("job", "PROMISE_REVIEW")));
    }

    private JsonPath recorded(String customer, Map<String, ?> what) {
        Map<String, Object> input = new HashMap<>(what);
        input.put("clientKey", Uuids.next().toString());
        input.put("customerId", customer);
        input.put("amount", Map.of("amount", "20.00", "currency", "CNY"));
        input.put("promisedFor", apps.today().plusDays(4).toString());
        return apps.run("rep-record-promise", "rep-east", Map.of("input", input))
                .setRootPath("data.recordPromise.promise");
    }

    private void cancel(String id, int version) {
        Map<String, Object> input = new HashMap<>(decision(id, version));
        input.put("reason", "He asked for the goods first.");
        apps.run("rep-cancel-promise", "rep-east", Map.of("input", input));
    }

    private void ofAPlan(String customer, String receivable) {
        JsonPath plan = apps.run(
                        "rep-propose-plan",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "customerId",
                                        customer,
                                        "receivableIds",
                                        List.of(receivable),
                                        "equal",
                                        Map.of(
                                                "count",
                                                2,
                                                "firstDueDate",
                                                apps.today().plusDays(10).toString(),
                                                "every",
                                                "MONTH"))))
                .setRootPath("data.proposePaymentPlan.paymentPlan");
        int version = apps.run(
                        "office-approve-plan",
                        "finance",
                        Map.of("input", decision(plan.getString("id"), plan.getInt("version"))))
                .getInt("data.approvePaymentPlan.paymentPlan.version");
        JsonPath made = recorded(customer, Map.of("planId", plan.getString("id")));
        cancel(made.getString("id"), made.getInt("version"));
        apps.run("office-cancel-plan", "finance", Map.of("input", decision(plan.getString("id"), version)));
    }

    private void ofAPartner() {
        String number = apps.run("partner-account", "partner-d01", Map.of())
                .getString("data.myAccount.openReceivables.nodes[0].number");
        apps.run(
                "partner-withdraw-promise",
                "partner-d01",
                Map.of("input", Map.of("clientKey", Uuids.next().toString(), "id", promised(number))));
        String id = promised(number);
        apps.run("partner-promises", "partner-d01", Map.of());
        int version = apps.run("rep-confirm-promise", "rep-east", Map.of("input", decision(id, 1)))
                .getInt("data.confirmPromise.promise.version");
        cancel(id, version);
    }

    private String promised(String number) {
        return apps.run(
                        "partner-make-promise",
                        "partner-d01",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "receivableNumbers",
                                        List.of(number),
                                        "amount",
                                        Map.of("amount", "15.00", "currency", "CNY"),
                                        "promisedFor",
                                        apps.today().plusDays(2).toString())))
                .getString("data.makeMyPromise.promise.id");
    }

    private static Map<String, Object> decision(String id, int version) {
        return Map.of("clientKey", Uuids.next().toString(), "id", id, "version", version);
    }
}
