package io.huikuan.escalation;

import static io.huikuan.escalation.EscalationWorld.codes;
import static io.huikuan.escalation.EscalationWorld.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ladder: who may climb it, when, and what leaves the house. */
@QuarkusTest
class EscalationTest {

    private static final String MONDAY = "2026-11-02";

    /** Seven days after the reminder. */
    private static final String DEADLINE = "2026-11-09";

    private static final String DAY_AFTER = "2026-11-10";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    EscalationWorld world;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Actor finance;
    private Actor manager;
    private Actor rep;
    private UUID customer;

    @BeforeEach
    void an_invoice_is_late() {
        tenant = tenancy.tenant("Asia/Shanghai");
        world.day(tenant, MONDAY);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        invoice("1000.00");
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private UUID invoice(String amount) {
        return tenancy.invoice(tenant, customer, amount, LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
    }

    @Test
    void it_begins_with_a_reminder_that_warns_of_a_firm_notice() {
        Escalation opened = world.open(rep, customer);

        assertThat(opened.stage()).isEqualTo(EscalationStage.REMINDER);
        assertThat(opened.warnedOf()).isEqualTo(EscalationStage.FIRM);
        assertThat(opened.warnedUntil()).isEqualTo(DEADLINE);
        assertThat(opened.people().lead()).isEqualTo(rep.user().orElseThrow());
        assertThat(world.letters(tenant, customer)).containsExactly("PAYMENT_REMINDER warns of FIRM after " + DEADLINE);
    }

    @Test
    void a_customer_has_one_open_case_also_when_many_open_one_at_the_same_moment() throws Exception {
        List<Outcome<Escalation>> outcomes = AtOnce.on(6, hand -> world.opening(rep, customer));

        assertThat(outcomes.stream().filter(outcome -> outcome.errors().isEmpty()))
                .hasSize(1);
        assertThat(outcomes.stream().flatMap(outcome -> codes(outcome).stream()))
                .hasSize(5)
                .containsOnly("ESCALATION_EXISTS");
        assertThat(world.letters(tenant, customer)).hasSize(1);
    }

    @Test
    void nobody_is_dunned_for_what_is_not_overdue_promised_or_disputed() {
        UUID other = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        assertThat(codes(world.opening(rep, other))).containsExactly("NOTHING_TO_DUN");
        tenancy.invoice(tenant, other, "10.00", LocalDate.parse(MONDAY), LocalDate.parse(MONDAY));
        assertThat(codes(world.opening(rep, other))).as("due today").containsExactly("NOTHING_TO_DUN");
        world.day(tenant, "2026-11-03");
        assertThat(codes(world.opening(rep, other))).as("overdue").isEmpty();

        promise("1000.00", "2026-11-20");
        assertThat(codes(world.opening(rep, customer))).as("promised").containsExactly("NOTHING_TO_DUN");
        assertThat(world.letters(tenant, customer)).isEmpty();
    }

    private void promise(String amount, String day) {
        String receivable = client.ask(rep, "{ receivables { nodes { id customer { id } } } }")
                .getString("data.receivables.nodes.find { it.customer.id == '" + NodeId.of(NodeKind.CUSTOMER, customer)
                        + "' }.id");
        change(
                rep,
                "recordPromise",
                "RecordPromiseInput",
                "promise { id }",
                Map.of(
                        "customerId",
                        NodeId.of(NodeKind.CUSTOMER, customer),
                        "receivableIds",
                        List.of(receivable),
                        "amount",
                        Map.of("amount", amount, "currency", "CNY"),
                        "promisedFor",
                        day));
    }

    private JsonPath change(Actor by, String mutation, String type, String fields, Map<String, ?> values) {
        Map<String, Object> input = new HashMap<>(values);
        input.put("clientKey", Uuids.next().toString());
        JsonPath answer = client.ask(
                by,
                "mutation($input: " + type + "!) { done: " + mutation + "(input: $input) { " + fields
                        + " userErrors { code field message } } }",
                Map.of("input", input));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.done");
    }

    @Test
    void a_firm_notice_goes_out_with_the_approval_and_not_before() {
        Escalation opened = world.open(rep, customer);
        world.day(tenant, DAY_AFTER);

        Escalation proposed = world.propose(rep, opened, EscalationStage.FIRM);
        assertThat(proposed.stage()).isEqualTo(EscalationStage.REMINDER);
        assertThat(world.letters(tenant, customer)).hasSize(1);

        Escalation firm = done(world.deciding(manager, proposed, true));
        assertThat(firm.stage()).isEqualTo(EscalationStage.FIRM);
        assertThat(firm.stageSince()).isEqualTo(DAY_AFTER);
        assertThat(world.letters(tenant, customer).get(1))
                .isEqualTo("OVERDUE_NOTICE warns of FINAL_NOTICE after 2026-11-17");
        assertThat(world.history(tenant, firm))
                .containsExactly("OPENED", "STAGE_REACHED REMINDER", "STAGE_PROPOSED FIRM", "STAGE_REACHED FIRM");
    }

    @ParameterizedTest
    @CsvSource({DEADLINE + ", STAGE_NOT_WARNED", DAY_AFTER + ", ''"})
    void the_last_day_of_the_warning_belongs_to_the_customer(String day, String code) {
        Escalation proposed = world.propose(rep, world.open(rep, customer), EscalationStage.FIRM);
        world.day(tenant, day);

        assertThat(String.join(" ", codes(world.deciding(manager, proposed, true))))
                .isEqualTo(code);
        assertThat(world.letters(tenant, customer)).hasSize(code.isEmpty() ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource({"FINAL_NOTICE", "LEGAL", "AGENCY"})
    void no_stage_is_skipped(EscalationStage stage) {
        Escalation opened = world.open(rep, customer);
        world.day(tenant, DAY_AFTER);

        assertThat(codes(world.proposing(rep, opened, stage))).containsExactly("STAGE_NOT_WARNED");
    }

    @Test
    void nobody_approves_what_he_proposed_himself() {
        Escalation opened = world.open(manager, customer);
        world.day(tenant, DAY_AFTER);
        Escalation proposed = world.propose(manager, opened, EscalationStage.FIRM);

        assertThat(codes(world.deciding(manager, proposed, true))).containsExactly("PROPOSER_CANNOT_APPROVE");
        Actor another = tenancy.user(tenant, Role.MANAGER, null);
        assertThat(codes(world.deciding(another, proposed, true))).isEmpty();
    }

    @Test
    void an_admin_who_is_alone_may_approve_his_own_until_somebody_else_sees_the_customer() {
        Actor lonely = tenancy.tenant("Asia/Shanghai");
        Actor admin = tenancy.user(lonely, Role.ADMIN, null);
        UUID theirs = tenancy.customer(lonely, null, "East");
        tenancy.invoice(lonely, theirs, "9.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
        Escalation opened = world.open(admin, theirs);
        world.day(lonely, DAY_AFTER);
        Escalation proposed = world.propose(admin, opened, EscalationStage.FIRM);
        tenancy.user(lonely, Role.MANAGER, "West");

        Escalation firm = done(world.deciding(admin, proposed, true));

        tenancy.user(lonely, Role.MANAGER, "East");
        world.day(lonely, "2026-11-20");
        Escalation last = world.propose(admin, firm, EscalationStage.FINAL_NOTICE);
        assertThat(codes(world.deciding(admin, last, true))).containsExactly("PROPOSER_CANNOT_APPROVE");
    }

    @Test
    void of_two_who_decide_at_once_one_wins_and_one_letter_goes_out() throws Exception {
        Escalation opened = world.open(rep, customer);
        world.day(tenant, DAY_AFTER);
        Escalation proposed = world.propose(rep, opened, EscalationStage.FIRM);

        List<Outcome<Escalation>> outcomes = AtOnce.on(4, hand -> world.deciding(manager, proposed, hand % 2 == 0));

        assertThat(outcomes.stream().filter(outcome -> outcome.errors().isEmpty()))
                .hasSize(1);
        assertThat(outcomes.stream().flatMap(outcome -> codes(outcome).stream()))
                .containsOnly("STALE");
        assertThat(world.letters(tenant, customer)).hasSizeBetween(1, 2);
        assertThat(world.history(tenant, opened)).hasSize(4);
    }

    @Test
    void no_letter_goes_out_after_the_money_when_both_come_at_once() throws Exception {
        for (int round = 0; round < 4; round++) {
            UUID debtor = tenancy.customer(tenant, rep.user().orElseThrow(), null);
            tenancy.invoice(tenant, debtor, "50.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
            world.day(tenant, MONDAY);
            Escalation opened = world.open(rep, debtor);
            world.day(tenant, DAY_AFTER);
            Escalation proposed = world.propose(rep, opened, EscalationStage.FIRM);

            List<Object> did = AtOnce.on(
                    2,
                    hand -> hand == 0
                            ? world.deciding(manager, proposed, true)
                            : books.pay(finance, debtor, "50.00", DAY_AFTER));

            Escalation after = world.find(rep, opened);
            assertThat(after.status()).isEqualTo(EscalationStatus.LIFTED);
            List<String> refused = codes((Outcome<?>) did.get(0));
            assertThat(world.letters(tenant, debtor))
                    .as("the receipt is the last letter")
                    .hasSize(refused.isEmpty() ? 3 : 2)
                    .last()
                    .isEqualTo("RECEIPT");
            assertThat(refused).isIn(List.of(), List.of("INVALID_STATUS"));
        }
    }

    @Test
    void a_decision_after_the_payment_is_refused_as_gone() {
        Escalation opened = world.open(rep, customer);
        world.day(tenant, DAY_AFTER);
        Escalation proposed = world.propose(rep, opened, EscalationStage.FIRM);
        EscalationMeasure measure = done(world.proposing(rep, proposed, EscalationMeasureKind.STOP_SUPPLY, null));

        books.pay(finance, customer, "1000.00", DAY_AFTER);

        assertThat(codes(world.deciding(manager, world.find(rep, opened), true)))
                .containsExactly("INVALID_STATUS");
        assertThat(codes(world.deciding(manager, world.find(rep, measure), true)))
                .containsExactly("INVALID_STATUS");
        assertThat(world.find(rep, measure).status()).isEqualTo(EscalationMeasureStatus.LAPSED);
    }

    @Test
    void an_approval_is_refused_when_all_is_promised_meanwhile() {
        Escalation opened = world.open(rep, customer);
        world.day(tenant, DAY_AFTER);
        Escalation proposed = world.propose(rep, opened, EscalationStage.FIRM);
        promise("1000.00", "2026-11-20");

        assertThat(codes(world.deciding(manager, proposed, true))).containsExactly("NOTHING_TO_DUN");
        assertThat(world.find(rep, opened).version()).isEqualTo(proposed.version());
    }

    @Test
    void a_rejection_says_why_and_leaves_the_stage() {
        Escalation opened = world.open(rep, customer);
        Escalation proposed = world.propose(rep, opened, EscalationStage.FIRM);

        Escalation rejected = done(world.deciding(manager, proposed, false));

        assertThat(rejected.stage()).isEqualTo(EscalationStage.REMINDER);
        assertThat(codes(world.deciding(manager, rejected, true))).containsExactly("INVALID_STATUS");
        JsonPath speechless = change(
                manager,
                "decideEscalationStage",
                "DecideEscalationStageInput",
                "escalation { id }",
                Map.of(
                        "id",
                        opened.id(),
                        "version",
                        world.propose(rep, rejected, EscalationStage.FIRM).version(),
                        "approve",
                        false));
        assertThat(speechless.getList("userErrors.code")).containsExactly("REQUIRED");
    }

    @Test
    void the_same_letter_can_be_repeated_when_its_deadline_has_passed() {
        Escalation opened = world.open(rep, customer);

        assertThat(codes(world.proposing(rep, opened, EscalationStage.REMINDER)))
                .containsExactly("STAGE_NOT_WARNED");
        world.day(tenant, DAY_AFTER);
        Escalation repeated = world.propose(rep, opened, EscalationStage.REMINDER);

        assertThat(repeated.warnedUntil()).isEqualTo("2026-11-17");
        assertThat(world.letters(tenant, customer)).hasSize(2);
    }

    @Test
    void it_climbs_to_the_lawyer_step_by_step_and_each_letter_warns_of_the_next() {
        Escalation climbing = world.open(rep, customer);
        world.day(tenant, "2026-11-10");
        climbing = world.reach(rep, manager, climbing, EscalationStage.FIRM);
        world.day(tenant, "2026-11-18");
        climbing = world.reach(rep, manager, climbing, EscalationStage.FINAL_NOTICE);
        world.day(tenant, "2026-11-26");
        assertThat(codes(world.proposing(rep, climbing, EscalationStage.AGENCY)))
                .as("it was warned of a lawyer")
                .containsExactly("STAGE_NOT_WARNED");
        climbing = world.reach(rep, manager, climbing, EscalationStage.LEGAL);

        assertThat(climbing.warnedOf()).isNull();
        assertThat(world.letters(tenant, customer))
                .containsExactly(
                        "PAYMENT_REMINDER warns of FIRM after 2026-11-09",
                        "OVERDUE_NOTICE warns of FINAL_NOTICE after 2026-11-17",
                        "FINAL_NOTICE warns of LEGAL after 2026-11-25",
                        "LAWYERS_LETTER");
    }

    @Test
    void an_agency_writes_in_its_own_name() {
        Escalation climbing = world.open(rep, customer);
        world.day(tenant, "2026-11-10");
        climbing = world.reach(rep, manager, climbing, EscalationStage.FIRM);
        world.day(tenant, "2026-11-18");
        JsonPath proposed = change(
                rep,
                "proposeEscalationStage",
                "ProposeEscalationStageInput",
                "escalation { version proposal { warnsOf days } }",
                Map.of(
                        "id",
                        climbing.id(),
                        "version",
                        climbing.version(),
                        "stage",
                        "FINAL_NOTICE",
                        "warnsOf",
                        "AGENCY",
                        "days",
                        10,
                        "reason",
                        "They are far away."));
        assertThat(proposed.getList("userErrors")).isEmpty();
        climbing = done(world.deciding(manager, world.find(rep, climbing), true));
        assertThat(climbing.warnedUntil()).isEqualTo("2026-11-28");
        world.day(tenant, "2026-11-29");
        climbing = world.reach(rep, manager, climbing, EscalationStage.AGENCY);

        assertThat(climbing.stage()).isEqualTo(EscalationStage.AGENCY);
        assertThat(world.letters(tenant, customer)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"2, INVALID_VALUE", "3, ''", "60, ''", "61, INVALID_VALUE"})
    void a_deadline_is_three_to_sixty_days_away(int days, String code) {
        JsonPath opened = change(
                rep,
                "openEscalation",
                "OpenEscalationInput",
                "escalation { warnedUntil }",
                Map.of(
                        "customerId",
                        NodeId.of(NodeKind.CUSTOMER, customer),
                        "reason",
                        "It does not pay.",
                        "days",
                        days));

        assertThat(String.join(" ", opened.getList("userErrors.code"))).isEqualTo(code);
    }

    @Test
    void a_repeat_answers_the_same_case_and_another_version_is_stale() {
        Map<String, Object> wish = Map.of(
                "clientKey", "k", "customerId", NodeId.of(NodeKind.CUSTOMER, customer), "reason", "It does not pay.");
        String document =
                "mutation($input: OpenEscalationInput!) { openEscalation(input: $input) { escalation { id } } }";
        String first = client.ask(rep, document, Map.of("input", wish)).getString("data.openEscalation.escalation.id");

        assertThat(client.ask(rep, document, Map.of("input", wish)).getString("data.openEscalation.escalation.id"))
                .isEqualTo(first);
        assertThat(world.letters(tenant, customer)).hasSize(1);
        Escalation opened = world.find(rep, first);
        world.propose(rep, opened, EscalationStage.FIRM);
        assertThat(codes(world.proposing(rep, opened, EscalationStage.FIRM))).containsExactly("STALE");
    }

    @Test
    void its_people_see_the_customer_and_its_manager_leads() {
        Escalation opened = world.open(rep, customer);
        Actor stranger = tenancy.user(tenant, Role.REP, null);
        Map<String, Object> wish = new HashMap<>(Map.of(
                "id", opened.id(), "version", opened.version(), "leadId", user(rep), "managerId", user(manager)));
        wish.put("secondVoiceId", user(stranger));
        assertThat(participants(wish).<String>getList("userErrors.code")).containsExactly("ASSIGNEE_OUT_OF_SCOPE");
        wish.put("secondVoiceId", user(finance));
        wish.put("managerId", user(finance));
        assertThat(participants(wish).<String>getList("userErrors.code")).containsExactly("INVALID_VALUE");
        wish.put("managerId", user(manager));
        JsonPath changed = participants(wish);
        assertThat(changed.getList("userErrors")).isEmpty();
        assertThat(changed.getString("escalation.secondVoice.id")).isEqualTo(user(finance));
    }

    private JsonPath participants(Map<String, ?> wish) {
        return change(
                rep,
                "changeEscalationParticipants",
                "ChangeEscalationParticipantsInput",
                "escalation { secondVoice { id } }",
                wish);
    }

    private static String user(Actor person) {
        return NodeId.of(NodeKind.USER, person.user().orElseThrow());
    }

    @Test
    void a_visit_of_our_leader_is_a_step_that_its_contact_record_tells_of() {
        Escalation opened = world.open(rep, customer);
        JsonPath planned = change(
                rep,
                "planLeaderVisit",
                "PlanLeaderVisitInput",
                "escalation { version visitOn visitor { id } }",
                Map.of("id", opened.id(), "version", opened.version(), "visitorId", user(manager), "on", DEADLINE));
        assertThat(planned.getString("escalation.visitor.id")).isEqualTo(user(manager));
        for (String other :
                List.of(contact("PHONE", "2026-11-02T04:00:00Z"), contact("VISIT", "2026-11-02T03:59:59Z"))) {
            assertThat(visited(planned.getInt("escalation.version"), other).<String>getList("userErrors.code"))
                    .as("a call, and a visit before the case was opened")
                    .containsExactly("NOT_FOUND");
        }

        JsonPath visited = visited(planned.getInt("escalation.version"), contact("VISIT", "2026-11-02T04:00:00Z"));

        assertThat(visited.getList("userErrors")).isEmpty();
        assertThat(visited.getString("escalation.visitOn")).isNull();
        assertThat(world.history(tenant, opened)).endsWith("VISIT_PLANNED", "VISITED");
    }

    private JsonPath visited(int version, String record) {
        String id = client.ask(rep, "{ escalations { nodes { id } } }").getString("data.escalations.nodes[0].id");
        return change(
                rep,
                "recordLeaderVisit",
                "RecordLeaderVisitInput",
                "escalation { visitOn }",
                Map.of("id", id, "version", version, "contactRecordId", record));
    }

    private String contact(String channel, String occurredAt) {
        return change(
                        manager,
                        "logContact",
                        "LogContactInput",
                        "contactRecord { id }",
                        Map.of(
                                "customerId",
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                "channel",
                                channel,
                                "outcome",
                                "REACHED",
                                "summary",
                                "The owners spoke.",
                                "occurredAt",
                                occurredAt,
                                "outsideReason",
                                "The owner asked for it."))
                .getString("contactRecord.id");
    }

    @Test
    void an_alert_calls_the_lead_the_day_after_the_deadline_until_the_next_stage_is_proposed() {
        Escalation opened = world.open(rep, customer);
        review(DEADLINE);
        assertThat(alerts()).isEmpty();
        review(DAY_AFTER);
        assertThat(alerts())
                .hasSize(1)
                .first()
                .asString()
                .contains("2026-11-09")
                .contains("firm notice");
        assertThat(world.letters(tenant, customer))
                .as("nothing climbs by itself")
                .hasSize(1);

        world.propose(rep, opened, EscalationStage.FIRM);
        assertThat(alerts()).isEmpty();
    }

    private void review(String day) {
        world.day(tenant, day);
        Actor admin = tenancy.user(tenant, Role.ADMIN, null);
        change(admin, "runJob", "RunJobInput", "jobRun { status }", Map.of("job", "ESCALATION_REVIEW"));
    }

    private List<String> alerts() {
        JsonPath answer = client.ask(
                rep,
                "{ alerts(filter: {type: [ESCALATION_DUE], status: [OPEN]}) { nodes { title assignee { id }"
                        + " subject { ... on Escalation { number } } } } }");
        assertThat(answer.<String>getList("data.alerts.nodes.subject.number")).doesNotContainNull();
        return answer.getList("data.alerts.nodes.title");
    }

    @Test
    void who_approves_finds_what_waits_and_sees_the_sales_at_risk() {
        Actor admin = tenancy.user(tenant, Role.ADMIN, null);
        int version = client.ask(admin, "{ tenantSettings { version } }").getInt("data.tenantSettings.version");
        change(
                admin,
                "updateTenantSettings",
                "UpdateTenantSettingsInput",
                "settings { version }",
                Map.of("version", version, "grossMargin", "0.25"));
        tenancy.invoice(tenant, customer, "7.00", LocalDate.parse("2025-11-02"), LocalDate.parse("2025-12-02"));
        tenancy.invoice(tenant, customer, "40.00", LocalDate.parse("2025-11-03"), LocalDate.parse("2025-12-03"));
        Escalation opened = world.open(manager, customer);
        assertThat(waiting(manager)).isEmpty();
        world.propose(manager, opened, EscalationStage.FIRM);
        assertThat(waiting(manager)).as("his own").isEmpty();
        assertThat(waiting(rep)).as("a rep approves nothing").isEmpty();
        assertThat(waiting(admin)).containsExactly(opened.id());

        Map<String, Object> risk = client.ask(
                        admin,
                        "{ escalations { nodes { salesAtRisk { currency from to creditSales margin openOrders overdue salesToMakeUp } } } }")
                .getMap("data.escalations.nodes[0].salesAtRisk[0]");
        assertThat(risk)
                .containsEntry("from", "2025-11-03")
                .containsEntry("to", MONDAY)
                .containsEntry("creditSales", "1040.00")
                .containsEntry("margin", "260.00")
                .containsEntry("openOrders", "0.00")
                .containsEntry("overdue", "1047.00")
                .containsEntry("salesToMakeUp", "4188.00");
    }

    private List<String> waiting(Actor viewer) {
        return client.ask(viewer, "{ escalations(filter: {waitingForMe: true}) { totalCount nodes { id } } }")
                .getList("data.escalations.nodes.id");
    }

    @Test
    void lists_are_narrowed_by_what_is_asked() {
        Escalation opened = world.open(rep, customer);

        assertThat(count("customerId: \"" + NodeId.of(NodeKind.CUSTOMER, customer) + "\""))
                .isEqualTo(1);
        assertThat(count("status: [OPEN], stage: [REMINDER], mine: true")).isEqualTo(1);
        assertThat(count("mine: false")).isZero();
        assertThat(count("stage: [FIRM]")).isZero();
        assertThat(count("warnedUntilTo: \"2026-11-08\"")).isZero();
        assertThat(count("warnedUntilTo: \"" + DEADLINE + "\"")).isEqualTo(1);
        assertThat(count("waitingForMe: false")).isEqualTo(1);
        done(world.closing(rep, opened));
        assertThat(count("status: [CLOSED]")).isEqualTo(1);
    }

    private int count(String filter) {
        return client.ask(rep, "{ escalations(filter: {" + filter + "}) { totalCount } }")
                .getInt("data.escalations.totalCount");
    }

    @Test
    void other_reps_regions_and_tenants_see_nothing_and_neither_does_the_partner() {
        Escalation opened = world.open(rep, customer);
        Actor otherRep = tenancy.user(tenant, Role.REP, null);
        Actor elsewhere = tenancy.user(tenant, Role.MANAGER, "West");
        Actor foreign = tenancy.user(tenancy.tenant("Asia/Shanghai"), Role.MANAGER, null);
        Actor partner = tenancy.partner(tenant, customer);

        for (Actor viewer : List.of(otherRep, elsewhere, foreign)) {
            assertThat(client.ask(viewer, "{ escalations { totalCount } }").getInt("data.escalations.totalCount"))
                    .isZero();
            assertThat(codes(world.proposing(viewer, opened, EscalationStage.FIRM)))
                    .containsExactly("NOT_FOUND");
        }
        assertThat(client.ask(partner, "{ escalations { totalCount } }").getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        assertThat(world.exists(partner, opened)).isFalse();
    }

    @Test
    void a_page_of_twenty_takes_no_more_statements_than_one_of_two() {
        for (int i = 0; i < 5; i++) {
            UUID another = tenancy.customer(tenant, rep.user().orElseThrow(), null);
            tenancy.invoice(tenant, another, "9.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
            clock.forward(Duration.ofSeconds(1));
            world.open(rep, another);
        }
        String page =
                "{ escalations(first: %d) { nodes { customer { name escalation { id } } lead { id } proposal { stage }"
                        + " salesAtRisk { overdue } measures(first: 5) { nodes { id } } history(first: 5) { nodes { kind letter { id } } } } } }";

        int two = Statements.during(() -> client.ask(rep, page.formatted(2)));
        int twenty = Statements.during(() -> client.ask(rep, page.formatted(20)));

        assertThat(twenty).isEqualTo(two);
    }

    @Test
    void a_manager_ends_any_case_and_others_only_a_reminder() {
        Escalation opened = world.open(rep, customer);
        world.day(tenant, DAY_AFTER);
        Escalation firm = world.reach(rep, manager, opened, EscalationStage.FIRM);

        JsonPath refused = client.ask(
                rep,
                "mutation { closeEscalation(input: {clientKey: \"x\", id: \"" + firm.id() + "\", version: "
                        + firm.version() + ", reason: \"No.\"}) { escalation { id } } }");
        assertThat(refused.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        Escalation closed = done(world.closing(manager, firm));
        assertThat(closed.status()).isEqualTo(EscalationStatus.CLOSED);
        assertThat(closed.endedBecause()).isEqualTo(EscalationEnd.PERSON);
    }

    @ParameterizedTest
    @CsvSource({DEADLINE + ", STAGE_NOT_WARNED", DAY_AFTER + ", ''"})
    void after_a_case_that_was_closed_the_next_begins_when_its_deadline_has_passed(String day, String code) {
        done(world.closing(manager, world.open(rep, customer)));
        world.day(tenant, day);

        assertThat(String.join(" ", codes(world.opening(rep, customer)))).isEqualTo(code);
        assertThat(world.letters(tenant, customer)).hasSize(code.isEmpty() ? 2 : 1);
    }

    @Test
    void what_a_case_wrote_and_has_not_left_the_house_stays_there_when_it_ends() {
        Escalation opened = world.open(rep, customer);
        assertThat(world.letterStates(tenant, customer)).containsExactly("PAYMENT_REMINDER PRINT_QUEUED");
        done(world.closing(manager, opened));
        assertThat(world.letterStates(tenant, customer)).containsExactly("PAYMENT_REMINDER WITHDRAWN");

        world.day(tenant, DAY_AFTER);
        world.open(rep, customer);
        books.pay(finance, customer, "1000.00", DAY_AFTER);
        assertThat(world.letterStates(tenant, customer))
                .containsExactly("PAYMENT_REMINDER WITHDRAWN", "PAYMENT_REMINDER WITHDRAWN", "RECEIPT PRINT_QUEUED");
    }

    @Test
    void after_a_case_that_was_lifted_the_next_may_begin_at_once() {
        world.open(rep, customer);
        books.pay(finance, customer, "1000.00", MONDAY);
        invoice("20.00");

        assertThat(codes(world.opening(rep, customer))).isEmpty();
    }

    @Test
    void a_rep_does_not_end_what_a_manager_has_to_decide_on() {
        Escalation opened = world.open(rep, customer);
        done(world.proposing(manager, opened, EscalationMeasureKind.STOP_SUPPLY, null));
        Escalation waiting = world.find(rep, opened);

        assertThatThrownBy(() -> world.closing(rep, waiting)).hasMessageContaining("to be decided on");
        assertThat(world.find(rep, opened).status()).isEqualTo(EscalationStatus.OPEN);

        done(world.closing(manager, waiting));
        assertThat(world.history(tenant, opened)).contains("MEASURE_LAPSED STOP_SUPPLY");
    }

    @Test
    void a_credit_note_lifts_and_a_write_off_does_not() {
        UUID debtor = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        UUID first =
                tenancy.invoice(tenant, debtor, "50.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
        Escalation opened = world.open(rep, debtor);
        books.writeOff(finance, first, "50.00", MONDAY);
        assertThat(world.find(rep, opened).status()).isEqualTo(EscalationStatus.OPEN);

        UUID late = invoice("20.00");
        Escalation other = world.open(rep, customer);
        books.credit(finance, late, "CN-1" + customer, "20.00", MONDAY);
        assertThat(world.find(rep, other).status())
                .as("something is still overdue")
                .isEqualTo(EscalationStatus.OPEN);
        books.pay(finance, customer, "999.99", MONDAY);
        assertThat(world.find(rep, other).status()).isEqualTo(EscalationStatus.OPEN);
        books.pay(finance, customer, "0.01", MONDAY);
        assertThat(world.find(rep, other).endedBecause()).isEqualTo(EscalationEnd.PAYMENT);
    }
}
