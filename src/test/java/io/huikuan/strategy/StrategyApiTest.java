package io.huikuan.strategy;

import static io.huikuan.strategy.StrategyWorld.call;
import static io.huikuan.strategy.StrategyWorld.notice;
import static io.huikuan.strategy.StrategyWorld.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Drafting, activating and ending strategies, and who may. */
@QuarkusTest
class StrategyApiTest {

    @Inject
    Tenancy tenancy;

    @Inject
    StrategyWorld world;

    @Inject
    Client client;

    private Actor tenant;
    private Actor finance;
    private Actor east;

    @BeforeEach
    void lay_a_tenant() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        east = tenancy.user(tenant, Role.MANAGER, "East");
    }

    private JsonPath create(Actor actor, String steps) {
        return client.ask(
                        actor,
                        "mutation { done: createStrategy(input: {clientKey: \"" + Uuids.next()
                                + "\", name: \"A strategy\", " + steps
                                + "}) { strategy { id version draft { number status quietDays steps { position textZh assignee } } active { number } }"
                                + " userErrors { code field } } }")
                .setRootPath("data.done");
    }

    private static String codes(JsonPath answer) {
        return String.join(" ", answer.getList("userErrors.code"));
    }

    private static String codes(Outcome<?> outcome) {
        return String.join(
                " ",
                outcome.errors().stream()
                        .map(UserError::code)
                        .map(Object::toString)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{day: -61, channel: PHONE_TASK} | INVALID_VALUE",
                "{day: 1001, channel: PHONE_TASK} | INVALID_VALUE",
                "{day: 1, channel: EMAIL} | REQUIRED",
                "{day: 1, channel: EMAIL, letterKind: FINAL_NOTICE} | INVALID_VALUE",
                "{day: 1, channel: LETTER, letterKind: LAWYERS_LETTER} | INVALID_VALUE",
                "{day: 0, channel: EMAIL, letterKind: OVERDUE_NOTICE} | INVALID_VALUE",
                "{day: 1, channel: EMAIL, letterKind: OVERDUE_NOTICE, assignee: OWNER} | INVALID_VALUE",
                "{day: 1, channel: PHONE_TASK, letterKind: STATEMENT} | INVALID_VALUE",
                "{day: 1, channel: ROBOT, letterKind: STATEMENT} | INVALID_VALUE",
                "{day: 1, channel: ROBOT, assignee: OWNER} | INVALID_VALUE",
                "{day: 1, channel: PHONE_TASK, assignee: USER} | REQUIRED",
                "{day: 1, channel: PHONE_TASK, repeatDays: 0} | INVALID_VALUE",
                "{day: 1, channel: PHONE_TASK, repeatDays: 5, soonerDays: 6} | INVALID_VALUE",
                "{day: 1, channel: PHONE_TASK, soonerDays: 1} | INVALID_VALUE",
                "{day: 1, channel: PHONE_TASK, textEn: \"{{secret}}\"} | INVALID_VALUE",
                "{day: 1, channel: PHONE_TASK, minimums: [{amount: \"0\", currency: \"CNY\"}]} | AMOUNT_NOT_POSITIVE",
                "{day: 1, channel: PHONE_TASK, minimums: [{amount: \"1\", currency: \"CNY\"}, {amount: \"2\", currency: \"CNY\"}]} | INVALID_VALUE"
            })
    void what_a_step_cannot_be_is_refused(String step, String code) {
        assertThat(codes(create(finance, "steps: [" + step + "]"))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps: [] | REQUIRED",
                "quietDays: 61, starter: FIRM | INVALID_VALUE",
                "starter: FIRM, steps: [{day: 1, channel: PHONE_TASK}] | EXACTLY_ONE",
                "region: \"East\" | EXACTLY_ONE",
                "classes: [SLOW], steps: [{day: 1, channel: PHONE_TASK, classes: [GOOD]}] | INVALID_VALUE"
            })
    void what_a_strategy_cannot_be_is_refused(String rest, String code) {
        assertThat(codes(create(finance, rest))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{day: -60, channel: EMAIL, letterKind: STATEMENT, withStatement: true}",
                "{day: 1000, channel: VISIT_TASK, assignee: MANAGER}",
                "{day: 1, channel: LETTER, letterKind: OVERDUE_NOTICE}",
                "{day: 0, channel: ROBOT}",
                "{day: 1, channel: PHONE_TASK, repeatDays: 365, soonerDays: 365, fewestDays: 365}"
            })
    void the_boundaries_of_a_step_are_allowed(String step) {
        assertThat(codes(create(finance, "steps: [" + step + "]"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_starter_is_a_strategy_that_can_be_activated(StrategyStarter starter) {
        JsonPath made = create(finance, "starter: " + starter);

        assertThat(made.getString("strategy.draft.status")).isEqualTo("DRAFT");
        assertThat(made.getString("strategy.active")).isNull();
        assertThat(made.getInt("strategy.draft.quietDays")).isEqualTo(2);
        assertThat(made.getList("strategy.draft.steps")).hasSizeGreaterThan(4);
        assertThat(made.<String>getList("strategy.draft.steps.textZh"))
                .anyMatch(text -> text != null && text.contains("您好"));
        world.activate(tenancy.user(tenant, Role.ADMIN, null), NodeId.uuidOf(made.getString("strategy.id")));
    }

    @Test
    void what_sends_overdue_notices_a_manager_activates_who_did_not_draft_it() {
        Actor manager = tenancy.user(tenant, Role.MANAGER, null);
        UUID strategy = StrategyWorld.done(world.create(manager, wish(List.of(), null, notice(1))))
                .uuid();

        assertThat(codes(world.decide(finance, strategy, 1, true))).isEqualTo("STAGE_NEEDS_APPROVAL");
        assertThat(codes(world.decide(manager, strategy, 1, true)))
                .as("east leads a region only: nobody else may")
                .isEmpty();
        world.draft(manager, strategy, 0, notice(2));
        Actor admin = tenancy.user(tenant, Role.ADMIN, null);
        assertThat(codes(world.decide(manager, strategy, world.version(manager, strategy), true)))
                .isEqualTo("PROPOSER_CANNOT_APPROVE");
        assertThat(codes(world.decide(admin, strategy, world.version(admin, strategy), true)))
                .isEmpty();
        world.draft(admin, strategy, 0, call(2));
        assertThat(codes(world.decide(admin, strategy, world.version(admin, strategy), true)))
                .as("without notices whoever leads")
                .isEmpty();
    }

    @Test
    void a_repeat_with_its_client_key_makes_no_second_strategy() {
        CreateStrategy wish = wish(List.of(), null, call(1));

        UUID first = StrategyWorld.done(world.create(finance, wish)).uuid();
        UUID second = StrategyWorld.done(world.create(finance, wish)).uuid();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void no_two_strategies_are_for_the_same_customers() {
        StrategyWorld.done(world.create(finance, wish(List.of(), null, call(1))));
        StrategyWorld.done(world.create(finance, wish(List.of(DebtorClass.SLOW, DebtorClass.GOOD), null, call(1))));

        assertThat(codes(world.create(finance, wish(List.of(), null, call(1))))).isEqualTo("SEGMENT_TAKEN");
        assertThat(codes(world.create(finance, wish(List.of(DebtorClass.GOOD, DebtorClass.EVASIVE), null, call(1)))))
                .isEqualTo("SEGMENT_TAKEN");
        assertThat(codes(world.create(finance, wish(List.of(DebtorClass.EVASIVE), null, call(1)))))
                .as("what was refused took nothing")
                .isEmpty();
        assertThat(codes(world.create(finance, wish(List.of(DebtorClass.GOOD), "East", call(1)))))
                .isEmpty();
    }

    @Test
    void of_two_strategies_for_the_same_customers_at_once_one_wins() throws InterruptedException, ExecutionException {
        List<Outcome<Strategy>> outcomes = AtOnce.on(
                4,
                number -> world.create(
                        finance,
                        wish(
                                number % 2 == 0
                                        ? List.of(DebtorClass.GOOD, DebtorClass.SLOW)
                                        : List.of(DebtorClass.SLOW, DebtorClass.GOOD),
                                null,
                                call(1))));

        assertThat(outcomes.stream().filter(outcome -> outcome.errors().isEmpty()))
                .hasSize(1);
    }

    @Test
    void an_active_version_retires_the_one_before() {
        UUID strategy = world.active(finance, call(1));
        world.draft(finance, strategy, 3, call(2));
        world.draft(finance, strategy, 4, call(2), call(3));
        world.activate(finance, strategy);

        JsonPath found = client.ask(
                        finance,
                        "{ strategies { nodes { active { number quietDays steps { day } } draft { number }"
                                + " versions { totalCount nodes { number status } } } } }")
                .setRootPath("data.strategies.nodes[0]");
        assertThat(found.getInt("active.number")).isEqualTo(2);
        assertThat(found.getInt("active.quietDays")).isEqualTo(4);
        assertThat(found.<Integer>getList("active.steps.day")).containsExactly(2, 3);
        assertThat(found.getString("draft")).isNull();
        assertThat(found.<String>getList("versions.nodes.status")).containsExactly("ACTIVE", "RETIRED");
        assertThat(codes(world.decide(finance, strategy, world.version(finance, strategy), true)))
                .isEqualTo("INVALID_STATUS");
    }

    @Test
    void of_many_activations_at_once_one_wins() throws InterruptedException, ExecutionException {
        UUID strategy = world.active(finance, call(1));
        world.draft(finance, strategy, 0, call(2));
        int version = world.version(finance, strategy);

        List<Outcome<Strategy>> outcomes = AtOnce.on(4, number -> world.decide(finance, strategy, version, true));

        assertThat(outcomes.stream().filter(outcome -> outcome.errors().isEmpty()))
                .hasSize(1);
        assertThat(outcomes.stream()
                        .flatMap(outcome -> outcome.errors().stream())
                        .map(UserError::code)
                        .map(Object::toString))
                .containsOnly("STALE");
    }

    @Test
    void what_somebody_else_changed_is_stale() {
        UUID strategy = world.active(finance, call(1));
        int seen = world.version(finance, strategy);
        world.draft(finance, strategy, 0, call(2));

        assertThat(codes(world.decide(finance, strategy, seen, true))).isEqualTo("STALE");
    }

    @Test
    void an_ended_strategy_is_over_and_its_customers_are_free() {
        UUID strategy = world.active(finance, call(1));
        StrategyWorld.done(world.decide(finance, strategy, world.version(finance, strategy), false));

        assertThat(codes(world.decide(finance, strategy, world.version(finance, strategy), false)))
                .isEqualTo("INVALID_STATUS");
        assertThat(client.ask(finance, "{ strategies { totalCount } }").getInt("data.strategies.totalCount"))
                .isZero();
        assertThat(client.ask(finance, "{ strategies(ended: true) { totalCount } }")
                        .getInt("data.strategies.totalCount"))
                .isOne();
        assertThat(codes(world.create(finance, wish(List.of(), null, call(1))))).isEmpty();
    }

    @Test
    void a_manager_of_a_region_rules_it_and_sees_what_is_for_all() {
        UUID common = world.active(finance, call(1));
        UUID west = StrategyWorld.done(world.create(finance, wish(List.of(), "West", call(1))))
                .uuid();

        assertThat(codes(world.create(east, wish(List.of(), "South", call(1))))).isEqualTo("INVALID_VALUE");
        assertThat(StrategyWorld.done(world.create(east, wish(List.of(), null, call(1))))
                        .region())
                .isEqualTo("East");
        assertThat(codes(world.decide(east, common, world.version(finance, common), false)))
                .isEqualTo("INVALID_STATUS");
        assertThat(codes(world.decide(east, west, world.version(finance, west), true)))
                .isEqualTo("NOT_FOUND");
        assertThat(client.ask(east, "{ strategies { totalCount } }").getInt("data.strategies.totalCount"))
                .isEqualTo(2);
    }

    @Test
    void a_rep_sees_what_his_customers_follow_and_nothing_else() {
        Actor rep = tenancy.user(tenant, Role.REP, null);
        UUID own = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        UUID strategy = world.active(finance, call(1));
        String id = NodeId.of(NodeKind.STRATEGY, strategy);

        assertThat(client.ask(
                                rep,
                                "{ customer(id: \"" + NodeId.of(NodeKind.CUSTOMER, own) + "\") { strategy { id } } }")
                        .getString("data.customer.strategy.id"))
                .isEqualTo(id);
        assertThat(client.ask(rep, "{ node(id: \"" + id + "\") { id } }").getString("data.node"))
                .isNull();
        world.draft(finance, strategy, 0, call(2));
        world.activate(finance, strategy);
        world.draft(finance, strategy, 0, call(3));
        String versions = "{ customer(id: \"" + NodeId.of(NodeKind.CUSTOMER, own)
                + "\") { strategy { draft { number } active { number steps { day } } versions { totalCount nodes { number } } } } }";
        JsonPath his = client.ask(rep, versions).setRootPath("data.customer.strategy");
        assertThat(his.getString("draft")).isNull();
        assertThat(his.<Integer>getList("active.steps.day")).containsExactly(2);
        assertThat(his.<Integer>getList("versions.nodes.number")).containsExactly(2);
        assertThat(his.getInt("versions.totalCount")).isOne();
        JsonPath all = client.ask(finance, versions).setRootPath("data.customer.strategy");
        assertThat(all.getInt("draft.number")).isEqualTo(3);
        assertThat(all.<Integer>getList("versions.nodes.number")).containsExactly(3, 2, 1);
        assertThat(all.getInt("versions.totalCount")).isEqualTo(3);
    }

    @Test
    void a_preview_tells_of_everybody_whom_its_reader_sees() {
        UUID strategy = world.active(finance, call(1));
        tenancy.customer(tenant, null, "East");
        tenancy.customer(tenant, null, "West");
        String preview = "{ previewStrategy(id: \"" + NodeId.of(NodeKind.STRATEGY, strategy)
                + "\") { number counts { verdict customers } customers(first: 1) { totalCount nodes { verdict customer { code } } pageInfo { hasNextPage endCursor } } } }";

        JsonPath all = client.ask(finance, preview).setRootPath("data.previewStrategy");
        assertThat(all.getInt("customers.totalCount")).isEqualTo(2);
        assertThat(all.<String>getList("counts.verdict")).containsExactly("NOTHING_OPEN");
        assertThat(all.getBoolean("customers.pageInfo.hasNextPage")).isTrue();
        assertThat(client.ask(east, preview).getInt("data.previewStrategy.customers.totalCount"))
                .isOne();
        assertThat(client.ask(
                                finance,
                                "{ previewStrategy(id: \"" + NodeId.of(NodeKind.STRATEGY, strategy)
                                        + "\", asOf: \"2020-01-01\") { asOf } }")
                        .<String>getList("errors.extensions.code"))
                .isEqualTo(Arrays.asList("BAD_INPUT"));
    }

    @Test
    void a_draft_keeps_what_it_says() {
        Map<String, Object> step = new HashMap<>();
        step.put("day", 5);
        step.put("businessDays", true);
        step.put("channel", "PHONE_TASK");
        step.put("textZh", "请打电话给{{customer.name}}。");
        step.put("assigneeId", NodeId.of(NodeKind.USER, finance.user().orElseThrow()));
        step.put("classes", List.of("GOOD", "SLOW"));
        step.put(
                "minimums",
                List.of(Map.of("amount", "10.50", "currency", "CNY"), Map.of("amount", "700", "currency", "JPY")));
        step.put("repeatDays", 7);
        step.put("soonerDays", 2);
        JsonPath made = client.ask(
                finance,
                "mutation($input: CreateStrategyInput!) { createStrategy(input: $input) { strategy { draft { steps {"
                        + " day businessDays channel textZh assignee assigneeUser { id } classes minimums { amount currency } repeatDays soonerDays fewestDays"
                        + " } } } userErrors { code message } } }",
                Map.of("input", Map.of("clientKey", "k", "name", "Own", "region", "East", "steps", List.of(step))));

        JsonPath kept = made.setRootPath("data.createStrategy.strategy.draft.steps[0]");
        assertThat(kept.getInt("day")).isEqualTo(5);
        assertThat(kept.getBoolean("businessDays")).isTrue();
        assertThat(kept.getString("textZh")).isEqualTo("请打电话给{{customer.name}}。");
        assertThat(kept.getString("assignee")).isEqualTo("USER");
        assertThat(kept.<String>getList("classes")).containsExactly("GOOD", "SLOW");
        assertThat(kept.<String>getList("minimums.amount")).containsExactly("10.50", "700");
        assertThat(kept.<String>getList("minimums.currency")).containsExactly("CNY", "JPY");
        assertThat(kept.getInt("repeatDays") + " " + kept.getInt("soonerDays") + " " + kept.getInt("fewestDays"))
                .isEqualTo("7 2 1");
    }
}
