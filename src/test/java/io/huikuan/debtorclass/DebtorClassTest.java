package io.huikuan.debtorclass;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.job.JobName;
import io.huikuan.job.Jobs;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suggesting, confirming and reviewing classes of debtor, and who may. */
@QuarkusTest
class DebtorClassTest {

    private static final String MONDAY = "2026-11-02";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    TestClock clock;

    @Inject
    Jobs jobs;

    @Inject
    DebtorClasses classes;

    private Actor tenant;
    private Actor admin;
    private Actor finance;
    private Actor manager;
    private Actor rep;
    private UUID customer;

    @BeforeEach
    void a_customer_owes() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse(MONDAY), tenant.zone());
        admin = tenancy.user(tenant, Role.ADMIN, null);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private void look() {
        assertThat(tenancy.callOutside(admin, () -> jobs.run(new Jobs.RunJob(null, JobName.CLASS_REVIEW, null)))
                        .errors())
                .isEmpty();
    }

    /** Something of the customer is overdue for so many days. */
    private UUID late(UUID whose, int days) {
        LocalDate due = tenancy.today(tenant).minusDays(days);
        return tenancy.invoice(tenant, whose, "1000.00", due.minusDays(30), due);
    }

    private Map<String, Object> input(UUID whose, String debtorClass) {
        Map<String, Object> input = new HashMap<>();
        input.put("clientKey", Uuids.next().toString());
        input.put("customerId", NodeId.of(NodeKind.CUSTOMER, whose));
        input.put("debtorClass", debtorClass);
        return input;
    }

    private JsonPath confirm(Actor by, String debtorClass, int version, String reason) {
        Map<String, Object> input = input(customer, debtorClass);
        input.put("version", version);
        input.put("reason", reason);
        return change(by, "confirmDebtorClass", "ConfirmDebtorClassInput", input);
    }

    private JsonPath suggest(Actor by, String debtorClass, String reason) {
        Map<String, Object> input = input(customer, debtorClass);
        input.put("reason", reason);
        return change(by, "suggestDebtorClass", "SuggestDebtorClassInput", input);
    }

    private JsonPath change(Actor by, String mutation, String type, Map<String, ?> input) {
        return client.ask(
                        by,
                        "mutation($input: " + type + "!) { done: " + mutation
                                + "(input: $input) { classification { version confirmed confirmedOn reason suggested proposed review because }"
                                + " userErrors { code field } } }",
                        Map.of("input", input))
                .setRootPath("data.done");
    }

    private static List<String> codes(JsonPath answer) {
        return answer.getList("userErrors.code");
    }

    private List<String> reviews(Actor by) {
        return client
                .ask(by, "{ debtorClassReviews { nodes { review } } }")
                .<List<String>>getList("data.debtorClassReviews.nodes.review")
                .stream()
                .map(reasons -> String.join(" ", reasons))
                .toList();
    }

    @Test
    void what_the_evidence_proposes_is_confirmed_without_a_reason_and_another_class_with_one() {
        late(customer, 10);

        assertThat(codes(confirm(manager, "EVASIVE", 0, null))).containsExactly("REQUIRED");
        JsonPath slow = confirm(manager, "SLOW", 0, null);
        assertThat(slow.getString("classification.confirmed")).isEqualTo("SLOW");
        assertThat(slow.getString("classification.proposed")).isEqualTo("SLOW");
        assertThat(slow.getInt("classification.version")).isEqualTo(1);
        assertThat(codes(confirm(finance, "EVASIVE", 0, "He hides."))).containsExactly("STALE");
        assertThat(codes(confirm(finance, "EVASIVE", 1, "He hides."))).isEmpty();
        assertThat(tenancy.call(rep, () -> classes.of(Set.of(customer)))).containsEntry(customer, DebtorClass.EVASIVE);
    }

    @Test
    void what_was_said_is_kept_with_the_evidence_as_it_was() {
        late(customer, 10);
        suggest(rep, "CASH_SHORT", "His shop is empty.");
        confirm(manager, "SLOW", 0, null);

        JsonPath history = client.ask(
                        rep,
                        "{ customer(id: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                                + "\") { debtorClass debtorClassHistory(first: 1) { totalCount pageInfo { hasNextPage endCursor }"
                                + " nodes { number kind debtorClass proposed reason evidence recordedBy { id } } } } }")
                .setRootPath("data.customer");

        assertThat(history.getString("debtorClass")).isEqualTo("SLOW");
        assertThat(history.getInt("debtorClassHistory.totalCount")).isEqualTo(2);
        assertThat(history.getBoolean("debtorClassHistory.pageInfo.hasNextPage"))
                .isTrue();
        assertThat(history.<String>getList("debtorClassHistory.nodes[0].evidence"))
                .contains("The oldest open installment is 10 days overdue.", "No payment came in the last 365 days.");
        JsonPath next = client.ask(
                        rep,
                        "{ customer(id: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                                + "\") { debtorClassHistory(after: \""
                                + history.getString("debtorClassHistory.pageInfo.endCursor")
                                + "\") { nodes { number kind debtorClass reason } } } }")
                .setRootPath("data.customer.debtorClassHistory");
        assertThat(next.getList("nodes.number")).containsExactly(1);
        assertThat(next.getString("nodes[0].reason")).isEqualTo("His shop is empty.");
    }

    @Test
    void a_suggestion_waits_until_somebody_confirms_a_class() {
        assertThat(codes(suggest(rep, "EVASIVE", " "))).containsExactly("REQUIRED");
        JsonPath suggested = suggest(rep, "EVASIVE", "He pays others.");
        assertThat(suggested.getString("classification.suggested")).isEqualTo("EVASIVE");
        assertThat(suggested.getString("classification.confirmed")).isNull();
        assertThat(reviews(manager)).containsExactly("SUGGESTED");

        confirm(manager, "GOOD", 0, null);

        assertThat(reviews(manager)).isEmpty();
    }

    @Test
    void phones_are_told_of_another_class() {
        JsonPath before = changes("null");
        while (before.getBoolean("hasMore")) {
            before = changes('"' + before.getString("cursor") + '"');
        }

        confirm(manager, "GOOD", 0, null);
        JsonPath confirmed = changes('"' + before.getString("cursor") + '"');
        assertThat(confirmed.getList("nodes.debtorClass")).containsExactly("GOOD");
        confirm(manager, "SLOW", 1, "He takes his time.");
        assertThat(changes('"' + confirmed.getString("cursor") + '"').getList("nodes.debtorClass"))
                .containsExactly("SLOW");
    }

    private JsonPath changes(String cursor) {
        return client.ask(
                        rep,
                        "{ changes(first: 100, after: " + cursor
                                + ") { cursor hasMore nodes { ... on Customer { debtorClass } } } }")
                .setRootPath("data.changes");
    }

    @Test
    void only_a_manager_or_admin_takes_a_customer_out_of_evasive() {
        confirm(finance, "EVASIVE", 0, "He hides.");
        JsonPath refused = client.ask(
                finance,
                "mutation { confirmDebtorClass(input: {clientKey: \"1\", customerId: \""
                        + NodeId.of(NodeKind.CUSTOMER, customer)
                        + "\", version: 1, debtorClass: GOOD}) { classification { version } } }");
        assertThat(refused.getList("errors.extensions.code")).containsExactly("FORBIDDEN");
        assertThat(codes(confirm(finance, "EVASIVE", 1, "He hides still."))).isEmpty();

        assertThat(codes(confirm(manager, "SLOW", 2, "He paid."))).isEmpty();
        assertThat(codes(confirm(finance, "GOOD", 3, null))).isEmpty();
        confirm(finance, "EVASIVE", 4, "He hides.");
        assertThat(codes(confirm(admin, "GOOD", 5, null))).isEmpty();
    }

    @Test
    void a_rep_may_not_confirm() {
        JsonPath answer = client.ask(
                rep,
                "mutation { confirmDebtorClass(input: {clientKey: \"1\", customerId: \""
                        + NodeId.of(NodeKind.CUSTOMER, customer)
                        + "\", version: 0, debtorClass: GOOD}) { classification { version } } }");

        assertThat(answer.getList("errors.extensions.code")).containsExactly("FORBIDDEN");
    }

    @Test
    void a_class_is_reviewed_the_day_after_its_days_are_over() {
        confirm(manager, "GOOD", 0, null);
        clock.setNoon(LocalDate.parse(MONDAY).plusDays(90), tenant.zone());
        assertThat(reviews(manager)).isEmpty();
        clock.setNoon(LocalDate.parse(MONDAY).plusDays(91), tenant.zone());
        assertThat(reviews(manager)).containsExactly("STALE");
    }

    @Test
    void a_class_is_reviewed_when_the_evidence_proposes_another_one_than_it_did() {
        late(customer, 10);
        confirm(manager, "EVASIVE", 0, "He hides.");
        look();
        assertThat(reviews(manager))
                .as("what it proposed then was not followed")
                .isEmpty();

        books.pay(finance, customer, "1000.00", MONDAY);
        look();
        assertThat(reviews(manager)).containsExactly("EVIDENCE_CHANGED");

        confirm(manager, "GOOD", 1, null);
        assertThat(reviews(manager)).isEmpty();
    }

    @Test
    void a_customer_without_a_class_is_reviewed_when_something_else_than_good_is_proposed() {
        look();
        assertThat(reviews(manager)).isEmpty();
        late(customer, 9);
        look();
        assertThat(reviews(manager)).isEmpty();
        late(customer, 10);
        look();
        look();
        assertThat(reviews(manager)).containsExactly("UNCONFIRMED");
    }

    @Test
    void reviews_and_classes_are_listed_by_what_is_asked_for() {
        late(customer, 10);
        look();
        confirm(manager, "SLOW", 0, null);
        UUID another = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        late(another, 10);
        look();

        assertThat(total("debtorClassReviews(filter: {reason: [UNCONFIRMED]})")).isEqualTo(1);
        assertThat(total("debtorClassReviews(filter: {reason: [STALE]})")).isZero();
        assertThat(total("debtorClassReviews(filter: {proposed: [SLOW]})")).isEqualTo(1);
        assertThat(total("debtorClassReviews(filter: {proposed: [GOOD]})")).isZero();
        assertThat(total("debtorClasses")).isEqualTo(1);
        assertThat(total("debtorClasses(confirmed: [SLOW, GOOD])")).isEqualTo(1);
        assertThat(total("debtorClasses(confirmed: [GOOD])")).isZero();
    }

    private int total(String list) {
        return client.ask(manager, "{ list: " + list + " { totalCount nodes { customer { id } } } }")
                .getInt("data.list.totalCount");
    }

    @Test
    void a_repeat_answers_the_same_classification_and_another_input_is_refused() {
        Map<String, Object> input = input(customer, "GOOD");
        input.put("version", 0);
        assertThat(change(manager, "confirmDebtorClass", "ConfirmDebtorClassInput", input)
                        .getInt("classification.version"))
                .isEqualTo(1);
        assertThat(change(manager, "confirmDebtorClass", "ConfirmDebtorClassInput", input)
                        .getInt("classification.version"))
                .isEqualTo(1);
        input.put("debtorClass", "SLOW");
        assertThat(codes(change(manager, "confirmDebtorClass", "ConfirmDebtorClassInput", input)))
                .containsExactly("CLIENT_KEY_REUSED");
    }

    @Test
    void of_many_who_confirm_at_the_same_moment_one_does() throws Exception {
        List<List<String>> outcomes =
                AtOnce.on(4, hand -> codes(confirm(hand % 2 == 0 ? manager : finance, "SLOW", 0, "I say so.")));

        assertThat(outcomes.stream().flatMap(List::stream)).containsExactly("STALE", "STALE", "STALE");
    }

    @Test
    void what_is_not_yours_has_no_class() {
        late(customer, 10);
        confirm(manager, "SLOW", 0, null);
        suggest(rep, "EVASIVE", "He hides.");
        Actor other = tenancy.user(tenant, Role.REP, null);
        Actor stranger = tenancy.user(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, null);

        for (Actor one : List.of(other, stranger)) {
            JsonPath seen = client.ask(
                    one, "{ debtorClasses { totalCount } debtorClassReviews { totalCount nodes { version } } }");
            assertThat(seen.getInt("data.debtorClasses.totalCount")).isZero();
            assertThat(seen.getInt("data.debtorClassReviews.totalCount")).isZero();
            assertThat(codes(suggest(one, "GOOD", "I say so."))).containsExactly("NOT_FOUND");
        }
        assertThat(codes(confirm(stranger, "GOOD", 0, "I say so."))).containsExactly("NOT_FOUND");
        assertThat(reviews(rep)).containsExactly("SUGGESTED");
    }

    private Map<String, Object> policy() {
        Map<String, Object> policy = new HashMap<>(client.ask(
                        finance,
                        "{ classPolicy { version reviewDays fewestCases slowDays unkeptShare paidConcessions conditionalShare disputedShare rejectedShare evasiveDays refusals ableRate shortRate } }")
                .<String, Object>getMap("data.classPolicy"));
        policy.put("clientKey", Uuids.next().toString());
        return policy;
    }

    private JsonPath updated(Map<String, Object> policy) {
        return client.ask(
                        finance,
                        "mutation($input: UpdateClassPolicyInput!) { done: updateClassPolicy(input: $input) { policy { version slowDays } userErrors { code field } } }",
                        Map.of("input", policy))
                .setRootPath("data.done");
    }

    @Test
    void the_tenants_policy_decides_from_when_on_a_class_is_proposed() {
        late(customer, 10);
        Map<String, Object> policy = policy();
        policy.put("slowDays", 11);
        assertThat(updated(policy).getInt("policy.version")).isEqualTo(1);
        policy.put("clientKey", Uuids.next().toString());
        assertThat(codes(updated(policy))).containsExactly("STALE");

        assertThat(tenancy.call(rep, () -> classes.find(customer)).orElseThrow().proposed())
                .isEqualTo(DebtorClass.GOOD);
    }

    @Test
    void a_policy_has_bounds() {
        Map<String, Object> policy = policy();
        policy.put("slowDays", 0);
        policy.put("unkeptShare", "0");
        policy.put("shortRate", "0.8");
        assertThat(codes(updated(policy))).containsExactly("INVALID_VALUE", "INVALID_VALUE", "INVALID_VALUE");
    }

    @Test
    void more_customers_take_no_more_statements() {
        String document =
                "{ customers(first: %d) { nodes { id debtorClass classification { proposed evidence { settled } confirmedBy { id } } debtorClassHistory(first: 2) { totalCount nodes { kind } } } } }";
        for (int n = 0; n < 3; n++) {
            late(tenancy.customer(tenant, rep.user().orElseThrow(), null), 10);
        }
        confirm(manager, "GOOD", 0, null);

        int one = Statements.during(() -> client.ask(rep, String.format(document, 1)));
        int four = Statements.during(() -> client.ask(rep, String.format(document, 4)));

        assertThat(four).isEqualTo(one);
    }
}
