package io.huikuan.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents about disputes, sent by the people whose they are. */
final class DisputesAtWork {

    private final AppsAtWork apps;

    DisputesAtWork(AppsAtWork apps) {
        this.apps = apps;
    }

    /** A rep writes down what the customer refuses to pay, the office decides, and a partner refuses by himself. */
    void run(String customer, String receivable) {
        JsonPath first = opened(receivable);
        String id = first.getString("id");
        int version = apps.run(
                        "rep-change-dispute",
                        "rep-east",
                        Map.of(
                                "input",
                                input(id, Map.of("version", first.getInt("version"), "department", "LOGISTICS"))))
                .getInt("data.changeDispute.dispute.version");
        apps.run(
                "rep-comment-on-dispute",
                "rep-east",
                Map.of("input", input(id, Map.of("text", "Two boxes are missing.", "internal", false))));
        apps.run(
                "rep-attach-to-dispute",
                "rep-east",
                Map.of("input", input(id, Map.of("attachmentIds", List.of(aPhoto(customer))))));
        apps.run("rep-disputes", "rep-east", Map.of("first", 50));
        assertThat(apps.run("rep-customer-disputes", "rep-east", Map.of("id", customer))
                        .<String>getList("data.customer.receivables.nodes.disputed"))
                .contains("30.00");
        apps.run("office-disputed-aging", "finance", Map.of("groupBy", "CUSTOMER"));
        apps.run(
                "office-accept-dispute",
                "finance",
                Map.of("input", input(id, Map.of("version", version, "answer", "They were not loaded."))));
        JsonPath second = opened(receivable);
        apps.run(
                "office-reject-dispute",
                "manager-east",
                Map.of(
                        "input",
                        input(
                                second.getString("id"),
                                Map.of("version", second.getInt("version"), "answer", "The price was agreed."))));
        apps.run(
                "rep-withdraw-dispute",
                "rep-east",
                Map.of("input", input(opened(receivable).getString("id"), Map.of())));
        ofAPartner();
        apps.run("office-run-job", "admin", Map.of("input", Map.of("job", "DISPUTE_ALERTS")));
    }

    /** A photo that was taken at a visit; the id of the attachment. */
    private String aPhoto(String customer) {
        String contact = apps.run(
                        "rep-log-contact",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "customerId",
                                        customer,
                                        "channel",
                                        "VISIT",
                                        "outcome",
                                        "DISPUTED",
                                        "occurredAt",
                                        apps.today().minusDays(1) + "T07:45:00Z",
                                        "summary",
                                        "He showed what came.",
                                        "outsideReason",
                                        "They asked for it.")))
                .getString("data.logContact.contactRecord.id");
        byte[] file = "%PDF-1.7 note".getBytes(StandardCharsets.US_ASCII);
        JsonPath upload = apps.run(
                "rep-request-attachment-upload",
                "rep-east",
                Map.of(
                        "input",
                        Map.of(
                                "contactRecordId",
                                contact,
                                "name",
                                "delivery-note.pdf",
                                "size",
                                file.length,
                                "contentType",
                                "application/pdf")));
        given().contentType("application/pdf")
                .body(file)
                .put(upload.getString("data.requestAttachmentUpload.upload.url"))
                .then()
                .statusCode(200);
        return apps.run("rep-contact-record", "rep-east", Map.of("id", contact))
                .getString("data.node.attachments[0].id");
    }

    private JsonPath opened(String receivable) {
        return apps.run(
                        "rep-open-dispute",
                        "rep-east",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "receivableId",
                                        receivable,
                                        "amount",
                                        Map.of("amount", "30.00", "currency", "CNY"),
                                        "reason",
                                        "QUANTITY",
                                        "description",
                                        "Two boxes did not come.")))
                .setRootPath("data.openDispute.dispute");
    }

    private void ofAPartner() {
        String number = apps.run("partner-account", "partner-d01", Map.of())
                .getString("data.myAccount.openReceivables.nodes[0].number");
        String id = apps.run(
                        "partner-open-dispute",
                        "partner-d01",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        Uuids.next().toString(),
                                        "receivableNumber",
                                        number,
                                        "amount",
                                        Map.of("amount", "11.00", "currency", "CNY"),
                                        "reason",
                                        "QUALITY",
                                        "description",
                                        "A box was wet.")))
                .getString("data.openMyDispute.dispute.id");
        apps.run(
                "partner-comment-on-dispute",
                "partner-d01",
                Map.of("input", input(id, Map.of("text", "We kept it for you to see."))));
        assertThat(apps.run("partner-disputes", "partner-d01", Map.of())
                        .<List<Boolean>>getList("data.myDisputes.nodes.comments.nodes.own"))
                .contains(List.of(true));
        apps.run("partner-withdraw-dispute", "partner-d01", Map.of("input", input(id, Map.of())));
    }

    private static Map<String, Object> input(String id, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("clientKey", Uuids.next().toString());
        input.put("id", id);
        return input;
    }
}
