package io.huikuan.credit;

import static io.huikuan.credit.CreditWorld.blocking;
import static io.huikuan.credit.CreditWorld.cny;
import static io.huikuan.credit.CreditWorld.codes;
import static io.huikuan.credit.CreditWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits, grades and rules: how they are given, what is refused, and what the history says. */
@QuarkusTest
class CreditLimitTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    TestClock clock;

    @Inject
    Client client;

    @Inject
    CreditWorld world;

    private Actor tenant;
    private Actor admin;
    private Actor finance;
    private Actor manager;
    private UUID customer;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        admin = tenancy.user(tenant, Role.ADMIN, null);
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        customer = tenancy.customer(tenant, null, null);
        today = tenancy.today(tenant);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private JsonPath credit(String fields) {
        return client.ask(finance, "{ customer(id: \"" + id(customer) + "\") { " + fields + " } }")
                .setRootPath("data.customer");
    }

    @Test
    void a_temporary_limit_lies_over_the_standard_one_until_that_changes() {
        world.limit(finance, customer, "1000.00");
        JsonPath raised = world.limit(
                finance,
                customer,
                "3000.00",
                "kind",
                "TEMPORARY",
                "validUntil",
                today.plusDays(10).toString());
        assertThat(codes(raised)).isEmpty();
        assertThat(raised.getString("standing.limitAmount.amount")).isEqualTo("3000.00");

        JsonPath cut = world.limit(finance, customer, "200.00");

        assertThat(cut.getString("standing.limitAmount.amount")).isEqualTo("200.00");
        assertThat(credit(
                                "creditLimit { amount } creditLimits { totalCount nodes { number kind amount { amount } recordedBy { id } } }")
                        .getList("creditLimits.nodes.amount.amount"))
                .isEqualTo(List.of("200.00", "3000.00", "1000.00"));
    }

    @Test
    void a_limit_of_days_to_come_waits_for_its_day() {
        world.limit(finance, customer, "1000.00");
        world.limit(finance, customer, "9000.00", "validFrom", today.plusDays(1).toString());

        assertThat(credit("creditLimit { amount }").getString("creditLimit.amount"))
                .isEqualTo("1000.00");
    }

    @Test
    void a_limit_taken_away_is_no_limit_and_stays_in_the_history() {
        world.limit(finance, customer, "1000.00");
        JsonPath none = world.limit(finance, customer, null);

        assertThat(codes(none)).isEmpty();
        assertThat(none.getString("standing.limitAmount")).isNull();
        assertThat(none.getString("standing.available")).isNull();
        assertThat(credit("creditLimit { amount } creditLimits { totalCount }").getInt("creditLimits.totalCount"))
                .isEqualTo(2);
        assertThat(world.check(finance, customer, "999999.00").getBoolean("allowed"))
                .isTrue();
    }

    @Test
    void what_the_record_of_the_customer_says_is_history_too() {
        JsonPath made = world.change(
                finance,
                "createCustomer",
                "CreateCustomerInput",
                Map.of("code", "C1", "name", "Demo Shop", "creditLimit", cny("500.00"), "grade", "C"),
                "customer { id creditLimit { amount } }");
        assertThat(made.getString("customer.creditLimit.amount")).isEqualTo("500.00");
        JsonPath changed = world.change(
                finance,
                "updateCustomer",
                "UpdateCustomerInput",
                Map.of("id", made.getString("customer.id"), "version", 1, "creditLimit", cny("700.00"), "grade", "B"),
                "customer { creditLimit { amount } grade creditLimits { nodes { amount { amount } reason recordedBy { id } } }"
                        + " creditAssessments { nodes { grade lookedAt } } }");

        assertThat(changed.getString("customer.creditLimit.amount")).isEqualTo("700.00");
        assertThat(changed.getList("customer.creditLimits.nodes.amount.amount")).isEqualTo(List.of("700.00", "500.00"));
        assertThat(changed.getList("customer.creditAssessments.nodes.grade")).isEqualTo(List.of("B", "C"));
        assertThat(changed.getList("customer.creditLimits.nodes.recordedBy.id")).doesNotContainNull();
        JsonPath emptied = world.change(
                finance,
                "updateCustomer",
                "UpdateCustomerInput",
                Map.of("id", made.getString("customer.id"), "version", 2, "clear", List.of("CREDIT_LIMIT")),
                "customer { creditLimit { amount } creditLimits { totalCount } }");
        assertThat(emptied.getString("customer.creditLimit")).isNull();
        assertThat(emptied.getInt("customer.creditLimits.totalCount")).isEqualTo(3);
    }

    @Test
    void a_limit_of_the_record_comes_after_a_temporary_one_and_ends_it() {
        world.limit(
                finance,
                customer,
                "3000.00",
                "kind",
                "TEMPORARY",
                "validUntil",
                today.plusDays(9).toString());
        JsonPath changed = world.change(
                finance,
                "updateCustomer",
                "UpdateCustomerInput",
                Map.of("id", id(customer), "version", 1, "creditLimit", cny("500.00")),
                "customer { creditLimit { amount } creditLimits { nodes { number } } }");

        assertThat(codes(changed)).isEmpty();
        assertThat(changed.getString("customer.creditLimit.amount")).isEqualTo("500.00");
        assertThat(changed.getList("customer.creditLimits.nodes.number")).isEqualTo(List.of(2, 1));
    }

    @Test
    void the_same_limit_said_again_ends_a_temporary_one() {
        world.limit(finance, customer, "1000.00");
        world.limit(
                finance,
                customer,
                "3000.00",
                "kind",
                "TEMPORARY",
                "validUntil",
                today.plusDays(9).toString());

        JsonPath said = world.change(
                finance,
                "updateCustomer",
                "UpdateCustomerInput",
                Map.of("id", id(customer), "version", 1, "creditLimit", cny("1000.00")),
                "customer { creditLimit { amount } }");

        assertThat(codes(said)).isEmpty();
        assertThat(said.getString("customer.creditLimit.amount")).isEqualTo("1000.00");
    }

    @Test
    void another_grade_or_name_in_the_record_leaves_the_limit_as_it_is() {
        world.limit(finance, customer, "1000.00");
        JsonPath changed = world.change(
                finance,
                "updateCustomer",
                "UpdateCustomerInput",
                Map.of("id", id(customer), "version", 1, "grade", "B", "name", "Another"),
                "customer { creditLimit { amount } creditLimits { totalCount } creditAssessments { totalCount } }");

        assertThat(changed.getString("customer.creditLimit.amount")).isEqualTo("1000.00");
        assertThat(changed.getInt("customer.creditLimits.totalCount")).isEqualTo(1);
        assertThat(changed.getInt("customer.creditAssessments.totalCount")).isEqualTo(1);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(codes(world.limit(
                        finance,
                        customer,
                        "1.00",
                        "validFrom",
                        today.minusDays(1).toString())))
                .isEqualTo(List.of("DATE_IN_PAST"));
        assertThat(codes(world.limit(
                        finance,
                        customer,
                        "1.00",
                        "validUntil",
                        today.minusDays(1).toString())))
                .isEqualTo(List.of("DATE_ORDER"));
        assertThat(codes(world.limit(finance, customer, "1.00", "kind", "TEMPORARY")))
                .isEqualTo(List.of("REQUIRED"));
        assertThat(codes(world.limit(finance, customer, "1.001"))).isEqualTo(List.of("TOO_MANY_DECIMALS"));
        assertThat(codes(world.limit(finance, customer, "-1"))).isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(world.limit(finance, customer, "1.00", "kind", "TRIAL")))
                .isEqualTo(List.of("NOT_AVAILABLE"));
        assertThat(codes(world.limit(finance, customer, null, "kind", "TRIAL"))).isEqualTo(List.of("REQUIRED"));
        assertThat(codes(world.limit(finance, customer, "1.00", "reason", " "))).isEqualTo(List.of("REQUIRED"));
        assertThat(codes(world.limit(finance, customer, "1.00", "version", 7))).isEqualTo(List.of("STALE"));
    }

    @Test
    void of_ten_who_saw_the_same_version_one_gives_a_limit() throws Exception {
        List<List<String>> codes =
                AtOnce.on(10, i -> codes(world.limit(finance, customer, i + 1 + ".00", "version", 0)));

        assertThat(codes).filteredOn(List::isEmpty).hasSize(1);
        assertThat(codes).filteredOn(List.of("STALE")::equals).hasSize(9);
    }

    @Test
    void a_repeat_under_the_same_key_gives_one_limit() throws Exception {
        String key = Uuids.next().toString();
        List<List<String>> codes =
                AtOnce.on(5, any -> codes(world.limit(finance, customer, "1.00", "version", 0, "clientKey", key)));

        assertThat(codes).allMatch(List::isEmpty);
        assertThat(world.version(finance, customer)).isEqualTo(1);
        assertThat(codes(world.limit(finance, customer, "2.00", "version", 0, "clientKey", key)))
                .isEqualTo(List.of("CLIENT_KEY_REUSED"));
    }

    private JsonPath assess(int version, List<String> lookedAt, LocalDate until) {
        return world.change(
                manager,
                "assessCredit",
                "AssessCreditInput",
                Map.of(
                        "customerId",
                        id(customer),
                        "version",
                        version,
                        "grade",
                        "A",
                        "lookedAt",
                        lookedAt,
                        "validUntil",
                        until.toString()),
                "standing { assessment { grade lookedAt assessedBy { id } validUntil } customer { grade version } }");
    }

    @Test
    void a_grade_comes_with_what_was_looked_at() {
        JsonPath assessed = assess(1, List.of("The accounts", "A visit"), today.plusDays(1));

        assertThat(codes(assessed)).isEmpty();
        assertThat(assessed.getString("standing.customer.grade")).isEqualTo("A");
        assertThat(assessed.getInt("standing.customer.version")).isEqualTo(2);
        assertThat(assessed.getList("standing.assessment.lookedAt")).isEqualTo(List.of("The accounts", "A visit"));
        assertThat(assessed.getString("standing.assessment.assessedBy.id")).isNotNull();
        assertThat(codes(assess(1, List.of("x"), today.plusDays(1)))).isEqualTo(List.of("STALE"));
        assertThat(codes(assess(2, List.of(), today.plusDays(1)))).isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(assess(2, List.of("x"), today))).isEqualTo(List.of("DATE_IN_PAST"));
    }

    private JsonPath rule(int version, String rule, String mode, Object... more) {
        Map<String, Object> values =
                new HashMap<>(Map.of("version", version, "rule", rule, "mode", mode, "reason", "So it is."));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return world.change(
                admin,
                "setCreditRule",
                "SetCreditRuleInput",
                values,
                "policy { version rules { rule mode source days } }");
    }

    @Test
    void the_most_specific_decision_counts_and_the_latest_of_one_place() {
        tenancy.invoice(tenant, customer, "10.00", today.minusDays(90), today.minusDays(40));
        assertThat(blocking(world.check(finance, customer, "1.00"))).isEqualTo(List.of("DAYS_OVERDUE"));

        rule(0, "DAYS_OVERDUE", "BLOCK", "days", 45);
        assertThat(blocking(world.check(finance, customer, "1.00"))).isEmpty();
        assess(1, List.of("The accounts"), today.plusDays(9));
        rule(1, "DAYS_OVERDUE", "BLOCK", "days", 10, "grade", "A");
        assertThat(blocking(world.check(finance, customer, "1.00"))).isEqualTo(List.of("DAYS_OVERDUE"));
        rule(0, "DAYS_OVERDUE", "EXCLUDE", "customerId", id(customer));
        JsonPath excluded = world.check(finance, customer, "1.00");
        assertThat(blocking(excluded)).isEmpty();
        assertThat(excluded.getList("verdicts.findAll { it.rule == 'DAYS_OVERDUE' }.source"))
                .isEqualTo(List.of("CUSTOMER"));
        rule(1, "DAYS_OVERDUE", "INHERIT", "customerId", id(customer));
        assertThat(world.check(finance, customer, "1.00")
                        .getList("verdicts.findAll { it.rule == 'DAYS_OVERDUE' }.source"))
                .isEqualTo(List.of("GRADE"));
        assertThat(client.ask(
                                manager,
                                "{ creditRules { totalCount nodes { rule source recordedBy { id } customer { code } } } }")
                        .getInt("data.creditRules.totalCount"))
                .isEqualTo(4);
    }

    @Test
    void what_a_rule_lacks_or_does_not_have_is_refused() {
        assertThat(codes(rule(3, "DAYS_OVERDUE", "OFF"))).isEqualTo(List.of("STALE"));
        assertThat(codes(rule(0, "HOLD", "OFF"))).isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(rule(0, "OVERDUE_AMOUNT", "BLOCK"))).isEqualTo(List.of("REQUIRED"));
        assertThat(codes(rule(0, "DAYS_OVERDUE", "BLOCK"))).isEqualTo(List.of("REQUIRED"));
        assertThat(codes(rule(0, "BROKEN_PLAN", "BLOCK", "days", 1))).isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(rule(0, "LIMIT_USED", "BLOCK", "share", "0"))).isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(rule(0, "LIMIT_USED", "OFF", "grade", "A", "customerId", id(customer))))
                .isEqualTo(List.of("EXACTLY_ONE"));
    }

    @Test
    void of_ten_changes_to_one_policy_one_is_done() throws Exception {
        List<List<String>> codes = AtOnce.on(10, i -> codes(rule(0, "DAYS_OVERDUE", "BLOCK", "days", i)));

        assertThat(codes).filteredOn(List::isEmpty).hasSize(1);
        assertThat(codes).filteredOn(List.of("STALE")::equals).hasSize(9);
    }

    @Test
    void a_manager_releases_rules_until_a_day() {
        tenancy.invoice(tenant, customer, "10.00", today.minusDays(90), today.minusDays(40));
        Map<String, Object> wish = Map.of(
                "customerId",
                id(customer),
                "version",
                0,
                "rules",
                List.of("DAYS_OVERDUE"),
                "reason",
                "The owner called.",
                "until",
                today.plusDays(366).toString());
        Map<String, Object> late = new HashMap<>(wish);
        late.put("until", today.plusDays(367).toString());

        assertThat(codes(world.change(
                        manager, "releaseCreditRules", "ReleaseCreditRulesInput", late, "standing { version }")))
                .isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(world.change(
                        manager, "releaseCreditRules", "ReleaseCreditRulesInput", wish, "standing { version }")))
                .isEmpty();
        assertThat(world.check(finance, customer, "1.00").getBoolean("allowed")).isTrue();
        assertThat(client.ask(
                                finance,
                                "mutation($input: ReleaseCreditRulesInput!) { releaseCreditRules(input: $input) { standing { version } } }",
                                Map.of("input", withKey(wish)))
                        .getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void a_release_that_was_shortened_ends_on_its_new_day() {
        tenancy.invoice(tenant, customer, "10.00", today.minusDays(90), today.minusDays(40));
        JsonPath first = released(0, today.plusDays(300));
        released(first.getInt("standing.version"), today.plusDays(5));

        clock.setNoon(today.plusDays(5), tenant.zone());
        assertThat(world.check(finance, customer, "1.00").getBoolean("allowed")).isTrue();
        clock.setNoon(today.plusDays(6), tenant.zone());
        assertThat(world.check(finance, customer, "1.00").getBoolean("allowed")).isFalse();
    }

    private JsonPath released(int version, LocalDate until) {
        JsonPath answer = world.change(
                manager,
                "releaseCreditRules",
                "ReleaseCreditRulesInput",
                Map.of(
                        "customerId", id(customer),
                        "version", version,
                        "rules", List.of("DAYS_OVERDUE"),
                        "reason", "The owner called.",
                        "until", until.toString()),
                "standing { version }");
        assertThat(codes(answer)).isEmpty();
        return answer;
    }

    private static Map<String, Object> withKey(Map<String, Object> wish) {
        Map<String, Object> keyed = new HashMap<>(wish);
        keyed.put("clientKey", Uuids.next().toString());
        return keyed;
    }
}
