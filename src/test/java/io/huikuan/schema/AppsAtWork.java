package io.huikuan.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.platform.demo.DemoTenant;
import io.huikuan.platform.demo.DemoTokens;
import io.huikuan.support.Statements;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents that the apps send, run against the demo tenant as the people who send them. */
final class AppsAtWork {

    private static final Path FOLDER = Path.of("graphql-schema/operations");

    private final Map<String, Integer> statements = new TreeMap<>();
    private final Set<String> answered = new TreeSet<>();
    private final Map<String, String> tokenOf;
    private final LocalDate today;

    /** Enters the demo tenant. */
    AppsAtWork(DemoTenant tenant, DemoTokens tokens) {
        tenant.enter();
        tokenOf = tokens.all().stream().collect(Collectors.toMap(DemoTokens.Person::name, DemoTokens.Person::token));
        today = LocalDate.parse(run("viewer", "finance", Map.of()).getString("data.viewer.tenant.businessDate"));
    }

    /** Every document is sent, and nothing is refused. */
    void doEverything() {
        String customer = aRepsDay();
        String receivable = theBooks(customer);
        aPlan(customer, receivable);
        theOffice();
        thePortal();
    }

    /** How many statements the latest run of each document took. */
    Map<String, Integer> statements() {
        return statements;
    }

    /** The documents that were answered. */
    Set<String> answered() {
        return answered;
    }

    /** The token of one of the demo tenant's people. */
    String token(String person) {
        return tokenOf.get(person);
    }

    /** The demo tenant's business date. */
    LocalDate today() {
        return today;
    }

    private String aRepsDay() {
        JsonPath list = run("rep-customer-list", "rep-east", Map.of("first", 20));
        String customer = list.getString("data.customers.nodes.find { it.code == 'D07' }.id");
        assertThat(list.getList("data.customers.nodes.code")).contains("D01").doesNotContain("D02");
        run("rep-customer-detail", "rep-east", Map.of("id", customer));
        run("rep-node", "rep-east", Map.of("id", customer));
        JsonPath saved = run(
                        "rep-save-contact-person",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "customerId",
                                        customer,
                                        "name",
                                        "Demo Buyer",
                                        "influence",
                                        3,
                                        "phone",
                                        "+86 10 0000 0000")))
                .setRootPath("data.saveContactPerson.contactPerson");
        String person = saved.getString("id");
        String contact = run(
                        "rep-log-contact",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "customerId",
                                        customer,
                                        "contactPersonId",
                                        person,
                                        "channel",
                                        "PHONE",
                                        "outcome",
                                        "REACHED",
                                        "occurredAt",
                                        today.minusDays(1) + "T07:30:00Z",
                                        "summary",
                                        "He asked for the statement.")))
                .getString("data.logContact.contactRecord.id");
        aFile(contact);
        run(
                "rep-record-delivery",
                "rep-east",
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                customer,
                                "number",
                                key(),
                                "deliveredOn",
                                today.toString(),
                                "lines",
                                List.of(Map.of("sku", "SKU-TEA", "quantity", "10", "unitPrice", cny("38.00"))))));
        run(
                "rep-report-sell-out",
                "rep-east",
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                customer,
                                "reportedOn",
                                today.toString(),
                                "lines",
                                List.of(Map.of("sku", "SKU-TEA", "onHand", "30")))));
        JsonPath inbox =
                run("rep-alert-inbox", "rep-east", Map.of("first", 50, "filter", Map.of("status", List.of("OPEN"))));
        List<String> alerts = inbox.getList("data.alerts.nodes.id");
        assertThat(alerts).hasSizeGreaterThan(3);
        assertThat(inbox.getList("data.alerts.nodes.type")).contains("INSTALLMENT_OVERDUE", "SELL_THROUGH_REACHED");
        run("rep-acknowledge-alert", "rep-east", Map.of("input", Map.of("id", alerts.get(0))));
        run(
                "rep-snooze-alert",
                "rep-east",
                Map.of(
                        "input",
                        Map.of("id", alerts.get(1), "until", today.plusDays(2).toString())));
        run("rep-resolve-alert", "rep-east", Map.of("input", Map.of("id", alerts.get(2), "reason", "Spoken to.")));
        run("viewer", "manager-east", Map.of());
        String manager =
                run("office-users", "finance", Map.of("role", "MANAGER")).getString("data.users.nodes[0].id");
        run("office-assign-alert", "finance", Map.of("input", Map.of("id", alerts.get(3), "assigneeId", manager)));
        run(
                "office-erase-contact-person",
                "finance",
                Map.of(
                        "input",
                        Map.of("id", person, "version", saved.getInt("version"), "reason", "Asked to be forgotten.")));
        answered.add("rep-alert-raised");
        return customer;
    }

    private void aFile(String contact) {
        byte[] file = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);
        JsonPath upload = run(
                "rep-request-attachment-upload",
                "rep-east",
                Map.of(
                        "input",
                        Map.of(
                                "contactRecordId",
                                contact,
                                "name",
                                "statement.pdf",
                                "size",
                                file.length,
                                "contentType",
                                "application/pdf")));
        given().contentType("application/pdf")
                .body(file)
                .put(upload.getString("data.requestAttachmentUpload.upload.url"))
                .then()
                .statusCode(200);
        JsonPath record = run("rep-contact-record", "rep-east", Map.of("id", contact));
        given().get(record.getString("data.node.attachments[0].url")).then().statusCode(200);
    }

    private String theBooks(String customer) {
        String number = "OPS-" + key();
        String receivable = run(
                        "office-issue-receivable",
                        "finance",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "customerId",
                                        customer,
                                        "number",
                                        number,
                                        "issueDate",
                                        today.minusDays(40).toString(),
                                        "amount",
                                        cny("900.00"),
                                        "dueDate",
                                        today.minusDays(10).toString())))
                .getString("data.issueReceivable.receivable.id");
        String payment = run(
                        "office-record-payment",
                        "finance",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "customerId",
                                        customer,
                                        "amount",
                                        cny("500.00"),
                                        "receivedOn",
                                        today.toString(),
                                        "method",
                                        "BANK_TRANSFER",
                                        "allocations",
                                        List.of(Map.of("receivableId", receivable, "amount", "300.00")),
                                        "autoApply",
                                        false)))
                .getString("data.recordPayment.payment.id");
        assertThat(run("rep-receivable", "rep-east", Map.of("number", number))
                        .getString("data.receivable.balance.amount"))
                .isEqualTo("600.00");
        run(
                "office-apply-unapplied-cash",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "paymentId",
                                payment,
                                "allocations",
                                List.of(Map.of("receivableId", receivable, "amount", "50.00")),
                                "autoApply",
                                false)));
        run(
                "office-refund-unapplied",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "paymentId",
                                payment,
                                "on",
                                today.toString(),
                                "amount",
                                cny("150.00"),
                                "reason",
                                "Too much came in.")));
        run(
                "office-unapply-payment",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "paymentId",
                                payment,
                                "receivableId",
                                receivable,
                                "on",
                                today.toString(),
                                "reason",
                                "It was for another.")));
        run("office-payment", "finance", Map.of("id", payment));
        String bounced = run(
                        "office-record-payment",
                        "finance",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "customerId",
                                        customer,
                                        "amount",
                                        cny("10.00"),
                                        "receivedOn",
                                        today.toString(),
                                        "method",
                                        "CHEQUE")))
                .getString("data.recordPayment.payment.id");
        run(
                "office-reverse-payment",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "paymentId",
                                bounced,
                                "on",
                                today.toString(),
                                "reason",
                                "The cheque bounced.")));
        run(
                "office-issue-credit-note",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "receivableId",
                                receivable,
                                "number",
                                "CN-" + key(),
                                "issueDate",
                                today.toString(),
                                "amount",
                                cny("100.00"),
                                "reason",
                                "Goods came back.")));
        run(
                "office-write-off",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "receivableId",
                                receivable,
                                "on",
                                today.toString(),
                                "amount",
                                cny("5.00"),
                                "reason",
                                "Not worth a letter.")));
        run(
                "office-undo-write-off",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "receivableId",
                                receivable,
                                "on",
                                today.toString(),
                                "reason",
                                "It came after all.")));
        run("office-receivables", "finance", Map.of("first", 50));
        run("office-payments", "finance", Map.of("first", 50));
        return receivable;
    }

    private void aPlan(String customer, String receivable) {
        JsonPath approved = proposed(customer, receivable);
        run("office-payment-plan", "finance", Map.of("id", approved.getString("id")));
        int version = run(
                        "office-approve-plan",
                        "finance",
                        Map.of("input", decision(approved.getString("id"), approved.getInt("version"))))
                .getInt("data.approvePaymentPlan.paymentPlan.version");
        run("office-cancel-plan", "finance", Map.of("input", decision(approved.getString("id"), version)));
        JsonPath rejected = proposed(customer, receivable);
        run(
                "office-reject-plan",
                "finance",
                Map.of("input", decision(rejected.getString("id"), rejected.getInt("version"))));
    }

    private JsonPath proposed(String customer, String receivable) {
        return run(
                        "rep-propose-plan",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "customerId",
                                        customer,
                                        "receivableIds",
                                        List.of(receivable),
                                        "equal",
                                        Map.of(
                                                "count",
                                                2,
                                                "firstDueDate",
                                                today.plusDays(10).toString(),
                                                "every",
                                                "MONTH"))))
                .setRootPath("data.proposePaymentPlan.paymentPlan");
    }

    private static Map<String, Object> decision(String id, int version) {
        return Map.of("clientKey", key(), "id", id, "version", version);
    }

    private void theOffice() {
        int version =
                run("office-settings", "admin", Map.of("year", today.getYear())).getInt("data.tenantSettings.version");
        run("office-update-settings", "admin", Map.of("input", Map.of("version", version, "dueSoonDays", 7)));
        run(
                "office-set-holidays",
                "admin",
                Map.of(
                        "year",
                        today.getYear() + 1,
                        "input",
                        Map.of(
                                "year",
                                today.getYear() + 1,
                                "holidays",
                                List.of(Map.of("date", (today.getYear() + 1) + "-01-01", "name", "元旦")))));
        String created = run(
                        "office-create-customer",
                        "finance",
                        Map.of("input", Map.of("code", "OPS" + key(), "name", "Demo Shop")))
                .getString("data.createCustomer.customer.id");
        run("office-update-customer", "finance", Map.of("input", Map.of("id", created, "version", 1, "grade", "B")));
        run("office-aging", "finance", Map.of("groupBy", "CUSTOMER"));
        run("office-run-job", "admin", Map.of("input", Map.of("job", "INSTALLMENT_ALERTS")));
        run("office-job-runs", "finance", Map.of());
        run("office-import-runs", "finance", Map.of());
        run("office-audit-events", "admin", Map.of("first", 50));
    }

    private void thePortal() {
        run("partner-account", "partner-d01", Map.of());
        run(
                "partner-report-sell-out",
                "partner-d01",
                Map.of(
                        "input",
                        Map.of(
                                "reportedOn",
                                today.toString(),
                                "lines",
                                List.of(Map.of("sku", "SKU-TEA", "onHand", "8")))));
    }

    /** The answer to one of the documents, which has no errors of either kind. */
    JsonPath run(String name, String person, Map<String, ?> variables) {
        Map<String, JsonPath> answer = new HashMap<>();
        statements.put(name, Statements.duringOnce(() -> answer.put("json", ask(person, text(name), variables))));
        JsonPath json = answer.get("json");
        Map<String, Object> data = json.getMap("data");
        data.values().stream()
                .filter(Map.class::isInstance)
                .map(value -> ((Map<?, ?>) value).get("userErrors"))
                .filter(Objects::nonNull)
                .forEach(errors -> assertThat((List<?>) errors).as(name).isEmpty());
        answered.add(name);
        return json;
    }

    /** The answer to any document, which has no errors. */
    JsonPath ask(String person, String document, Map<String, ?> variables) {
        JsonPath json = given().header("Authorization", "Bearer " + tokenOf.get(person))
                .contentType("application/json")
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(json.getList("errors")).as(document).isNull();
        return json;
    }

    private static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    private static String key() {
        return Uuids.next().toString();
    }

    /** The text of a document. */
    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".graphql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all documents. */
    static Set<String> documents() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".graphql", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
