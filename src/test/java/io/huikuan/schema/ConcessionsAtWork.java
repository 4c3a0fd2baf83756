package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents about concessions and classes of debtor, sent by the people whose they are. */
final class ConcessionsAtWork {

    private final AppsAtWork apps;

    ConcessionsAtWork(AppsAtWork apps) {
        this.apps = apps;
    }

    /** A rep asks for what the customer wants and offers it, the office grants it, the customer pays, and it is given. */
    void run(String customer) {
        JsonPath asked = asked(customer);
        JsonPath offered = apps.run(
                        "rep-offer-concession", "rep-east", input(asked, Map.of("terms", List.of(term("10.00")))))
                .setRootPath("data.offerConcession.concession");
        JsonPath granted = apps.run("office-grant-concession", "finance", input(offered, Map.of("note", "As agreed.")))
                .setRootPath("data.grantConcession.concession");
        paid(customer, "11.00");
        assertThat(apps.run(
                                "rep-concessions",
                                "rep-east",
                                Map.of("filter", Map.of("state", List.of("EARNED"), "unpaid", false)))
                        .getInt("data.concessions.totalCount"))
                .isEqualTo(1);
        JsonPath given = apps.run(
                        "rep-fulfil-concession-step",
                        "rep-east",
                        input(granted, Map.of("step", 1, "note", "Credit note CN-1.")))
                .setRootPath("data.fulfilConcessionStep.concession");
        apps.run("rep-withdraw-concession", "manager-east", input(given, Map.of("reason", "All of it is given.")));
        apps.run("office-decline-concession", "finance", input(asked(customer), Map.of("reason", "Not twice.")));
        apps.run("rep-customer-concessions", "rep-east", Map.of("id", customer));
        apps.run("partner-concessions", "partner-d01", Map.of());
        apps.run("office-run-job", "admin", Map.of("input", Map.of("job", "CONCESSION_ALERTS")));
        classed(customer);
    }

    private JsonPath asked(String customer) {
        String person = apps.run("rep-customer-detail", "rep-east", Map.of("id", customer))
                .getString("data.customer.contactPersons[0].id");
        return apps.run(
                        "rep-ask-concession",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "customerId",
                                        customer,
                                        "kind",
                                        "REBATE",
                                        "asked",
                                        "Two percent of the year.",
                                        "contactPersonId",
                                        person)))
                .setRootPath("data.askConcession.concession");
    }

    private Map<String, Object> term(String amount) {
        return Map.of(
                "kind",
                "REBATE",
                "gives",
                "One percent of the year.",
                "amount",
                Map.of("amount", amount, "currency", "CNY"),
                "payBy",
                apps.today().plusDays(4).toString());
    }

    private void paid(String customer, String amount) {
        apps.run(
                "office-record-payment",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                Uuids.next().toString(),
                                "customerId",
                                customer,
                                "amount",
                                Map.of("amount", amount, "currency", "CNY"),
                                "receivedOn",
                                apps.today().toString(),
                                "method",
                                "BANK_TRANSFER")));
    }

    private void classed(String customer) {
        apps.run("office-run-job", "admin", Map.of("input", Map.of("job", "CLASS_REVIEW")));
        int version = apps.run(
                        "rep-suggest-debtor-class",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "customerId",
                                        customer,
                                        "debtorClass",
                                        "CONDITIONAL",
                                        "reason",
                                        "It always wants something first.")))
                .getInt("data.suggestDebtorClass.classification.version");
        apps.run(
                "office-debtor-class-reviews",
                "finance",
                Map.of("first", 50, "filter", Map.of("reason", List.of("SUGGESTED"))));
        apps.run(
                "office-confirm-debtor-class",
                "manager-east",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                Uuids.next().toString(),
                                "customerId",
                                customer,
                                "version",
                                version,
                                "debtorClass",
                                "CONDITIONAL",
                                "reason",
                                "So it does.")));
        apps.run("office-debtor-classes", "finance", Map.of("confirmed", List.of("CONDITIONAL")));
        assertThat(apps.run("rep-customer-class", "rep-east", Map.of("id", customer))
                        .getString("data.customer.debtorClass"))
                .isEqualTo("CONDITIONAL");
        Map<String, Object> policy = new HashMap<>(
                apps.run("office-class-policy", "finance", Map.of()).getMap("data.classPolicy"));
        policy.put("clientKey", Uuids.next().toString());
        apps.run("office-update-class-policy", "finance", Map.of("input", policy));
    }

    private static Map<String, Object> input(JsonPath concession, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("clientKey", Uuids.next().toString());
        input.put("id", concession.getString("id"));
        input.put("version", concession.getInt("version"));
        return Map.of("input", input);
    }
}
