package io.huikuan.strategy;

import static io.huikuan.strategy.StrategyWorld.call;
import static io.huikuan.strategy.StrategyWorld.email;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pause holds back, for how long, and who may say so. */
@QuarkusTest
class DunningPauseTest {

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

    private Actor tenant;
    private Actor finance;
    private Actor east;
    private UUID customer;
    private UUID invoice;
    private UUID strategy;

    @BeforeEach
    void an_invoice_is_late() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse("2026-10-01"), tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        east = tenancy.user(tenant, Role.MANAGER, "East");
        customer = tenancy.customer(
                tenant, tenancy.user(tenant, Role.REP, null).user().orElseThrow(), "East");
        invoice = tenancy.invoice(tenant, customer, "1000.00", ISSUED, DUE);
        strategy = world.active(finance, call(1), email(10));
        clock.setNoon(LocalDate.parse(MONDAY), tenant.zone());
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private Map<String, Object> of(NodeKind kind, UUID thing) {
        Map<String, Object> input = new HashMap<>();
        input.put("clientKey", Uuids.next().toString());
        input.put("reason", "The warehouse burned down.");
        input.put("until", "2026-11-05");
        if (kind != null) {
            input.put(kind == NodeKind.CUSTOMER ? "customerId" : "receivableId", NodeId.of(kind, thing));
        }
        return input;
    }

    private JsonPath pause(Actor actor, Map<String, Object> input) {
        JsonPath answer = client.ask(
                actor,
                "mutation($input: PauseDunningInput!) { done: pauseDunning(input: $input) { dunningPause { id version live } userErrors { code field } } }",
                Map.of("input", input));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.done");
    }

    private static String codes(JsonPath answer) {
        return String.join(" ", answer.getList("userErrors.code"));
    }

    private String verdict(String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
        return world.verdict(finance, strategy, customer);
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER", "RECEIVABLE", "TENANT"})
    void a_pause_holds_through_its_last_day(String scope) {
        NodeKind kind = scope.equals("TENANT") ? null : NodeKind.valueOf(scope);
        assertThat(codes(pause(finance, of(kind, kind == NodeKind.CUSTOMER ? customer : invoice))))
                .isEmpty();

        assertThat(verdict(MONDAY)).isEqualTo("PAUSED");
        assertThat(verdict("2026-11-05")).isEqualTo("PAUSED");
        assertThat(verdict("2026-11-06")).isEqualTo("DUE 1");
    }

    @Test
    void a_paused_receivable_leaves_the_others_to_be_asked_for() {
        tenancy.invoice(tenant, customer, "200.00", ISSUED, LocalDate.parse("2026-11-01"));
        pause(finance, of(NodeKind.RECEIVABLE, invoice));

        StrategyPreviewRow row = world.preview(finance, strategy, null).get(customer);

        assertThat(row.verdict()).isEqualTo(StrategyVerdict.DUE);
        assertThat(row.oldestDueDate()).isEqualTo("2026-11-01");
    }

    @Test
    void a_letter_and_a_task_do_not_ask_for_what_is_paused() {
        world.person(tenant, customer, Optional.of("buyer@distributor.example"));
        tenancy.invoice(tenant, customer, "200.00", ISSUED, LocalDate.parse("2026-11-01"));
        Map<String, Object> input = of(NodeKind.RECEIVABLE, invoice);
        input.put("until", "2026-11-30");
        pause(finance, input);

        world.day(tenant, MONDAY);
        assertThat(client.ask(finance, "{ collectionTasks { nodes { script(language: EN) } } }")
                        .getString("data.collectionTasks.nodes[0].script"))
                .contains("200.00")
                .doesNotContain("1,200.00");
        world.day(tenant, "2026-11-11");
        world.send(tenant, "2026-11-11", "15:30");

        assertThat(world.history(finance, customer)).endsWith("EMAIL 2026-11-11 DONE");
        assertThat(client.ask(
                                finance,
                                "{ customer(id: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                                        + "\") { letters { nodes { amounts { total { amount } overdue { amount } } } } } }")
                        .<Object>getList("data.customer.letters.nodes[0].amounts"))
                .isEqualTo(List.of(Map.of("total", Map.of("amount", "200.00"), "overdue", Map.of("amount", "200.00"))));
        assertThat(asked()).as("what its table shows").containsExactly("2026-11-01");
    }

    /** The due dates of the receivables that were spoken of in what was entered as contacts. */
    private List<String> asked() {
        return client.ask(
                        finance,
                        "{ customer(id: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                                + "\") { contactHistory { nodes { receivables { dueDate } } } } }")
                .getList("data.customer.contactHistory.nodes.receivables.dueDate.flatten()");
    }

    @Test
    void a_pause_ends_what_is_open_and_what_waits() {
        world.day(tenant, MONDAY);
        pause(finance, of(NodeKind.CUSTOMER, customer));

        assertThat(world.history(finance, customer)).containsExactly("PHONE_TASK 2026-10-31 SKIPPED PAUSED");
        world.day(tenant, "2026-11-05");
        assertThat(world.history(finance, customer)).hasSize(1);
        world.day(tenant, "2026-11-06");
        assertThat(world.history(finance, customer))
                .containsExactly("PHONE_TASK 2026-10-31 SKIPPED PAUSED", "PHONE_TASK 2026-10-31 OPEN");
    }

    @Test
    void a_pause_of_the_tenant_keeps_waiting_letters_in() {
        world.day(tenant, "2026-11-09");
        assertThat(world.history(finance, customer)).containsExactly("EMAIL 2026-11-09 WAITING");
        Map<String, Object> input = of(null, null);
        input.put("until", "2026-11-30");
        pause(finance, input);

        world.send(tenant, "2026-11-09", "15:00");

        assertThat(world.history(finance, customer)).containsExactly("EMAIL 2026-11-09 SKIPPED PAUSED");
        assertThat(world.count(tenant, "letter")).isZero();
    }

    @Test
    void it_can_be_ended_before_its_time_and_stays_told() {
        JsonPath paused = pause(finance, of(NodeKind.CUSTOMER, customer));
        String resume = "mutation { done: resumeDunning(input: {clientKey: \"r\", id: \""
                + paused.getString("dunningPause.id")
                + "\", version: 1, reason: \"It was a small fire.\"}) { dunningPause { live endedOn } userErrors { code } } }";

        assertThat(client.ask(finance, resume.replace("version: 1", "version: 2"))
                        .<String>getList("data.done.userErrors.code"))
                .containsExactly("STALE");
        JsonPath done = client.ask(finance, resume).setRootPath("data.done.dunningPause");

        assertThat(done.getBoolean("live")).isFalse();
        assertThat(done.getString("endedOn")).isEqualTo(MONDAY);
        assertThat(verdict(MONDAY)).isEqualTo("DUE 1");
        assertThat(client.ask(finance, "{ dunningPauses { totalCount nodes { reason endReason endedBy { id } } } }")
                        .getString("data.dunningPauses.nodes[0].endReason"))
                .isEqualTo("It was a small fire.");
        assertThat(client.ask(finance, "{ dunningPauses(filter: {live: true}) { totalCount } }")
                        .getInt("data.dunningPauses.totalCount"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01, INVALID_VALUE", "2026-11-02, ''", "2027-11-03, ''", "2027-11-04, INVALID_VALUE"})
    void its_last_day_is_today_or_within_a_year(String until, String codes) {
        Map<String, Object> input = of(NodeKind.CUSTOMER, customer);
        input.put("until", until);

        assertThat(codes(pause(finance, input))).isEqualTo(codes);
    }

    @Test
    void a_manager_of_a_region_pauses_its_customers_and_not_the_tenant() {
        UUID west = tenancy.customer(tenant, null, "West");

        assertThat(codes(pause(east, of(NodeKind.CUSTOMER, customer)))).isEmpty();
        assertThat(codes(pause(east, of(NodeKind.CUSTOMER, west)))).isEqualTo("NOT_FOUND");
        assertThat(codes(pause(east, of(null, null)))).isEqualTo("REQUIRED");
        Map<String, Object> both = of(NodeKind.CUSTOMER, customer);
        both.put("receivableId", NodeId.of(NodeKind.RECEIVABLE, invoice));
        assertThat(codes(pause(finance, both))).isEqualTo("EXACTLY_ONE");
    }

    @Test
    void those_who_see_a_customer_see_its_pauses_and_those_of_the_tenant() {
        pause(finance, of(NodeKind.CUSTOMER, customer));
        pause(finance, of(null, null));
        Actor rep = tenancy.user(tenant, Role.REP, null);

        assertThat(client.ask(rep, "{ dunningPauses { totalCount } }").getInt("data.dunningPauses.totalCount"))
                .isOne();
        JsonPath shown = client.ask(
                        east,
                        "{ customer(id: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                                + "\") { dunningPauses { reason } receivables { nodes { dunningPausedThrough } } } }")
                .setRootPath("data.customer");
        assertThat(shown.getList("dunningPauses.reason")).isEqualTo(List.of("The warehouse burned down."));
        assertThat(shown.getList("receivables.nodes.dunningPausedThrough")).isEqualTo(List.of("2026-11-05"));
    }
}
