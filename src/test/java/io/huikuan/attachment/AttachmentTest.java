package io.huikuan.attachment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Api;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttachmentTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final String PDF = "application/pdf";
    private static final byte[] STATEMENT = pdf("signed");
    private static final int MOST = 5 * 1024 * 1024;

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    @Inject
    UnfinishedUploads unfinished;

    private Actor tenant;
    private Api rep;
    private UUID customer;
    private String record;

    @BeforeEach
    void log_a_contact() {
        clock.set(NOW);
        tenant = tenancy.tenant("Asia/Shanghai");
        rep = Api.as(tenant, Role.REP, "rep");
        customer = tenancy.customer(tenant, rep.userUuid(), null);
        record = contact(null);
    }

    @AfterEach
    void reset_the_clock() {
        clock.reset();
    }

    private static byte[] pdf(String content) {
        return ("%PDF-1.7\n" + content).getBytes(StandardCharsets.UTF_8);
    }

    private String contact(String person) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "customerId",
                NodeId.of(NodeKind.CUSTOMER, customer),
                "channel",
                "VISIT",
                "outcome",
                "PROMISED",
                "occurredAt",
                "2026-03-01T03:00:00Z",
                "summary",
                "He signed.",
                "outsideReason",
                "They asked for it."));
        input.put("contactPersonId", person);
        return rep.mutate("logContact", "LogContactInput", input, "contactRecord", "id")
                .getString("contactRecord.id");
    }

    private JsonPath ask(Api person, String contactRecord, String key, String name, int size, String type) {
        Map<String, Object> input = new HashMap<>(
                Map.of("contactRecordId", contactRecord, "name", name, "size", size, "contentType", type));
        input.put("clientKey", key);
        return person.mutate(
                "requestAttachmentUpload",
                "RequestAttachmentUploadInput",
                input,
                "upload",
                "id url expiresAt attachment { id sha256 }");
    }

    private String way(byte[] bytes) {
        return ask(rep, record, null, "statement.pdf", bytes.length, PDF).getString("upload.url");
    }

    private static ValidatableResponse put(String url, byte[] bytes) {
        return given().contentType(PDF).body(bytes).when().put(url).then();
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("errors[0].extensions.code", equalTo(code));
    }

    private List<Map<String, Object>> attachments(Api person, String contactRecord) {
        return person.ask(
                        "query($id: ID!) { node(id: $id) { ... on ContactRecord { attachments { id name contentType size sha256 url expiresAt"
                                + " erasedAt uploadedAt uploadedBy { name } } } } }",
                        Map.of("id", contactRecord))
                .getList("data.node.attachments");
    }

    private Map<String, Object> attached(byte[] bytes) {
        put(way(bytes), bytes).statusCode(200);
        List<Map<String, Object>> all = attachments(rep, record);
        return all.get(all.size() - 1);
    }

    @Test
    void what_was_sent_is_there_with_its_hash_and_can_be_read() {
        JsonPath upload = ask(rep, record, null, "对账单 (1).pdf", STATEMENT.length, PDF);
        assertThat(Api.codes(upload)).isEmpty();
        assertThat(attachments(rep, record)).isEmpty();

        put(upload.getString("upload.url"), STATEMENT)
                .statusCode(200)
                .body("id", equalTo(upload.getString("upload.id")))
                .body("sha256", equalTo(Sha256.of(STATEMENT)));

        Map<String, Object> attachment = attachments(rep, record).get(0);
        assertThat(attachment)
                .containsEntry("id", upload.getString("upload.id"))
                .containsEntry("name", "对账单 (1).pdf")
                .containsEntry("contentType", PDF)
                .containsEntry("size", STATEMENT.length)
                .containsEntry("sha256", Sha256.of(STATEMENT))
                .containsEntry("uploadedBy", Map.of("name", "rep"))
                .containsEntry("erasedAt", null);
        byte[] read = given().get((String) attachment.get("url"))
                .then()
                .statusCode(200)
                .contentType(PDF)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"___ _1_.pdf\"; filename*=UTF-8''%E5%AF%B9%E8%B4%A6%E5%8D%95%20%281%29.pdf")
                .extract()
                .asByteArray();
        assertThat(read).isEqualTo(STATEMENT);
    }

    @Test
    void whoever_does_not_see_the_record_sees_no_attachment_and_adds_none() {
        String id = (String) attached(STATEMENT).get("id");
        Api otherRep = Api.as(tenant, Role.REP, "other");
        Api otherTenant = Api.as(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, "admin");

        for (Api stranger : List.of(otherRep, otherTenant)) {
            assertThat(Api.codes(ask(stranger, record, null, "x.pdf", 9, PDF))).containsExactly("NOT_FOUND");
            assertThat(stranger.ask("{ node(id: \"" + id + "\") { id } }").getMap("data.node"))
                    .isNull();
        }
        assertThat(rep.ask("{ node(id: \"" + id + "\") { ... on Attachment { sha256 } } }")
                        .getString("data.node.sha256"))
                .isEqualTo(Sha256.of(STATEMENT));
    }

    @Test
    void a_partner_has_no_way_to_attachments() {
        String code = tenancy.call(
                tenant,
                () -> sql.of("select code from customer where tenant_id = :tenant and id = :id")
                        .bind("id", customer)
                        .one(row -> row.text("code")));
        Api partner = Api.partner(tenant, code);

        JsonPath answer = partner.ask("mutation { requestAttachmentUpload(input: {contactRecordId: \"" + record
                + "\", name: \"x\", size: 9, contentType: \"application/pdf\"}) { upload { url } } }");

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
    }

    @Test
    void a_link_is_good_for_what_it_was_made_and_no_longer_than_it_says() {
        String upload = way(STATEMENT);
        put(upload, STATEMENT).statusCode(200);
        Map<String, Object> attachment = attachments(rep, record).get(0);
        String download = (String) attachment.get("url");

        refused(given().get(upload).then(), 404, "NOT_FOUND");
        refused(put(download, STATEMENT), 404, "NOT_FOUND");
        clock.set(Instant.parse((String) attachment.get("expiresAt")).minusSeconds(1));
        given().get(download).then().statusCode(200);
        clock.set(Instant.parse((String) attachment.get("expiresAt")));
        refused(given().get(download).then(), 410, "LINK_EXPIRED");
        refused(put(upload, STATEMENT), 410, "LINK_EXPIRED");
    }

    @Test
    void a_link_that_was_tampered_with_leads_nowhere() {
        String download = (String) attached(STATEMENT).get("url");

        for (int at : new int[] {14, 40, 70, 100, 131}) {
            char other = download.charAt(at) == 'A' ? 'B' : 'A';
            refused(
                    given().get(download.substring(0, at) + other + download.substring(at + 1))
                            .then(),
                    404,
                    "NOT_FOUND");
        }
        refused(given().get("/attachments/x").then(), 404, "NOT_FOUND");
    }

    @Test
    void a_link_that_is_read_again_within_a_moment_is_the_same() {
        Map<String, Object> once = attached(STATEMENT);

        assertThat(attachments(rep, record).get(0)).isEqualTo(once);
    }

    @Test
    void everything_wrong_with_a_file_is_told_at_once() {
        JsonPath refused = ask(rep, record, null, "../x", MOST + 1, "text/html");

        assertThat(Api.codes(refused)).containsExactly("INVALID_VALUE", "TOO_LARGE", "UNSUPPORTED_MEDIA");
        assertThat(Api.fields(refused)).containsExactly("name", "size", "contentType");
        assertThat(Api.codes(ask(rep, record, null, " ", 0, PDF))).containsExactly("REQUIRED", "INVALID_VALUE");
    }

    @Test
    void bytes_that_are_not_what_was_announced_are_not_kept() {
        String url = way(STATEMENT);

        refused(put(url, Arrays.copyOf(STATEMENT, STATEMENT.length - 1)), 400, "INVALID_VALUE");
        refused(put(url, Arrays.copyOf(STATEMENT, STATEMENT.length + 1)), 413, "TOO_LARGE");
        refused(put(url, new byte[STATEMENT.length]), 415, "UNSUPPORTED_MEDIA");
        refused(put(url, new byte[0]), 400, "INVALID_VALUE");
        refused(given().contentType("image/png").body(STATEMENT).put(url).then(), 415, "UNSUPPORTED_MEDIA");
        refused(
                given().contentType(PDF)
                        .header("Content-Encoding", "gzip")
                        .body(STATEMENT)
                        .put(url)
                        .then(),
                415,
                "UNSUPPORTED_MEDIA");
        assertThat(attachments(rep, record)).isEmpty();
        put(url, STATEMENT).statusCode(200);
    }

    @Test
    void the_largest_file_fits() {
        byte[] large = Arrays.copyOf(STATEMENT, MOST);

        Map<String, Object> attachment = attached(large);

        assertThat(given().get((String) attachment.get("url")).then().extract().asByteArray())
                .isEqualTo(large);
    }

    @Test
    void what_has_come_is_not_replaced() {
        String url = way(STATEMENT);
        put(url, STATEMENT).statusCode(200);

        put(url, STATEMENT).statusCode(200).body("sha256", equalTo(Sha256.of(STATEMENT)));
        refused(put(url, pdf("forged")), 409, "ALREADY_DONE");
        assertThat(attachments(rep, record)).hasSize(1);
    }

    @Test
    void a_repeat_asks_for_the_same_attachment() {
        JsonPath first = ask(rep, record, "key", "a.pdf", STATEMENT.length, PDF);
        JsonPath second = ask(rep, record, "key", "a.pdf", STATEMENT.length, PDF);
        assertThat(second.getString("upload.id")).isEqualTo(first.getString("upload.id"));
        assertThat(Api.codes(ask(rep, record, "key", "b.pdf", STATEMENT.length, PDF)))
                .containsExactly("CLIENT_KEY_REUSED");

        put(second.getString("upload.url"), STATEMENT).statusCode(200);
        JsonPath third = ask(rep, record, "key", "a.pdf", STATEMENT.length, PDF);

        assertThat(third.getString("upload.url")).isNull();
        assertThat(third.getString("upload.attachment.sha256")).isEqualTo(Sha256.of(STATEMENT));
    }

    @Test
    void what_never_came_is_given_up_and_can_be_asked_for_again() {
        JsonPath first = ask(rep, record, "key", "a.pdf", STATEMENT.length, PDF);
        clock.set(NOW.plusSeconds(3599));
        assertThat(swept()).isZero();
        clock.set(NOW.plusSeconds(3601));
        assertThat(swept()).isEqualTo(1);

        JsonPath again = ask(rep, record, "key", "a.pdf", STATEMENT.length, PDF);

        assertThat(again.getString("upload.id")).isEqualTo(first.getString("upload.id"));
        put(again.getString("upload.url"), STATEMENT).statusCode(200);
        assertThat(swept()).isZero();
        assertThat(attachments(rep, record)).hasSize(1);
    }

    private int swept() {
        return tenancy.callOutside(tenant, unfinished::giveUp);
    }

    @Test
    void a_record_has_only_so_many_also_when_all_ask_at_the_same_moment() throws Exception {
        attached(STATEMENT);

        List<List<String>> codes = AtOnce.on(16, number -> Api.codes(ask(rep, record, null, "a.pdf", 9, PDF)));

        assertThat(codes.stream().filter(List::isEmpty)).hasSize(9);
        assertThat(codes.stream().filter(List.of("TOO_MANY_ATTACHMENTS")::equals))
                .hasSize(7);
    }

    @Test
    void sixty_four_files_at_once_are_all_there() throws Exception {
        List<String> records =
                IntStream.range(0, 8).mapToObj(i -> contact(null)).toList();
        List<String> ways = IntStream.range(0, 64)
                .mapToObj(i -> ask(rep, records.get(i % 8), null, i + ".pdf", pdf("file " + i).length, PDF)
                        .getString("upload.url"))
                .toList();

        List<Integer> statuses =
                AtOnce.on(64, i -> put(ways.get(i), pdf("file " + i)).extract().statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(records.stream()
                        .flatMap(each -> attachments(rep, each).stream())
                        .map(each -> each.get("name") + " " + each.get("sha256")))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 64)
                        .mapToObj(i -> i + ".pdf " + Sha256.of(pdf("file " + i)))
                        .toList());
    }

    @Test
    void of_twins_one_comes_and_the_other_finds_it_there() throws Exception {
        String url = way(STATEMENT);

        List<Integer> statuses =
                AtOnce.on(16, i -> put(url, STATEMENT).extract().statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(attachments(rep, record)).hasSize(1);
        assertThat(contents()).isEqualTo(1);
    }

    @Test
    void of_two_different_files_on_one_link_exactly_one_comes() throws Exception {
        String url = way(pdf("0"));

        List<Integer> statuses =
                AtOnce.on(8, i -> put(url, pdf(String.valueOf(i))).extract().statusCode());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(7);
        assertThat(contents()).isEqualTo(1);
    }

    private int contents() {
        return tenancy.call(
                tenant,
                () -> sql.of("select count(*) as n from attachment_content where tenant_id = :tenant")
                        .one(row -> row.integer("n")));
    }

    @Test
    void erasing_a_person_erases_the_bytes_of_contacts_with_that_person() {
        JsonPath person = rep.mutate(
                        "saveContactPerson",
                        "SaveContactPersonInput",
                        Map.of("customerId", NodeId.of(NodeKind.CUSTOMER, customer), "name", "Demo Person"),
                        "contactPerson",
                        "id version")
                .setRootPath("data.saveContactPerson.contactPerson");
        String elsewhere = record;
        put(
                        ask(rep, elsewhere, null, "Receipt of Demo Person.pdf", STATEMENT.length, PDF)
                                .getString("upload.url"),
                        STATEMENT)
                .statusCode(200);
        record = contact(person.getString("id"));
        String url = (String) attached(STATEMENT).get("url");
        String late = way(STATEMENT);

        rep.mutate(
                "eraseContactPerson",
                "EraseContactPersonInput",
                Map.of("id", person.getString("id"), "version", person.getInt("version"), "reason", "Asked."),
                "contactPerson",
                "id");

        Map<String, Object> erased = attachments(rep, record).get(0);
        assertThat(erased)
                .containsEntry("name", "")
                .containsEntry("url", null)
                .containsEntry("sha256", Sha256.of(STATEMENT));
        assertThat(erased.get("erasedAt")).isNotNull();
        refused(given().get(url).then(), 404, "NOT_FOUND");
        refused(put(late, STATEMENT), 404, "NOT_FOUND");
        Map<String, Object> other = attachments(rep, elsewhere).get(0);
        assertThat(other).containsEntry("name", "Receipt of ***.pdf").containsEntry("erasedAt", null);
        assertThat(contents()).isEqualTo(1);
    }

    @Test
    void the_attachments_of_many_records_take_one_statement() {
        for (int i = 0; i < 3; i++) {
            record = contact(null);
            attached(STATEMENT);
        }
        String without = "query($id: ID!) { customer(id: $id) { contactHistory(first: 20) { nodes { id } } } }";
        String with =
                "query($id: ID!) { customer(id: $id) { contactHistory(first: 20) { nodes { id attachments { url } } } } }";
        Map<String, String> variables = Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer));

        int before = Statements.during(() -> rep.ask(without, variables));
        int after = Statements.during(() -> rep.ask(with, variables));

        assertThat(after - before).isEqualTo(1);
    }
}
