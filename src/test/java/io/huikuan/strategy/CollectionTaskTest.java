package io.huikuan.strategy;

import static io.huikuan.strategy.StrategyWorld.by;
import static io.huikuan.strategy.StrategyWorld.byManagers;
import static io.huikuan.strategy.StrategyWorld.call;
import static io.huikuan.strategy.StrategyWorld.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Client;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a task is, what it says, and how it ends. */
@QuarkusTest
class CollectionTaskTest {

    private static final LocalDate ISSUED = LocalDate.parse("2026-09-01");
    private static final LocalDate DUE = LocalDate.parse("2026-10-30");
    private static final String MONDAY = "2026-11-02";

    @Inject
    Tenancy tenancy;

    @Inject
    StrategyWorld world;

    @Inject
    Client client;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor finance;
    private Actor manager;
    private Actor rep;
    private Actor another;
    private UUID customer;
    private UUID invoice;

    @BeforeEach
    void an_invoice_is_late() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse("2026-10-01"), tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, "East");
        rep = tenancy.user(tenant, Role.REP, null);
        another = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), "East");
        world.person(tenant, customer, Optional.empty());
        invoice = tenancy.invoice(tenant, customer, "1000.00", ISSUED, DUE);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private JsonPath tasks(Actor actor, boolean mine) {
        return client.ask(
                        actor,
                        "query($filter: CollectionTaskFilter) { collectionTasks(filter: $filter) { totalCount nodes { id version channel status reason dueOn"
                                + " zh: script en: script(language: EN) customer { id } contactPerson { name } assignee { id } step { day } contactRecord { outcome } } } }",
                        Map.of("filter", Map.of("status", List.of("OPEN"), "mine", mine)))
                .setRootPath("data.collectionTasks");
    }

    private String history() {
        List<String> all = world.history(finance, customer);
        return all.get(all.size() - 1);
    }

    private JsonPath log(String channel, String direction, String outcome) {
        return log(channel, direction, outcome, "2026-11-02T07:00:00Z");
    }

    private JsonPath log(String channel, String direction, String outcome, String occurredAt) {
        world.at(tenant, MONDAY, "15:30");
        JsonPath answer = client.ask(
                rep,
                "mutation($input: LogContactInput!) { logContact(input: $input) { contactRecord { id } userErrors { code field message } } }",
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                "channel",
                                channel,
                                "direction",
                                direction,
                                "outcome",
                                outcome,
                                "occurredAt",
                                occurredAt,
                                "summary",
                                "Spoken to.",
                                "outsideReason",
                                "It was urgent.")));
        assertThat(answer.getList("data.logContact.userErrors"))
                .as(answer.prettify())
                .isEmpty();
        return answer;
    }

    @Test
    void it_says_what_to_say_with_the_customers_own_figures_to_whom_to_speak_to() {
        world.cashier(tenant, customer);
        world.active(finance, call(1));
        world.day(tenant, MONDAY);

        JsonPath task = tasks(rep, true);

        assertThat(task.getString("nodes[0].zh"))
                .contains("1,000.00")
                .contains("王经理")
                .doesNotContain("李出纳", "{{");
        assertThat(task.getString("nodes[0].en")).contains("1,000.00").doesNotContain("{{");
        assertThat(task.getString("nodes[0].contactPerson.name")).isEqualTo("王经理");
        assertThat(task.getInt("nodes[0].step.day")).isEqualTo(1);
        assertThat(task.getString("nodes[0].dueOn")).isEqualTo(MONDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, OUTBOUND, PROMISED, PHONE_TASK 2026-10-31 DONE",
        "PHONE, OUTBOUND, NO_ANSWER, PHONE_TASK 2026-10-31 OPEN",
        "VISIT, OUTBOUND, REACHED, PHONE_TASK 2026-10-31 OPEN",
        "PHONE, INBOUND, REACHED, PHONE_TASK 2026-10-31 OPEN"
    })
    void a_logged_contact_of_its_kind_closes_it(String channel, String direction, String outcome, String history) {
        world.active(finance, call(1));
        world.day(tenant, MONDAY);

        log(channel, direction, outcome);

        assertThat(history()).isEqualTo(history);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01T15:59:59Z, OPEN", "2026-11-01T16:00:00Z, DONE"})
    void a_contact_of_a_day_before_it_was_made_leaves_it_open(String occurredAt, String status) {
        world.active(finance, call(1));
        world.day(tenant, MONDAY);

        log("PHONE", "OUTBOUND", "REACHED", occurredAt);

        assertThat(history()).isEqualTo("PHONE_TASK 2026-10-31 " + status);
    }

    @Test
    void what_was_closed_tells_by_which_contact_and_whom() {
        world.active(finance, visit(1));
        world.day(tenant, MONDAY);

        String record = log("MEETING", "OUTBOUND", "REACHED").getString("data.logContact.contactRecord.id");

        CollectionTask task = world.tasks(finance, customer).get(0);
        assertThat(task.contactRecordId()).isEqualTo(NodeId.uuidOf(record));
        assertThat(task.ender()).isEqualTo(rep.user().orElseThrow());
    }

    @Test
    void it_belongs_to_the_owner_and_follows_a_change_of_owner() {
        world.active(finance, call(1));
        world.day(tenant, MONDAY);
        assertThat(tasks(rep, true).getInt("totalCount")).isOne();
        assertThat(tasks(another, false).getInt("totalCount")).isZero();

        own(another);

        assertThat(tasks(rep, false).getInt("totalCount")).isZero();
        assertThat(tasks(another, true).getInt("totalCount")).isOne();
        assertThat(tasks(manager, true).getInt("totalCount")).isZero();
        assertThat(tasks(manager, false).getInt("totalCount")).isOne();
    }

    private void own(Actor owner) {
        tenancy.run(
                tenant,
                () -> sql.of("update customer set owner_id = :owner where tenant_id = :tenant and id = :id")
                        .bind("owner", owner.user().orElseThrow())
                        .bind("id", customer)
                        .update());
    }

    @Test
    void a_managers_task_is_that_of_every_manager_who_sees_the_customer() {
        world.active(finance, byManagers(call(1)));
        world.day(tenant, MONDAY);

        assertThat(tasks(manager, true).getInt("totalCount")).isOne();
        assertThat(tasks(manager, true).getString("nodes[0].assignee")).isNull();
        assertThat(tasks(tenancy.user(tenant, Role.MANAGER, "West"), false).getInt("totalCount"))
                .isZero();
        assertThat(tasks(rep, true).getInt("totalCount")).isZero();
    }

    @Test
    void a_named_users_task_is_the_owners_while_he_may_not_see_the_customer() {
        world.active(finance, by(call(1), another));
        world.day(tenant, MONDAY);
        assertThat(tasks(rep, true).getInt("totalCount")).isOne();

        own(another);

        assertThat(tasks(another, true).getInt("totalCount")).isOne();
    }

    private String assign(Actor actor, String task, int version, Actor to) {
        return String.join(
                " ",
                client.ask(
                                actor,
                                "mutation { assignCollectionTask(input: {clientKey: \"" + Uuids.next() + "\", id: \""
                                        + task + "\", version: " + version + ", assigneeId: \""
                                        + NodeId.of(NodeKind.USER, to.user().orElseThrow())
                                        + "\"}) { collectionTask { assignee { id } } userErrors { code } } }")
                        .getList("data.assignCollectionTask.userErrors.code"));
    }

    @Test
    void it_is_given_only_to_who_may_see_the_customer() {
        world.active(finance, call(1));
        world.day(tenant, MONDAY);
        JsonPath task = tasks(manager, false);
        String id = task.getString("nodes[0].id");
        int version = task.getInt("nodes[0].version");

        assertThat(assign(manager, id, version, another)).isEqualTo("ASSIGNEE_OUT_OF_SCOPE");
        assertThat(assign(manager, id, version + 1, manager)).isEqualTo("STALE");
        assertThat(assign(tenancy.user(tenant, Role.MANAGER, "West"), id, version, finance))
                .isEqualTo("NOT_FOUND");
        assertThat(assign(manager, id, version, manager)).isEmpty();
        assertThat(tasks(manager, true).getInt("totalCount")).isOne();
        assertThat(tasks(rep, true).getInt("totalCount")).isZero();
        assertThat(tasks(rep, false).getInt("totalCount"))
                .as("his customer's it is still")
                .isOne();
    }

    @Test
    void it_ends_when_its_cause_is_paid_and_not_when_a_part_is() {
        world.active(finance, call(1));
        world.day(tenant, MONDAY);

        tenancy.pay(tenant, customer, invoice, "999.99", LocalDate.parse(MONDAY));
        assertThat(history()).isEqualTo("PHONE_TASK 2026-10-31 OPEN");
        tenancy.pay(tenant, customer, invoice, "0.01", LocalDate.parse(MONDAY));
        assertThat(history()).isEqualTo("PHONE_TASK 2026-10-31 SKIPPED NOTHING_DUE");
    }

    @Test
    void it_ends_when_its_cause_is_promised() {
        world.active(finance, call(1));
        world.day(tenant, MONDAY);

        client.ask(
                rep,
                "mutation { recordPromise(input: {clientKey: \"p\", customerId: \""
                        + NodeId.of(NodeKind.CUSTOMER, customer) + "\", receivableIds: [\""
                        + NodeId.of(NodeKind.RECEIVABLE, invoice)
                        + "\"], amount: {amount: \"1000.00\", currency: \"CNY\"}, promisedFor: \"2026-11-05\"}) { userErrors { code } } }");

        assertThat(history()).isEqualTo("PHONE_TASK 2026-10-31 SKIPPED HELD");
    }

    @Test
    void a_list_takes_as_many_statements_for_many_as_for_one() {
        world.active(finance, call(1));
        world.day(tenant, MONDAY);
        int forOne = Statements.during(() -> tasks(finance, false));
        for (int i = 0; i < 15; i++) {
            UUID each = tenancy.customer(tenant, rep.user().orElseThrow(), "East");
            tenancy.invoice(tenant, each, "100.00", ISSUED, DUE);
            world.person(tenant, each, Optional.empty());
        }
        world.run(tenant);
        assertThat(tasks(finance, false).getInt("totalCount")).isEqualTo(16);

        assertThat(Statements.during(() -> tasks(finance, false))).isEqualTo(forOne);
    }
}
