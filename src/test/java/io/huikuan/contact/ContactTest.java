package io.huikuan.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final String ALL = """
            id channel direction outcome occurredAt durationSeconds summary feedback nextAction nextActionOn recordedAt
            customer { id } contactPerson { id name } receivables { number } recordedBy { name }""";

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Api rep;
    private UUID customer;
    private String customerId;

    @BeforeEach
    void newTenant() {
        clock.set(NOW);
        tenant = tenancy.tenant("Asia/Shanghai");
        rep = Api.as(tenant, Role.REP, "rep");
        customer = tenancy.customer(tenant, rep.userUuid(), null);
        customerId = NodeId.of(NodeKind.CUSTOMER, customer);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private JsonPath log(Object... fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "customerId", customerId,
                "channel", "PHONE",
                "outcome", "REACHED",
                "occurredAt", "2026-03-01T11:00:00+08:00",
                "summary", "Called.",
                "outsideReason", "They asked for it."));
        for (int i = 0; i < fields.length; i += 2) {
            input.put((String) fields[i], fields[i + 1]);
        }
        return rep.mutate("logContact", "LogContactInput", input, "contactRecord", ALL);
    }

    private String person(String name, String phone, String email) {
        return rep.mutate(
                        "saveContactPerson",
                        "SaveContactPersonInput",
                        Map.of("customerId", customerId, "name", name, "phone", phone, "email", email),
                        "contactPerson",
                        "id")
                .getString("contactPerson.id");
    }

    private JsonPath history(String arguments) {
        return rep.ask(
                        "{ customer(id: \"" + customerId + "\") { lastContact { summary } contactHistory(" + arguments
                                + ") { nodes { summary feedback nextAction } pageInfo { hasNextPage endCursor } totalCount } } }")
                .setRootPath("data.customer");
    }

    @Test
    void a_contact_is_kept_with_all_that_belongs_to_it() {
        UUID invoice = tenancy.invoice(tenant, customer, "100", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
        String person = person("Demo Person", "12345678", "person@example.com");

        JsonPath made = log(
                "contactPersonId", person,
                "receivableIds", List.of(NodeId.of(NodeKind.RECEIVABLE, invoice)),
                "direction", "INBOUND",
                "durationSeconds", 90,
                "feedback", "Will pay.\nSoon.",
                "nextAction", "Call again",
                "nextActionOn", "2026-03-05");
        assertThat(Api.codes(made)).isEmpty();
        JsonPath record = made.setRootPath("data.logContact.contactRecord");
        assertThat(record.getString("direction")).isEqualTo("INBOUND");
        assertThat(Instant.parse(record.getString("occurredAt"))).isEqualTo("2026-03-01T03:00:00Z");
        assertThat(record.getString("feedback")).isEqualTo("Will pay.\nSoon.");
        assertThat(record.getString("customer.id")).isEqualTo(customerId);
        assertThat(record.getString("contactPerson.id")).isEqualTo(person);
        assertThat(record.getList("receivables.number")).isEqualTo(List.of("INV-" + invoice));
        assertThat(record.getString("recordedBy.name")).isEqualTo("rep");
        assertThat(rep.ask("{ node(id: \"" + record.getString("id") + "\") { ... on ContactRecord { summary } } }")
                        .getString("data.node.summary"))
                .isEqualTo("Called.");
    }

    @Test
    void the_history_is_told_from_its_end_page_by_page() {
        for (int hour = 0; hour < 5; hour++) {
            log("summary", "Call " + hour, "occurredAt", "2026-02-28T1" + hour + ":00:00Z");
        }
        List<String> told = new ArrayList<>();
        String after = "";
        JsonPath page;
        do {
            page = history("first: 2" + after);
            told.addAll(page.getList("contactHistory.nodes.summary"));
            after = ", after: \"" + page.getString("contactHistory.pageInfo.endCursor") + "\"";
        } while (page.getBoolean("contactHistory.pageInfo.hasNextPage"));

        assertThat(told).containsExactly("Call 4", "Call 3", "Call 2", "Call 1", "Call 0");
        assertThat(page.getInt("contactHistory.totalCount")).isEqualTo(5);
        assertThat(page.getString("lastContact.summary")).isEqualTo("Call 4");
    }

    @Test
    void a_customer_without_contacts_has_an_empty_history() {
        JsonPath none = history("first: 2");

        assertThat(none.getList("contactHistory.nodes")).isEmpty();
        assertThat(none.getString("lastContact")).isNull();
    }

    @Test
    void everything_wrong_with_a_contact_is_told_at_once() {
        UUID other = tenancy.customer(tenant, rep.userUuid(), null);
        UUID foreign = tenancy.invoice(tenant, other, "100", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));

        JsonPath refused = log(
                "contactPersonId", "per_00000000000000000000000000000000",
                "receivableIds", List.of(NodeId.of(NodeKind.RECEIVABLE, foreign), "nonsense"),
                "occurredAt", "2026-03-01T04:02:00Z",
                "durationSeconds", -1,
                "summary", "s".repeat(4001),
                "feedback", "\u0001",
                "nextActionOn", "2026-02-01");
        assertThat(Api.fields(refused))
                .containsExactlyInAnyOrder(
                        "contactPersonId",
                        "receivableIds.0",
                        "receivableIds.1",
                        "occurredAt",
                        "durationSeconds",
                        "summary",
                        "feedback",
                        "nextActionOn");
        assertThat(Api.codes(refused)).contains("NOT_FOUND", "DATE_IN_FUTURE", "TOO_LONG", "DATE_ORDER");
        assertThat(history("first: 1").getList("contactHistory.nodes")).isEmpty();
    }

    @Test
    void a_contact_with_a_customer_that_is_not_yours_is_not_found() {
        UUID other = tenancy.customer(tenant, null, null);

        assertThat(Api.codes(log("customerId", NodeId.of(NodeKind.CUSTOMER, other))))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void a_repeat_under_one_client_key_is_entered_once() {
        String first = log("clientKey", "k1").getString("contactRecord.id");
        String second = log("clientKey", "k1").getString("contactRecord.id");

        assertThat(second).isEqualTo(first).isNotNull();
        assertThat(history("first: 5").getInt("contactHistory.totalCount")).isEqualTo(1);
    }

    @Test
    void erasing_a_person_blanks_it_in_all_texts_of_the_customer_and_keeps_the_records() {
        String person = person("Li Wei", "+86 138-0013-8000", "li.wei@example.com");
        log(
                "contactPersonId", person,
                "summary", "LI  WEI (13800138000) asked for 20 cartons; Li Weiming did not.",
                "feedback", "Write to Li.Wei@example.com or +86 (138) 0013 8000.",
                "nextAction", "Pay 13800138 on account 555138001380001");

        rep.mutate(
                "eraseContactPerson",
                "EraseContactPersonInput",
                Map.of("id", person, "version", 1, "reason", "On request."),
                "contactPerson",
                "id");
        JsonPath kept = history("first: 1").setRootPath("data.customer.contactHistory.nodes[0]");
        assertThat(kept.getString("summary")).isEqualTo("*** (***) asked for 20 cartons; Li Weiming did not.");
        assertThat(kept.getString("feedback")).isEqualTo("Write to *** or ***.");
        assertThat(kept.getString("nextAction")).startsWith("Pay 13800138 on account");
    }

    @Test
    void a_name_without_blanks_around_it_is_found_too() {
        String person = person("王小明", "021-5555-0100", "wang@example.com");
        log("summary", "致电王小明，电话02155550100，他同意付款。");

        rep.mutate(
                "eraseContactPerson",
                "EraseContactPersonInput",
                Map.of("id", person, "version", 1, "reason", "On request."),
                "contactPerson",
                "id");
        assertThat(history("first: 1").getString("contactHistory.nodes[0].summary"))
                .isEqualTo("致电***，电话***，他同意付款。");
    }
}
