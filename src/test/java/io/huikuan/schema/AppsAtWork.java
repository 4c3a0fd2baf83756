package io.huikuan.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.demo.DemoTenant;
import io.huikuan.platform.demo.DemoTokens;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import io.huikuan.support.Statements;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
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
        tokenOf = new HashMap<>(
                tokens.all().stream().collect(Collectors.toMap(DemoTokens.Person::name, DemoTokens.Person::token)));
        today = LocalDate.parse(run("viewer", "finance", Map.of()).getString("data.viewer.tenant.businessDate"));
    }

    /**
     * Every document is sent, and nothing is refused.
     *
     * @param givenUp gives up one notification, whose id it tells
     */
    void doEverything(Supplier<String> givenUp) {
        String customer = aRepsDay();
        new ContactsAtWork(this).run(customer);
        String receivable = theBooks(customer);
        aPlan(customer, receivable);
        credit(customer);
        contracts(customer);
        paymentProcess(customer, receivable);
        announcements(customer, receivable);
        new PromisesAtWork(this).run(customer, receivable);
        new DisputesAtWork(this).run(customer, receivable);
        new LettersAtWork(this).run(customer);
        new ConcessionsAtWork(this).run(customer);
        new StrategiesAtWork(this).run(customer, receivable);
        new EscalationsAtWork(this).run(customer);
        aPartnersPeople();
        theOffice();
        thePortal();
        notifications(givenUp);
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
                                        "He asked for the statement.",
                                        "outsideReason",
                                        "They asked for it.")))
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
        String cursor = aPhoneThatHoldsEverything();
        aBatch(customer, alerts.get(0));
        assertThat(run("rep-changes", "rep-east", Map.of("first", 50, "after", cursor))
                        .<String>getList("data.changes.nodes.__typename"))
                .containsExactlyInAnyOrder("ContactPerson", "ContactRecord", "Alert");
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

    private String aPhoneThatHoldsEverything() {
        JsonPath page = run("rep-changes", "rep-east", Map.of("first", 100));
        while (page.getBoolean("data.changes.hasMore")) {
            page = run("rep-changes", "rep-east", Map.of("first", 100, "after", page.getString("data.changes.cursor")));
        }
        return page.getString("data.changes.cursor");
    }

    private void aBatch(String customer, String alert) {
        Map<String, Object> person = Map.of(
                "clientKey",
                "person of " + customer + today + key(),
                "saveContactPerson",
                Map.of("customerId", customer, "name", "Demo Storekeeper"));
        Map<String, Object> contact = Map.of(
                "customerId",
                customer,
                "contactPersonId",
                "made:" + person.get("clientKey"),
                "channel",
                "VISIT",
                "outcome",
                "REACHED",
                "occurredAt",
                today.minusDays(1) + "T08:30:00Z",
                "summary",
                "He showed the store.",
                "outsideReason",
                "They asked for it.");
        List<Map<String, Object>> operations = List.of(
                person,
                Map.of("clientKey", key(), "logContact", contact),
                Map.of("clientKey", key(), "acknowledgeAlert", Map.of("id", alert, "occurrence", 1)));
        assertThat(run("rep-submit-batch", "rep-east", Map.of("input", Map.of("operations", operations)))
                        .<String>getList("data.submitBatch.results.status"))
                .containsExactly("DONE", "DONE", "DONE");
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

    private void credit(String ofRep) {
        run(
                "rep-customer-credit",
                "rep-east",
                Map.of("id", ofRep, "asOf", today.minusDays(1).toString()));
        String code = "CRD" + key();
        String customer = run(
                        "office-create-customer",
                        "finance",
                        Map.of("input", Map.of("code", code, "name", "Demo Shop", "creditLimit", cny("1000.00"))))
                .getString("data.createCustomer.customer.id");
        int version = run(
                        "office-set-credit-limit",
                        "finance",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "customerId",
                                        customer,
                                        "version",
                                        1,
                                        "amount",
                                        cny("5000.00"),
                                        "reason",
                                        "It asked for more.")))
                .getInt("data.setCreditLimit.standing.version");
        run(
                "office-assess-credit",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "customerId",
                                customer,
                                "version",
                                1,
                                "grade",
                                "B",
                                "lookedAt",
                                List.of("The accounts of the year"),
                                "validUntil",
                                today.plusYears(1).toString())));
        run(
                "office-release-credit-rules",
                "admin",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "customerId",
                                customer,
                                "version",
                                version,
                                "rules",
                                List.of("DAYS_OVERDUE"),
                                "reason",
                                "It has paid today.",
                                "until",
                                today.plusDays(7).toString())));
        run(
                "erp-record-credit-order",
                "finance",
                Map.of(
                        "input",
                        Map.of("clientKey", key(), "customerId", customer, "number", key(), "amount", cny("800.00"))));
        run("office-credit-orders", "finance", Map.of("filter", Map.of("customerId", customer, "open", true)));
        aHold(customer);
        assertThat(run("erp-credit-check", "finance", Map.of("customerCode", code, "orderAmount", cny("4190.00")))
                        .getBoolean("data.creditCheck.allowed"))
                .isTrue();
        fetch("finance", "/credit-checks?customer=" + code + "&amount=4190.00&currency=CNY");
        creditPolicy();
        run("partner-credit", "partner-d01", Map.of());
    }

    private void contracts(String customer) {
        Map<String, Object> clause =
                Map.of("form", "WRITTEN", "seal", "PERSONAL", "due", "WHEN_SOLD", "amount", cny("1000.00"));
        assertThat(run("rep-check-contract", "rep-east", Map.of("clause", clause))
                        .<String>getList("data.checkContract.findings.kind"))
                .contains("PERSONAL_SEAL", "DUE_WHEN_SOLD");
        JsonPath contract = run(
                        "rep-record-contract",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "customerId",
                                        customer,
                                        "number",
                                        key(),
                                        "validFrom",
                                        today.toString(),
                                        "clause",
                                        clause)))
                .setRootPath("data.recordContract.contract");
        run(
                "rep-update-contract",
                "rep-east",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "id",
                                contract.getString("id"),
                                "version",
                                contract.getInt("version"),
                                "validFrom",
                                today.toString(),
                                "signedOn",
                                today.toString(),
                                "clause",
                                Map.of(
                                        "form",
                                        "WRITTEN",
                                        "seal",
                                        "CONTRACT_SEAL",
                                        "due",
                                        "DAYS_AFTER_DELIVERY",
                                        "dueDays",
                                        30))));
        run("office-contracts", "finance", Map.of("filter", Map.of("customerId", customer, "flawed", true)));
        int version = run("office-contract-policy", "admin", Map.of()).getInt("data.contractPolicy.version");
        run(
                "office-update-contract-policy",
                "admin",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "version",
                                version,
                                "capitalRate",
                                "0.06",
                                "lateDays",
                                90,
                                "longestDays",
                                90)));
    }

    private void paymentProcess(String customer, String receivable) {
        JsonPath person = run(
                        "rep-save-contact-person",
                        "rep-east",
                        Map.of("input", Map.of("customerId", customer, "name", "Demo Accountant")))
                .setRootPath("data.saveContactPerson.contactPerson");
        int version = run("rep-decision-map", "rep-east", Map.of("id", customer))
                .getInt("data.customer.paymentProcess.version");
        int step = run(
                        "rep-save-payment-process",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "customerId",
                                        customer,
                                        "version",
                                        version,
                                        "steps",
                                        List.of(
                                                Map.of("name", "Goods received", "usualDays", 2),
                                                Map.of(
                                                        "name",
                                                        "Signed",
                                                        "usualDays",
                                                        5,
                                                        "contactPersonId",
                                                        person.getString("id"))))))
                .getInt("data.savePaymentProcess.paymentProcess.steps[1].number");
        run(
                "rep-move-claim",
                "rep-east",
                Map.of(
                        "input",
                        Map.of("clientKey", key(), "receivableId", receivable, "step", step, "note", "It waits.")));
        run("rep-claim-steps", "rep-east", Map.of("id", receivable));
        run("rep-stuck-claims", "rep-east", Map.of());
    }

    private void aHold(String customer) {
        JsonPath hold = run(
                        "office-place-credit-hold",
                        "finance",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "customerId",
                                        customer,
                                        "scope",
                                        "ALL",
                                        "cause",
                                        "RISK",
                                        "reason",
                                        "Its bank called.")))
                .setRootPath("data.placeCreditHold.creditHold");
        run(
                "office-release-credit-hold",
                "admin",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "id",
                                hold.getString("id"),
                                "version",
                                hold.getInt("version"),
                                "reason",
                                "Its owner stands in.",
                                "until",
                                today.plusDays(30).toString())));
        run("office-credit-holds", "finance", Map.of("filter", Map.of("customerId", customer)));
        run(
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
                                "OPS-" + key(),
                                "issueDate",
                                today.toString(),
                                "amount",
                                cny("10.00"),
                                "dueDate",
                                today.plusDays(10).toString())));
    }

    private void creditPolicy() {
        int version = run("office-credit-policy", "admin", Map.of()).getInt("data.creditPolicy.version");
        run(
                "office-set-credit-rule",
                "admin",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "version",
                                version,
                                "rule",
                                "DAYS_OVERDUE",
                                "grade",
                                "A",
                                "mode",
                                "BLOCK",
                                "days",
                                60,
                                "reason",
                                "They always pay in the end.")));
        run(
                "office-update-credit-policy",
                "admin",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "version",
                                version + 1,
                                "countOrders",
                                true,
                                "trial",
                                Map.of("amount", cny("1000.00"), "step", "500.00", "every", 3, "most", "5000.00"))));
    }

    private static Map<String, Object> decision(String id, int version) {
        return Map.of("clientKey", key(), "id", id, "version", version);
    }

    private void aPartnersPeople() {
        String partner = run("rep-customer-list", "finance", Map.of("first", 50))
                .getString("data.customers.nodes.find { it.code == 'D01' }.id");
        String secret = run(
                        "office-invite-partner-user",
                        "finance",
                        Map.of(
                                "input",
                                Map.of("customerId", partner, "email", "guest@demo.example", "name", "Demo Guest")))
                .getString("data.invitePartnerUser.secret");
        String guest = key();
        given().contentType("application/json")
                .body(Map.of("secret", secret, "token", tokenOfGuest(guest, guest)))
                .post("/invitations/accept")
                .then()
                .statusCode(200);
        tokenOf.put("guest", tokenOfGuest(guest, "renamed " + guest));
        run("viewer", "guest", Map.of());
        String user = run("office-partner-users", "finance", Map.of("customerId", partner))
                .getString("data.partnerUsers.users.find { it.name == 'renamed " + guest + "' }.id");
        run("office-remove-partner-user", "finance", Map.of("input", Map.of("userId", user)));
    }

    private static String tokenOfGuest(String subject, String name) {
        return CDI.current()
                .select(TokenIssuer.class)
                .get()
                .issue(new TokenRequest(
                        "demo",
                        subject,
                        name,
                        Optional.of("guest@demo.example"),
                        Set.of(Role.PARTNER),
                        Optional.empty(),
                        Optional.of("D01"),
                        Duration.ofHours(1)));
    }

    private void announcements(String customer, String receivable) {
        String mine = run(
                        "partner-announce-payment",
                        "partner-d01",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "amount",
                                        cny("12.50"),
                                        "paidOn",
                                        today.toString(),
                                        "reference",
                                        "BANK-1")))
                .getString("data.announceMyPayment.paymentAnnouncement.id");
        run("partner-announcements", "partner-d01", Map.of());
        run("partner-withdraw-announcement", "partner-d01", Map.of("input", Map.of("clientKey", key(), "id", mine)));
        run("office-announcements", "finance", Map.of());
        run(
                "rep-withdraw-announcement",
                "rep-east",
                Map.of("input", Map.of("clientKey", key(), "id", announced(customer, receivable))));
        run(
                "office-reject-announcement",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "id",
                                announced(customer, receivable),
                                "reason",
                                "Nothing came in.")));
        run(
                "office-confirm-announcement",
                "finance",
                Map.of(
                        "input",
                        Map.of(
                                "clientKey",
                                key(),
                                "id",
                                announced(customer, receivable),
                                "receivedOn",
                                today.toString(),
                                "method",
                                "BANK_TRANSFER")));
    }

    private String announced(String customer, String receivable) {
        return run(
                        "rep-announce-payment",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        key(),
                                        "customerId",
                                        customer,
                                        "amount",
                                        cny("20.00"),
                                        "paidOn",
                                        today.toString(),
                                        "receivableIds",
                                        List.of(receivable))))
                .getString("data.announcePayment.paymentAnnouncement.id");
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
        run(
                "office-update-customer",
                "finance",
                Map.of("input", Map.of("id", created, "version", 1, "grade", "B", "creditLimit", cny("100.00"))));
        run("office-aging", "finance", Map.of("groupBy", "CUSTOMER"));
        run("office-cost-of-bad-debt", "finance", Map.of());
        run("office-run-job", "admin", Map.of("input", Map.of("job", "INSTALLMENT_ALERTS")));
        run(
                "office-statement",
                "finance",
                Map.of("customerId", created, "from", today.minusDays(90).toString()));
        run("office-job-runs", "finance", Map.of());
        run("office-import-runs", "finance", Map.of());
        run("office-audit-events", "admin", Map.of("first", 50));
    }

    private void thePortal() {
        run("partner-account", "partner-d01", Map.of());
        run(
                "partner-statement",
                "partner-d01",
                Map.of("from", today.minusDays(90).toString()));
        fetch("partner-d01", "/statements/mine.csv?from=" + today.minusDays(90));
        fetch("partner-d01", "/statements/mine.html?lang=zh-CN");
        fetch(
                "partner-d01",
                run("partner-create-calendar-link", "partner-d01", Map.of())
                        .getString("data.createMyCalendarLink.path"));
        run("partner-calendar-link", "partner-d01", Map.of());
        run("partner-revoke-calendar-link", "partner-d01", Map.of());
        run("partner-alerts", "partner-d01", Map.of());
        answered.add("partner-alert-raised");
        run("partner-save-contact", "partner-d01", Map.of("input", Map.of("name", "Demo Buyer")));
        run("partner-contacts", "partner-d01", Map.of());
        given().header("Authorization", "Bearer " + tokenOf.get("partner-d01"))
                .contentType("text/csv")
                .body("reported_on,sku,on_hand\n" + today.minusDays(1) + ",SKU-TEA,9\n")
                .post("/imports/my-sell-out")
                .then()
                .statusCode(200);
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

    private void notifications(Supplier<String> givenUp) {
        run("office-notifications", "admin", Map.of("first", 20));
        run("office-retry-notification", "admin", Map.of("input", Map.of("id", givenUp.get())));
        run("office-notification-endpoints", "admin", Map.of());
        JsonPath endpoint = run(
                        "office-save-notification-endpoint",
                        "admin",
                        Map.of(
                                "input",
                                Map.of(
                                        "kind",
                                        "WEBHOOK",
                                        "name",
                                        "ERP",
                                        "url",
                                        "https://erp.example.com/hook",
                                        "active",
                                        false)))
                .setRootPath("data.saveNotificationEndpoint.endpoint");
        String id = endpoint.getString("id");
        run(
                "office-save-notification-endpoint",
                "admin",
                Map.of(
                        "input",
                        Map.of("id", id, "version", endpoint.getInt("version"), "name", "The ERP", "active", false)));
        run("office-rotate-endpoint-secret", "admin", Map.of("input", Map.of("id", id)));
        run("office-remove-notification-endpoint", "admin", Map.of("input", Map.of("id", id)));
        int defaults =
                run("office-notification-defaults", "admin", Map.of()).getInt("data.notificationDefaults.version");
        run(
                "office-update-notification-defaults",
                "admin",
                Map.of("input", Map.of("version", defaults, "language", "ZH_CN", "digestHour", 8)));
        int own = run("rep-notification-preferences", "rep-east", Map.of())
                .getInt("data.notificationPreferences.version");
        run(
                "rep-update-notification-preferences",
                "rep-east",
                Map.of(
                        "input",
                        Map.of(
                                "version",
                                own,
                                "choices",
                                List.of(Map.of(
                                        "alertType", "DATA_QUALITY", "channels", List.of("EMAIL"), "digest", true)))));
        String device = run(
                        "rep-register-device",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "kind", "WEB_PUSH",
                                        "name", "Phone",
                                        "endpoint", "https://push.example.com/" + key(),
                                        "key",
                                                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                                        "secret", "BTBZMqHH6r4Tts7J_aSIgg")))
                .getString("data.registerDevice.device.id");
        run("rep-devices", "rep-east", Map.of());
        run("rep-unregister-device", "rep-east", Map.of("input", Map.of("id", device)));
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

    /** Fetches a file. */
    /** What is there for a GET. */
    void fetch(String person, String path) {
        given().header("Authorization", "Bearer " + tokenOf.get(person))
                .get(path)
                .then()
                .statusCode(200);
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
