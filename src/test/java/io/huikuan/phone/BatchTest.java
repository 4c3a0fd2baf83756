package io.huikuan.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.customer.ContactPerson;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was done without a network and is sent when it is back. */
@QuarkusTest
class BatchTest {

    private static final Path DOCUMENT = Path.of("graphql-schema/operations/rep-submit-batch.graphql");

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    PhoneWorld world;

    @Inject
    Client client;

    @Inject
    Sql sql;

    private Actor finance;
    private Actor rep;
    private UUID customer;
    private String customerId;
    private LocalDate today;

    @BeforeEach
    void lay_a_customer() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        customerId = NodeId.of(NodeKind.CUSTOMER, customer);
        today = tenancy.today(tenant);
    }

    @Test
    void each_operation_gets_its_own_result_in_order() {
        String alert = alert();
        world.deliver(rep, customer, 100, 5);

        JsonPath answer = submit(
                contact("c1", null, "Called."),
                operation("s1", "reportSellOut", sellOut("90")),
                operation("a1", "acknowledgeAlert", Map.of("id", alert)),
                operation("x1", "resolveAlert", Map.of("id", alert, "reason", " ")),
                contact("c2", null, "Called again."));

        assertThat(answer.<String>getList("results.status")).containsExactly("DONE", "DONE", "DONE", "REFUSED", "DONE");
        assertThat(answer.<String>getList("results.thing.__typename"))
                .containsExactly("ContactRecord", "SellThrough", "Alert", "ContactRecord");
        assertThat(answer.<Object>get("results[3].thing")).isNull();
        assertThat(answer.getString("results[2].thing.alertStatus")).isEqualTo("ACKNOWLEDGED");
        assertThat(answer.<String>getList("results[3].userErrors.code")).containsExactly("REQUIRED");
        assertThat(answer.<List<String>>getList("results[3].userErrors.field"))
                .containsExactly(List.of("resolveAlert", "reason"));
        assertThat(contacts()).isEqualTo(2);
    }

    @Test
    void the_whole_batch_sent_again_changes_nothing_and_answers_the_same() {
        String alert = alert();
        List<Map<String, Object>> batch = List.of(
                operation("p1", "saveContactPerson", Map.of("customerId", customerId, "name", "Demo Buyer")),
                contact("c1", "made:p1", "Met the buyer."),
                operation("s1", "reportSellOut", sellOut("90")),
                operation(
                        "a1",
                        "snoozeAlert",
                        Map.of("id", alert, "until", today.plusDays(2).toString())),
                contact("c2", "made:nobody", "Met nobody."));
        Phone phone = new Phone(client, rep).sync(100);
        JsonPath first = submit(batch);
        phone.sync(100);

        assertThat(submit(batch).prettify()).isEqualTo(first.prettify());
        assertThat(phone.page(100).getList("nodes")).isEmpty();
        assertThat(first.<String>getList("results.status")).containsExactly("DONE", "DONE", "DONE", "DONE", "REFUSED");
    }

    @Test
    void a_payment_that_was_announced_on_the_way_is_announced_once() {
        Map<String, Object> announced = operation(
                "n1",
                "announcePayment",
                Map.of(
                        "clientKey",
                        "its own",
                        "customerId",
                        customerId,
                        "amount",
                        Map.of("amount", "80.00", "currency", "CNY"),
                        "paidOn",
                        today.toString()));

        JsonPath answer = submit(announced);
        submit(announced);

        assertThat(answer.<String>getList("results.status")).containsExactly("DONE");
        assertThat(answer.getString("results[0].thing.announcementStatus")).isEqualTo("ANNOUNCED");
        assertThat(client.ask(finance, "{ paymentAnnouncements { totalCount } }")
                        .getInt("data.paymentAnnouncements.totalCount"))
                .isEqualTo(1);
    }

    @Test
    void a_batch_that_was_cut_off_goes_on_where_it_was() {
        submit(contact("c1", null, "Called."));

        JsonPath answer = submit(contact("c1", null, "Called."), contact("c2", null, "Called again."));

        assertThat(answer.<String>getList("results.status")).containsExactly("DONE", "DONE");
        assertThat(contacts()).isEqualTo(2);
    }

    @Test
    void what_was_sent_alone_is_not_done_again_in_a_batch() {
        client.ask(
                rep,
                "mutation($input: LogContactInput!) { logContact(input: $input) { contactRecord { id } } }",
                Map.of("input", with(contactInput(null, "Called."), "clientKey", "c1")));

        submit(contact("c1", null, "Called."));

        assertThat(contacts()).isEqualTo(1);
    }

    @Test
    void a_contact_at_night_is_done_with_a_reason_and_refused_alone_without() {
        Map<String, Object> night =
                with(contactInput(null, "Called."), "occurredAt", today.minusDays(3) + "T18:00:00Z");
        Map<String, Object> silent = new HashMap<>(night);
        silent.remove("outsideReason");

        JsonPath answer = submit(
                operation("c1", "logContact", silent),
                operation("c2", "logContact", night),
                operation("c1b", "logContact", with(silent, "direction", "INBOUND")));
        assertThat(answer.<String>getList("results.status")).containsExactly("REFUSED", "DONE", "DONE");
        assertThat(answer.getList("results[0].userErrors.field"))
                .containsExactly(List.of("logContact", "outsideReason"));
        assertThat(answer.<String>getList("results[0].userErrors.code")).containsExactly("OUTSIDE_CONTACT_HOURS");
        assertThat(submit(operation("c1", "logContact", night)).<String>getList("results.status"))
                .as("mended under the same key")
                .containsExactly("DONE");
    }

    @Test
    void a_contact_names_a_person_whom_an_earlier_operation_enters() {
        JsonPath answer = submit(
                operation("p1", "saveContactPerson", Map.of("customerId", customerId, "name", "Demo Boss")),
                operation(
                        "p2",
                        "saveContactPerson",
                        Map.of("customerId", customerId, "name", "Demo Buyer", "reportsToId", "made:p1")),
                operation(
                        "p3",
                        "saveContactPerson",
                        Map.of("customerId", customerId, "name", "Demo Chief", "id", "made:p1", "version", 1)),
                contact("c1", "made:p2", "Met the buyer."));

        assertThat(answer.<String>getList("results.status")).containsOnly("DONE");
        JsonPath read = client.ask(
                rep,
                "query($id: ID!) { node(id: $id) { ... on ContactRecord { contactPerson { name reportsTo { name } } } } }",
                Map.of("id", answer.getString("results[3].thing.id")));
        assertThat(read.getString("data.node.contactPerson.name")).isEqualTo("Demo Buyer");
        assertThat(read.getString("data.node.contactPerson.reportsTo.name")).isEqualTo("Demo Chief");
    }

    @Test
    void a_person_entered_by_a_batch_before_can_be_named_too() {
        submit(operation("p1", "saveContactPerson", Map.of("customerId", customerId, "name", "Demo Buyer")));

        assertThat(submit(contact("c1", "made:p1", "Met the buyer.")).<String>getList("results.status"))
                .containsExactly("DONE");
    }

    @Test
    void the_keys_of_somebody_else_name_nothing() {
        submit(operation("p1", "saveContactPerson", Map.of("customerId", customerId, "name", "Demo Buyer")));

        JsonPath answer = submitAs(finance, List.of(contact("c1", "made:p1", "Met the buyer.")));

        assertThat(answer.<String>getList("results[0].userErrors.code")).containsExactly("NOT_FOUND");
    }

    @Test
    void what_needs_a_refused_operation_is_refused_and_the_rest_is_done() {
        JsonPath answer = submit(
                operation("p1", "saveContactPerson", Map.of("customerId", customerId, "name", "Demo", "influence", 9)),
                contact("c1", "made:p1", "Met the buyer."),
                contact("c2", null, "Called."));

        assertThat(answer.<String>getList("results.status")).containsExactly("REFUSED", "REFUSED", "DONE");
        assertThat(answer.<String>getList("results[1].userErrors.code")).containsExactly("DEPENDENCY_REFUSED");
        assertThat(answer.<List<String>>getList("results[1].userErrors.field"))
                .containsExactly(List.of("logContact", "contactPersonId"));
    }

    @Test
    void a_person_whom_somebody_changed_meanwhile_comes_back_as_it_is_now() {
        ContactPerson person = world.person(finance, customer, "Demo Buyer");
        submitAs(finance, List.of(replaced("f1", person.id(), 1, "Demo Chief Buyer")));

        JsonPath answer = submit(replaced("p1", person.id(), 1, "Demo Old Buyer"));

        assertThat(answer.<String>getList("results[0].userErrors.code")).containsExactly("STALE");
        assertThat(answer.getString("results[0].current.personName")).isEqualTo("Demo Chief Buyer");
        assertThat(answer.getInt("results[0].current.version")).isEqualTo(2);
        assertThat(submit(replaced("p2", person.id(), 2, "Demo Merged Buyer")).getString("results[0].status"))
                .isEqualTo("DONE");
    }

    @Test
    void an_alert_that_came_again_meanwhile_is_not_resolved_for_what_was_seen_before() {
        String alert = alert();
        UUID payment = books.pay(finance, customer, "100.00", today.toString());
        books.reverse(finance, payment, today.toString());

        JsonPath answer = submit(
                operation("a1", "resolveAlert", Map.of("id", alert, "reason", "Paid.", "occurrence", 1)),
                operation("a2", "acknowledgeAlert", Map.of("id", alert, "occurrence", 2)));

        assertThat(answer.<String>getList("results.status")).containsExactly("REFUSED", "DONE");
        assertThat(answer.<String>getList("results[0].userErrors.code")).containsExactly("STALE");
        assertThat(answer.getInt("results[0].current.occurrence")).isEqualTo(2);
        assertThat(answer.getString("results[0].current.alertStatus")).isEqualTo("OPEN");
    }

    @Test
    void an_alert_that_was_resolved_meanwhile_comes_back_as_it_is_now() {
        String alert = alert();
        books.pay(finance, customer, "100.00", today.toString());

        JsonPath answer = submit(operation("a1", "acknowledgeAlert", Map.of("id", alert)));

        assertThat(answer.<String>getList("results[0].userErrors.code")).containsExactly("INVALID_STATUS");
        assertThat(answer.getString("results[0].current.alertStatus")).isEqualTo("RESOLVED");
    }

    @Test
    void what_is_not_his_does_not_exist_and_shows_nothing() {
        String alert = alert();
        Actor other = tenancy.user(rep, Role.REP, null);

        JsonPath answer = submitAs(
                other,
                List.of(
                        operation("a1", "acknowledgeAlert", Map.of("id", alert)),
                        contact("c1", null, "Called."),
                        operation("s1", "reportSellOut", sellOut("90"))));

        assertThat(answer.<String>getList("results.userErrors.code.flatten()"))
                .containsExactly("NOT_FOUND", "NOT_FOUND", "NOT_FOUND");
        assertThat(answer.<Object>getList("results.current")).containsOnlyNulls();
    }

    @Test
    void an_operation_has_exactly_one_part_and_a_key_of_its_own() {
        Map<String, Object> both = new HashMap<>(contact("b1", null, "Called."));
        both.put("acknowledgeAlert", Map.of("id", "x"));

        JsonPath answer = submit(
                Map.of("clientKey", "n1"),
                both,
                contact(" ", null, "Called."),
                contact("c1", null, "Called."),
                contact("c1", null, "Called again."));

        assertThat(answer.<String>getList("results.userErrors.code.flatten()"))
                .containsExactly("EXACTLY_ONE", "EXACTLY_ONE", "INVALID_VALUE", "CLIENT_KEY_REUSED");
        assertThat(answer.<String>getList("results.status"))
                .containsExactly("REFUSED", "REFUSED", "REFUSED", "DONE", "REFUSED");
    }

    @Test
    void another_content_under_a_used_key_is_refused() {
        submit(contact("c1", null, "Called."));

        assertThat(submit(contact("c1", null, "Wrote.")).<String>getList("results[0].userErrors.code"))
                .containsExactly("CLIENT_KEY_REUSED");
    }

    @Test
    void a_batch_has_at_most_100_operations() {
        List<Map<String, Object>> hundred = IntStream.range(0, 100)
                .mapToObj(i -> contact("c" + i, null, "Called."))
                .collect(Collectors.toList());
        assertThat(submit(hundred).<String>getList("results.status"))
                .hasSize(100)
                .containsOnly("DONE");

        hundred.add(contact("more", null, "Called."));
        JsonPath refused = submit(hundred);

        assertThat(refused.getList("results")).isEmpty();
        assertThat(refused.<String>getList("userErrors.code")).containsExactly("INVALID_VALUE");
        assertThat(contacts()).isEqualTo(100);
    }

    /** An alert of an invoice of 100.00 that is late. */
    private String alert() {
        tenancy.invoice(finance, customer, "100.00", today.minusDays(60), today.minusDays(30));
        // A cent of a payment that is taken back makes it news.
        books.reverse(finance, books.pay(finance, customer, "0.01", today.toString()), today.toString());
        UUID id = tenancy.call(
                finance,
                () -> sql.of(
                                "select id from alert where tenant_id = :tenant and customer_id = :customer and status = 'OPEN'")
                        .bind("customer", customer)
                        .one(row -> row.uuid("id")));
        return NodeId.of(NodeKind.ALERT, id);
    }

    private int contacts() {
        return tenancy.call(
                finance,
                () -> sql.of("select count(*) as n from contact_record where tenant_id = :tenant")
                        .one(row -> row.integer("n")));
    }

    private Map<String, Object> replaced(String key, String id, int version, String name) {
        return operation(
                key, "saveContactPerson", Map.of("customerId", customerId, "id", id, "version", version, "name", name));
    }

    private Map<String, Object> sellOut(String onHand) {
        return Map.of(
                "customerId", customerId,
                "reportedOn", today.toString(),
                "lines", List.of(Map.of("sku", "TEA", "onHand", onHand)));
    }

    private Map<String, Object> contact(String key, String personOrNull, String summary) {
        return operation(key, "logContact", contactInput(personOrNull, summary));
    }

    private Map<String, Object> contactInput(String personOrNull, String summary) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "customerId",
                customerId,
                "channel",
                "VISIT",
                "outcome",
                "REACHED",
                "occurredAt",
                today.minusDays(1) + "T07:30:00Z",
                "summary",
                summary,
                "outsideReason",
                "They asked for it."));
        input.put("contactPersonId", personOrNull);
        return input;
    }

    private static Map<String, Object> operation(String key, String field, Map<String, ?> input) {
        return Map.of("clientKey", key, field, input);
    }

    private static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
        Map<String, Object> more = new HashMap<>(input);
        more.put(name, value);
        return more;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private JsonPath submit(Map<String, Object>... operations) {
        return submit(List.of(operations));
    }

    private JsonPath submit(List<Map<String, Object>> operations) {
        return submitAs(rep, operations);
    }

    private JsonPath submitAs(Actor who, List<Map<String, Object>> operations) {
        JsonPath answer = client.ask(who, document(), Map.of("input", Map.of("operations", operations)));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.submitBatch");
    }

    private static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
