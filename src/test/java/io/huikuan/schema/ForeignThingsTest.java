package io.huikuan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.database.DatabaseAccess;
import io.huikuan.platform.database.DatabaseConfig;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is not yours does not exist. Two tenants, two regions, two reps, two partners: whoever may call a root field calls it with every
 * real id of what he may not see, and gets to the letter what he gets for an id that nothing has; his lists and sums are to the letter those
 * from before the others' things were there; and nothing has changed.
 */
@QuarkusTest
class ForeignThingsTest {

    /** What belongs to a tenant, or to one of its people, and to no customer. */
    private static final Set<NodeKind> OF_THE_TENANT = EnumSet.of(
            NodeKind.USER,
            NodeKind.TENANT,
            NodeKind.JOB_RUN,
            NodeKind.IMPORT_RUN,
            NodeKind.NOTIFICATION_ENDPOINT,
            NodeKind.DEVICE);

    @Inject
    GraphQLSchema schema;

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    @Inject
    DatabaseConfig config;

    private LocalDate today;
    private Calls calls;
    private Company ours;
    private Company theirs;
    private UUID east;
    private UUID west;

    /** A tenant and its people. */
    private record Company(
            Actor tenant, Actor admin, Actor finance, Actor manager, Actor managerEast, Actor repEast, Actor repWest) {}

    /** What a customer and its tenant have, by kind: global ids, and the names by which some can be called. */
    private record Things(Map<NodeKind, String> ids, Map<NodeKind, String> names) {}

    @BeforeEach
    void found_two_companies() {
        ours = company();
        theirs = company();
        today = tenancy.today(ours.tenant());
        calls = new Calls(schema, today);
        east = tenancy.customer(ours.tenant(), ours.repEast().user().orElseThrow(), "East");
        west = tenancy.customer(ours.tenant(), ours.repWest().user().orElseThrow(), "West");
    }

    @Test
    void another_tenants_things_do_not_exist() throws SQLException {
        Things own = lay(ours, east);
        UUID customer =
                tenancy.customer(theirs.tenant(), theirs.repEast().user().orElseThrow(), "East");
        List<Actor> viewers = List.of(
                ours.admin(), ours.finance(), ours.manager(), ours.managerEast(), ours.repEast(), partner(ours, east));
        Map<String, String> before = lists(viewers);
        Things foreign = lay(theirs, customer);

        assertThat(changed(before, lists(viewers))).isEmpty();
        probe(List.of(ours.finance(), ours.managerEast(), ours.repEast()), own, foreign, EnumSet.allOf(NodeKind.class));
    }

    @Test
    void another_regions_and_another_reps_things_do_not_exist() throws SQLException {
        Things own = lay(ours, east);
        List<Actor> viewers = List.of(ours.managerEast(), ours.repEast(), partner(ours, east));
        UUID another = tenancy.customer(ours.tenant(), ours.repWest().user().orElseThrow(), "West");
        Map<String, String> before = lists(viewers);
        Things foreign = lay(ours, west);
        tenancy.invoice(ours.finance(), another, "77.00", today.minusDays(90), today.minusDays(50));

        assertThat(changed(before, lists(viewers))).isEmpty();
        probe(
                List.of(ours.managerEast(), ours.repEast()),
                own,
                foreign,
                EnumSet.complementOf(EnumSet.copyOf(OF_THE_TENANT)));
    }

    @Test
    void the_probe_finds_what_may_be_seen() {
        Things own = lay(ours, east);
        List<String> unseen = new ArrayList<>();
        for (Calls.Place place : calls.places()) {
            if (!place.mutation() && place.path().size() == 1) {
                for (NodeKind kind : place.kinds()) {
                    JsonPath answer =
                            client.ask(ours.admin(), calls.call(place, value(place, kind, own), own.ids()::get));
                    if (answer.get("data." + place.field().getName()) == null) {
                        unseen.add(place + " " + kind);
                    }
                }
            }
        }
        assertThat(unseen).isEmpty();
    }

    private void probe(List<Actor> viewers, Things own, Things foreign, Set<NodeKind> kinds) throws SQLException {
        Map<String, List<String>> wrong = new TreeMap<>();
        Set<String> called = new TreeSet<>();
        Map<String, String> before = dump();
        for (Calls.Place place : calls.places()) {
            for (NodeKind kind : place.kinds()) {
                if (kinds.contains(kind)) {
                    for (Actor viewer : viewers) {
                        probe(place, kind, viewer, own, foreign, called)
                                .ifPresent(answer -> wrong.computeIfAbsent(place + " " + kind, any -> new ArrayList<>())
                                        .add(viewer.roles() + " " + answer));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(called).as("places that somebody may fill").hasSizeGreaterThan(35);
        assertThat(changed(before, dump())).isEmpty();
    }

    /** What is wrong with the answer; empty when nothing is, or when the viewer may not call the field at all. */
    private Optional<String> probe(
            Calls.Place place, NodeKind kind, Actor viewer, Things own, Things foreign, Set<String> called) {
        String there = value(place, kind, foreign);
        String nowhere = place.isName() ? "nothing" : NodeId.of(kind, Uuids.next());
        String answer = body(viewer, calls.call(place, there, own.ids()::get));
        if (answer.contains("FORBIDDEN")) {
            return Optional.empty();
        }
        called.add(place + " " + kind);
        String none = body(viewer, calls.call(place, nowhere, own.ids()::get));
        if (!answer.equals(none)) {
            return Optional.of("there: " + answer + " nowhere: " + none);
        }
        return saysNothing(place, answer) ? Optional.empty() : Optional.of(answer);
    }

    private static boolean saysNothing(Calls.Place place, String answer) {
        JsonPath json = new JsonPath(answer);
        String field = "data." + place.field().getName();
        if (json.get("errors") != null) {
            return false;
        }
        if (place.field().getName().equals("submitBatch")) {
            return json.getList(field + ".results.userErrors.code.flatten()").equals(List.of("NOT_FOUND"))
                    && json.getList(field + ".results.current").stream().allMatch(Objects::isNull);
        }
        if (place.mutation()) {
            return json.getList(field + ".userErrors.code").equals(List.of("NOT_FOUND"));
        }
        return place.path().size() == 1
                ? json.get(field) == null
                : json.getList(field + ".nodes").isEmpty() && json.getInt(field + ".totalCount") == 0;
    }

    private static String value(Calls.Place place, NodeKind kind, Things things) {
        return (place.isName() ? things.names() : things.ids()).get(kind);
    }

    /** What everybody is answered who asks without naming anything. Everybody comes in first: who does so for the first time becomes a user. */
    private Map<String, String> lists(List<Actor> viewers) {
        Map<String, String> answers = new LinkedHashMap<>();
        viewers.forEach(viewer -> body(viewer, "{ viewer { __typename } }"));
        viewers.forEach(viewer -> calls.lists()
                .forEach((name, document) -> answers.put(
                        viewer.roles() + " " + viewer.region().orElse("") + " " + name,
                        withoutCursorOfChanges(body(viewer, document)))));
        return answers;
    }

    /** It tells a moment, by how many transactions there were, and is another one at each asking. */
    private static String withoutCursorOfChanges(String answer) {
        return answer.replaceAll("\"cursor\": \"[\\w-]+\"", "");
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        return before.keySet().stream()
                .filter(name -> !after.get(name).equals(before.get(name)))
                .map(name -> name + "\nbefore: " + before.get(name) + "\nafter: " + after.get(name))
                .toList();
    }

    private String body(Actor viewer, String document) {
        return client.ask(viewer, document).prettify();
    }

    private Company company() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        return new Company(
                tenant,
                tenancy.user(tenant, Role.ADMIN, null),
                tenancy.user(tenant, Role.FINANCE, null),
                tenancy.user(tenant, Role.MANAGER, null),
                tenancy.user(tenant, Role.MANAGER, "East"),
                tenancy.user(tenant, Role.REP, null),
                tenancy.user(tenant, Role.REP, null));
    }

    private static Actor partner(Company company, UUID customer) {
        Actor tenant = company.tenant();
        return new Actor(
                tenant.tenant(),
                tenant.tenantCode(),
                tenant.zone(),
                tenant.baseCurrency(),
                Optional.of(Uuids.next()),
                Set.of(Role.PARTNER),
                Optional.empty(),
                Optional.of(customer));
    }

    /** One of everything for the customer, by the use cases of the API. */
    private Things lay(Company company, UUID customer) {
        String of = "customerId: \"" + NodeId.of(NodeKind.CUSTOMER, customer) + "\"";
        Actor finance = company.finance();
        UUID late = tenancy.invoice(finance, customer, "300.00", today.minusDays(60), today.minusDays(30));
        UUID planned = tenancy.invoice(finance, customer, "200.00", today.minusDays(60), today.minusDays(20));
        String receivable = NodeId.of(NodeKind.RECEIVABLE, late);
        Map<NodeKind, String> ids = new EnumMap<>(NodeKind.class);
        ids.put(NodeKind.TENANT, NodeId.of(NodeKind.TENANT, company.tenant().tenant()));
        ids.put(NodeKind.USER, NodeId.of(NodeKind.USER, company.repEast().user().orElseThrow()));
        ids.put(NodeKind.CUSTOMER, NodeId.of(NodeKind.CUSTOMER, customer));
        ids.put(NodeKind.RECEIVABLE, receivable);
        ids.put(
                NodeKind.CONTACT_PERSON,
                done(finance, "saveContactPerson(input: {" + of + ", name: \"Demo Buyer\"})", "contactPerson"));
        ids.put(
                NodeKind.CONTACT_RECORD,
                done(
                        finance,
                        "logContact(input: {" + of
                                + ", channel: PHONE, outcome: REACHED, summary: \"Called.\", outsideReason: \"They asked for it.\", occurredAt: \""
                                + today.minusDays(1) + "T01:00:00Z\"})",
                        "contactRecord"));
        ids.put(
                NodeKind.ATTACHMENT,
                NodeId.of(
                        NodeKind.ATTACHMENT,
                        tenancy.attachment(finance, NodeId.uuidOf(ids.get(NodeKind.CONTACT_RECORD)))));
        ids.put(
                NodeKind.PAYMENT,
                done(
                        finance,
                        "recordPayment(input: {" + of + ", clientKey: \"1" + customer + "\", number: \"P" + customer
                                + "\", amount: {amount: \"50.00\", currency: \"CNY\"}, receivedOn: \"" + today
                                + "\", method: CASH, autoApply: false})",
                        "payment"));
        ids.put(
                NodeKind.PAYMENT_ANNOUNCEMENT,
                done(
                        finance,
                        "announcePayment(input: {" + of + ", clientKey: \"3" + customer
                                + "\", amount: {amount: \"40.00\", currency: \"CNY\"}, paidOn: \"" + today
                                + "\", receivableIds: [\"" + NodeId.of(NodeKind.RECEIVABLE, planned) + "\"]})",
                        "paymentAnnouncement"));
        ids.put(
                NodeKind.DISPUTE,
                done(
                        finance,
                        "openDispute(input: {receivableId: \"" + NodeId.of(NodeKind.RECEIVABLE, planned)
                                + "\", clientKey: \"5" + customer
                                + "\", amount: {amount: \"20.00\", currency: \"CNY\"}, reason: PRICE, description: \"Too dear.\"})",
                        "dispute"));
        ids.put(
                NodeKind.PROMISE,
                done(
                        finance,
                        "recordPromise(input: {" + of + ", clientKey: \"4" + customer
                                + "\", amount: {amount: \"30.00\", currency: \"CNY\"}, promisedFor: \""
                                + today.plusDays(3)
                                + "\", receivableIds: [\"" + receivable + "\"]})",
                        "promise"));
        ids.put(
                NodeKind.CONCESSION,
                done(
                        finance,
                        "askConcession(input: {" + of + ", clientKey: \"6" + customer
                                + "\", kind: REBATE, asked: \"Two percent.\"})",
                        "concession"));
        ids.put(
                NodeKind.PAYMENT_PLAN,
                done(
                        finance,
                        "proposePaymentPlan(input: {" + of + ", clientKey: \"2" + customer + "\", receivableIds: [\""
                                + NodeId.of(NodeKind.RECEIVABLE, planned)
                                + "\"], equal: {count: 2, every: MONTH, firstDueDate: \""
                                + today.plusDays(9) + "\"}})",
                        "paymentPlan"));
        done(
                finance,
                "recordDelivery(input: {" + of + ", number: \"D" + customer + "\", deliveredOn: \"" + today.minusDays(9)
                        + "\", lines: [{sku: \"A\", quantity: \"10\", unitPrice: {amount: \"1.00\", currency: \"CNY\"}}]})",
                "sellThrough");
        ids.put(
                NodeKind.CREDIT_HOLD,
                done(
                        finance,
                        "placeCreditHold(input: {" + of + ", clientKey: \"4" + customer
                                + "\", scope: DELIVERIES, cause: OVERDUE, reason: \"It is late.\"})",
                        "creditHold"));
        ids.put(
                NodeKind.CONTRACT,
                done(
                        finance,
                        "recordContract(input: {" + of + ", clientKey: \"5" + customer + "\", number: \"K" + customer
                                + "\", validFrom: \"" + today
                                + "\", clause: {form: WRITTEN, seal: PERSONAL, due: WHEN_SOLD}})",
                        "contract"));
        ids.put(
                NodeKind.STRATEGY,
                done(
                        finance,
                        "createStrategy(input: {clientKey: \"6" + customer + "\", name: \"Of one region\", region: \"R"
                                + customer + "\", starter: STANDARD})",
                        "strategy"));
        ids.put(
                NodeKind.COLLECTION_TASK,
                NodeId.of(
                        NodeKind.COLLECTION_TASK,
                        tenancy.collectionTask(company.tenant(), customer, NodeId.uuidOf(ids.get(NodeKind.STRATEGY)))));
        ids.put(
                NodeKind.DUNNING_PAUSE,
                done(
                        finance,
                        "pauseDunning(input: {" + of + ", clientKey: \"7" + customer
                                + "\", reason: \"Its shop burned down.\", until: \"" + today.plusDays(9) + "\"})",
                        "dunningPause"));
        ids.put(
                NodeKind.LETTER,
                done(
                        finance,
                        "issueLetter(input: {" + of + ", clientKey: \"6" + customer
                                + "\", kind: STATEMENT, route: PRINT})",
                        "letter"));
        ids.put(
                NodeKind.ESCALATION,
                done(
                        finance,
                        "openEscalation(input: {" + of + ", clientKey: \"6" + customer
                                + "\", reason: \"It does not pay.\"})",
                        "escalation"));
        ids.put(
                NodeKind.ESCALATION_MEASURE,
                done(
                        finance,
                        "proposeEscalationMeasure(input: {id: \"" + ids.get(NodeKind.ESCALATION) + "\", clientKey: \"7"
                                + customer + "\", version: 2, kind: STOP_SUPPLY, reason: \"It goes on buying.\"})",
                        "escalationMeasure"));
        ids.put(NodeKind.JOB_RUN, done(company.admin(), "runJob(input: {job: INSTALLMENT_ALERTS})", "jobRun"));
        JsonPath rest = client.ask(
                        finance,
                        "{ customer(id: \"" + ids.get(NodeKind.CUSTOMER)
                                + "\") { code sellThrough { id } nextInstallment { id }"
                                + " alerts { nodes { id } } } receivable(id: \"" + receivable + "\") { number } }")
                .setRootPath("data");
        ids.put(NodeKind.SELL_THROUGH, rest.getString("customer.sellThrough.id"));
        ids.put(NodeKind.INSTALLMENT, rest.getString("customer.nextInstallment.id"));
        ids.put(NodeKind.ALERT, rest.getString("customer.alerts.nodes[0].id"));
        ids.put(NodeKind.IMPORT_RUN, NodeId.of(NodeKind.IMPORT_RUN, tenancy.importRun(company.tenant())));
        ids.put(
                NodeKind.NOTIFICATION,
                client.ask(
                                company.admin(),
                                "{ notifications(first: 1, filter: {alertId: \"" + ids.get(NodeKind.ALERT)
                                        + "\"}) { nodes { id } } }")
                        .getString("data.notifications.nodes[0].id"));
        ids.put(
                NodeKind.NOTIFICATION_ENDPOINT,
                done(
                        company.admin(),
                        "saveNotificationEndpoint(input: {kind: WEBHOOK, name: \"ERP\", url: \"https://erp.example.com\", active: false})",
                        "endpoint"));
        ids.put(
                NodeKind.DEVICE,
                done(
                        company.admin(),
                        "registerDevice(input: {kind: WEB_PUSH, name: \"Phone\", endpoint: \"https://push.example.com/"
                                + customer
                                + "\", key: \"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4\""
                                + ", secret: \"BTBZMqHH6r4Tts7J_aSIgg\"})",
                        "device"));
        assertThat(ids).doesNotContainValue(null).hasSize(NodeKind.values().length);
        return new Things(
                ids,
                Map.of(
                        NodeKind.CUSTOMER,
                        rest.getString("customer.code"),
                        NodeKind.RECEIVABLE,
                        rest.getString("receivable.number"),
                        NodeKind.PAYMENT,
                        "P" + customer));
    }

    private String done(Actor actor, String mutation, String thing) {
        JsonPath answer = client.ask(
                actor,
                "mutation { done: " + mutation + " { " + thing + " { id } userErrors { code field message } } }");
        assertThat(answer.getString("data.done." + thing + ".id"))
                .as(answer.prettify())
                .isNotNull();
        return answer.getString("data.done." + thing + ".id");
    }

    /** Every row of both tenants, table by table. */
    private Map<String, String> dump() throws SQLException {
        DatabaseAccess access = config.access();
        Map<String, String> dump = new TreeMap<>();
        try (Connection owner = DriverManager.getConnection(
                        config.url(), access.owner().username(), access.owner().password());
                Statement tables = owner.createStatement();
                Statement rows = owner.createStatement();
                ResultSet table = tables.executeQuery(
                        "select relname from pg_class c"
                                + " where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'")) {
            while (table.next()) {
                String name = table.getString(1);
                try (ResultSet all =
                        rows.executeQuery("select string_agg(t::text, chr(10) order by t::text) from " + name
                                + " t where tenant_id in ('" + ours.tenant().tenant() + "', '"
                                + theirs.tenant().tenant() + "')")) {
                    all.next();
                    dump.put(name, String.valueOf(all.getString(1)));
                }
            }
        }
        return dump;
    }
}
