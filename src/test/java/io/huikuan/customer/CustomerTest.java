package io.huikuan.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerTest {

    private static final String ALL = """
            id version code name legalName kind status grade region timeZone creditLimit { amount currency }
            terms { installments { share days } } sellThroughThreshold owner { id name }""";

    @Inject
    Tenancy tenancy;

    private Actor tenant;
    private Api finance;

    @BeforeEach
    void newTenant() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = Api.as(tenant, Role.FINANCE, "finance");
    }

    private static JsonPath create(Api by, Map<String, ?> input) {
        return by.mutate("createCustomer", "CreateCustomerInput", input, "customer", ALL);
    }

    private static JsonPath update(Api by, Map<String, ?> input) {
        return by.mutate("updateCustomer", "UpdateCustomerInput", input, "customer", ALL);
    }

    private static Map<String, Object> input(String code, Object... more) {
        Map<String, Object> input = new HashMap<>(Map.of("code", code, "name", "Demo Distributor " + code));
        for (int i = 0; i < more.length; i += 2) {
            input.put((String) more[i], more[i + 1]);
        }
        return input;
    }

    private static String made(Api by, Map<String, ?> input) {
        JsonPath made = create(by, input);
        assertThat(Api.codes(made)).isEmpty();
        return made.getString("customer.id");
    }

    private static List<String> codesOf(JsonPath answer) {
        return answer.getList("data.customers.nodes.code");
    }

    @Test
    void a_customer_is_found_by_its_id_its_code_and_as_a_node() {
        Api rep = Api.as(tenant, Role.REP, "rep");
        JsonPath made = create(
                finance,
                input(
                        "C1",
                        "legalName",
                        "Demo Distributor 01 Co., Ltd.",
                        "grade",
                        "B",
                        "region",
                        "EAST",
                        "timeZone",
                        "Asia/Urumqi",
                        "ownerId",
                        rep.userId(),
                        "creditLimit",
                        Map.of("amount", "1000", "currency", "JPY"),
                        "terms",
                        Map.of("installments", List.of(Map.of("share", "1.0", "days", 45))),
                        "sellThroughThreshold",
                        "0.75"));

        assertThat(Api.codes(made)).isEmpty();
        assertThat(made.getString("customer.kind")).isEqualTo("DISTRIBUTOR");
        assertThat(made.getString("customer.status")).isEqualTo("ACTIVE");
        assertThat(made.getString("customer.creditLimit.amount")).isEqualTo("1000");
        assertThat(made.getInt("customer.terms.installments[0].days")).isEqualTo(45);
        assertThat(made.getString("customer.owner.name")).isEqualTo("rep");
        String id = made.getString("customer.id");
        JsonPath found =
                rep.ask("{ byId: customer(id: \"" + id + "\") { " + ALL + " } byCode: customer(code: \"C1\") { " + ALL
                        + " } node(id: \"" + id + "\") { id ... on Customer { code } } }");
        assertThat(found.getMap("data.byId")).isEqualTo(made.getMap("customer")).isEqualTo(found.getMap("data.byCode"));
        assertThat(found.getList("errors")).isNull();
        assertThat(found.getString("data.node.code")).isEqualTo("C1");
    }

    @Test
    void a_customer_is_asked_for_by_exactly_one_key() {
        for (String arguments : List.of("", "(id: \"x\", code: \"y\")")) {
            JsonPath answer = finance.ask("{ customer" + arguments + " { id } }");
            assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("EXACTLY_ONE");
        }
        assertThat(finance.ask("{ customer(id: \"nonsense\") { id } }").getString("data.customer"))
                .isNull();
        assertThat(finance.ask("{ node(id: \"nonsense\") { id } }").getString("data.node"))
                .isNull();
    }

    @Test
    void who_is_not_yours_does_not_exist() {
        Api rep = Api.as(tenant, Role.REP, "EAST", "rep");
        Api otherRep = Api.as(tenant, Role.REP, "EAST", "other-rep");
        Api east = Api.as(tenant, Role.MANAGER, "EAST", "east");
        Api west = Api.as(tenant, Role.MANAGER, "WEST", "west");
        Api all = Api.as(tenant, Role.MANAGER, "all");
        Api stranger = Api.as(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, "stranger");
        String id = made(finance, input("C1", "region", "EAST", "ownerId", rep.userId()));
        made(finance, input("C2", "region", "WEST"));

        String query = "{ customers { nodes { code } totalCount } customer(id: \"" + id + "\") { code } node(id: \""
                + id + "\") { id } }";
        Map<Api, List<String>> seen = Map.of(
                rep, List.of("C1"),
                otherRep, List.of(),
                east, List.of("C1"),
                west, List.of("C2"),
                all, List.of("C1", "C2"),
                finance, List.of("C1", "C2"),
                stranger, List.of());
        seen.forEach((person, codes) -> {
            JsonPath answer = person.ask(query);
            assertThat(codesOf(answer)).isEqualTo(codes);
            assertThat(answer.getInt("data.customers.totalCount")).isEqualTo(codes.size());
            assertThat(answer.getString("data.customer.code")).isEqualTo(codes.contains("C1") ? "C1" : null);
            assertThat(answer.getString("data.node") != null).isEqualTo(codes.contains("C1"));
        });
        for (Api blind : List.of(west, stranger)) {
            assertThat(Api.codes(update(blind, Map.of("id", id, "version", 1, "name", "Taken"))))
                    .containsExactly("NOT_FOUND");
        }
    }

    @Test
    void reps_neither_enter_nor_change_customers() {
        Api rep = Api.as(tenant, Role.REP, "rep");
        String id = made(finance, input("C1", "ownerId", rep.userId()));

        for (JsonPath answer : List.of(
                rep.ask("mutation { createCustomer(input: {code: \"X\", name: \"X\"}) { customer { id } } }"),
                rep.ask("mutation { updateCustomer(input: {id: \"" + id
                        + "\", version: 1, name: \"X\"}) { customer { id } } }"))) {
            assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void a_manager_of_a_region_keeps_customers_in_it() {
        Api east = Api.as(tenant, Role.MANAGER, "EAST", "east");

        JsonPath made = create(east, input("C1"));
        assertThat(made.getString("customer.region")).isEqualTo("EAST");
        assertThat(Api.fields(create(east, input("C2", "region", "WEST")))).containsExactly("region");
        assertThat(Api.fields(
                        update(east, Map.of("id", made.getString("customer.id"), "version", 1, "region", "WEST"))))
                .containsExactly("region");
        assertThat(codesOf(finance.ask("{ customers { nodes { code } } }"))).containsExactly("C1");
    }

    @Test
    void a_code_is_taken_once_within_a_tenant() {
        made(finance, input("C1"));

        assertThat(Api.codes(create(finance, input("C1")))).containsExactly("DUPLICATE_CODE");
        Api elsewhere = Api.as(tenancy.tenant("Asia/Shanghai"), Role.FINANCE, "finance");
        assertThat(Api.codes(create(elsewhere, input("C1")))).isEmpty();
    }

    @Test
    void everything_wrong_with_a_customer_is_told_at_once() {
        Api partner = Api.as(tenancy.tenant("Asia/Shanghai"), Role.REP, "stranger");
        JsonPath refused = create(
                finance,
                Map.of(
                        "code", "c".repeat(65),
                        "name", "\u0007",
                        "legalName", "l".repeat(201),
                        "region", "r".repeat(101),
                        "timeZone", "Mars/Base",
                        "ownerId", partner.userId(),
                        "creditLimit", Map.of("amount", "1.5", "currency", "JPY"),
                        "terms", Map.of("installments", List.of()),
                        "sellThroughThreshold", "0"));

        assertThat(Api.fields(refused))
                .containsExactlyInAnyOrder(
                        "code",
                        "name",
                        "legalName",
                        "region",
                        "timeZone",
                        "ownerId",
                        "creditLimit.amount",
                        "terms.installments",
                        "sellThroughThreshold");
        assertThat(Api.codes(refused))
                .contains("TOO_LONG", "INVALID_TIME_ZONE", "NOT_FOUND", "TOO_MANY_DECIMALS", "INVALID_VALUE");
        assertThat(Api.codes(create(finance, Map.of("code", " ", "name", "")))).containsExactly("REQUIRED", "REQUIRED");
        assertThat(Api.codes(create(finance, input("C9", "creditLimit", Map.of("amount", "1", "currency", "XXX")))))
                .containsExactly("UNKNOWN_CURRENCY");
    }

    @Test
    void a_change_needs_the_version_that_is_there() {
        String id = made(finance, input("C1", "grade", "C", "legalName", "Demo"));

        JsonPath changed = update(
                finance, Map.of("id", id, "version", 1, "status", "PROSPECT", "clear", List.of("GRADE", "LEGAL_NAME")));
        assertThat(Api.codes(changed)).isEmpty();
        assertThat(changed.getInt("customer.version")).isEqualTo(2);
        assertThat(changed.getString("customer.status")).isEqualTo("PROSPECT");
        assertThat(changed.getString("customer.grade")).isNull();
        assertThat(changed.getString("customer.legalName")).isNull();
        assertThat(changed.getString("customer.name")).isEqualTo("Demo Distributor C1");
        assertThat(Api.codes(update(finance, Map.of("id", id, "version", 1, "name", "Late"))))
                .containsExactly("STALE");
        assertThat(Api.codes(update(finance, Map.of("id", id, "version", 2, "name", " "))))
                .containsExactly("REQUIRED");
    }

    @Test
    void of_many_changes_to_one_version_one_is_done() throws Exception {
        String id = made(finance, input("C1"));

        List<List<String>> codes =
                atOnce(10, i -> Api.codes(update(finance, Map.of("id", id, "version", 1, "name", "Name " + i))));
        assertThat(codes).filteredOn(List::isEmpty).hasSize(1);
        assertThat(codes).filteredOn(List.of("STALE")::equals).hasSize(9);
    }

    @Test
    void of_many_customers_with_one_code_one_is_entered() throws Exception {
        List<List<String>> codes = atOnce(10, i -> Api.codes(create(finance, input("C1", "name", "Name " + i))));

        assertThat(codes).filteredOn(List::isEmpty).hasSize(1);
        assertThat(codes).filteredOn(List.of("DUPLICATE_CODE")::equals).hasSize(9);
    }

    @Test
    void twins_under_one_client_key_enter_one_customer_and_all_are_answered_it() throws Exception {
        Set<String> ids = new HashSet<>(atOnce(
                10, i -> create(finance, input("C1", "clientKey", "k1")).getString("customer.id")));

        assertThat(ids).hasSize(1).doesNotContainNull();
        assertThat(Api.codes(create(finance, input("C2", "clientKey", "k1")))).containsExactly("CLIENT_KEY_REUSED");
    }

    @Test
    void a_refusal_is_not_remembered() {
        String taken = made(finance, input("C1"));

        assertThat(Api.codes(create(finance, input("C1", "clientKey", "k1")))).containsExactly("DUPLICATE_CODE");
        assertThat(taken).isNotNull();
        assertThat(Api.codes(create(finance, input("C2", "clientKey", "k1")))).isEmpty();
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended_whatever_comes_in_between() {
        for (String code : List.of("B", "D", "F", "H")) {
            made(finance, input(code));
        }
        JsonPath first = finance.ask("{ customers(first: 2) { nodes { code } pageInfo { hasNextPage endCursor } } }");
        assertThat(codesOf(first)).containsExactly("B", "D");
        made(finance, input("A"));
        made(finance, input("G"));

        JsonPath second = finance.ask("{ customers(first: 2, after: \""
                + first.getString("data.customers.pageInfo.endCursor") + "\") { nodes { code } totalCount } }");
        assertThat(codesOf(second)).containsExactly("F", "G");
        assertThat(second.getInt("data.customers.totalCount")).isEqualTo(6);
    }

    @Test
    void pages_are_of_1_to_100_rows_and_cursors_of_their_own_list() {
        Map<String, String> wrong = Map.of(
                "first: 0", "PAGE_SIZE",
                "first: 101", "PAGE_SIZE",
                "after: \"nonsense\"", "INVALID_CURSOR",
                "currency: \"XXX\"", "UNKNOWN_CURRENCY");
        wrong.forEach((arguments, code) -> assertThat(finance.ask("{ customers(" + arguments + ") { nodes { id } } }")
                        .getString("errors[0].extensions.code"))
                .as(arguments)
                .isEqualTo(code));
        made(finance, input("A"));
        made(finance, input("B"));
        String byName = finance.ask("{ customers(first: 1) { pageInfo { endCursor } } }")
                .getString("data.customers.pageInfo.endCursor");
        assertThat(finance.ask("{ customers(orderBy: OVERDUE_DESC, after: \"" + byName + "\") { nodes { id } } }")
                        .getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_CURSOR");
    }

    @Test
    void customers_are_filtered_by_text_owner_region_status_and_grade() {
        Api rep = Api.as(tenant, Role.REP, "rep");
        made(finance, input("C1", "region", "EAST", "grade", "A", "ownerId", rep.userId()));
        made(finance, input("C2", "region", "WEST", "grade", "B", "name", "示例经销商 100%"));
        String third = made(finance, input("C3", "legalName", "Back\\slash_Co"));
        update(finance, Map.of("id", third, "version", 1, "status", "CLOSED"));

        Map<String, List<String>> found = Map.of(
                "search: \"c1\"",
                List.of("C1"),
                "search: \"示例\"",
                List.of("C2"),
                "search: \"0%\"",
                List.of("C2"),
                "search: \"k\\\\s\"",
                List.of("C3"),
                "search: \"h_c\"",
                List.of("C3"),
                "ownerId: \"" + rep.userId() + "\"",
                List.of("C1"),
                "ownerId: \"nobody\"",
                List.of(),
                "region: \"WEST\"",
                List.of("C2"),
                "status: [CLOSED]",
                List.of("C3"),
                "grade: [A, B], status: [ACTIVE]",
                List.of("C1", "C2"));
        found.forEach((filter, codes) -> assertThat(
                        codesOf(finance.ask("{ customers(filter: {" + filter + "}) { nodes { code } } }")))
                .as(filter)
                .containsExactlyInAnyOrderElementsOf(codes));
        assertThat(finance.ask(
                                "query($s: String) { customers(filter: {search: $s}) { nodes { code } } }",
                                Map.of("s", "\u0000"))
                        .getString("errors[0].extensions.code"))
                .isEqualTo("BAD_INPUT");
    }

    @Test
    void the_owner_is_read_once_for_a_page() {
        Api rep = Api.as(tenant, Role.REP, "rep");
        for (int i = 0; i < 5; i++) {
            made(finance, input("C" + i, "ownerId", rep.userId()));
        }

        JsonPath answer = finance.ask("{ customers { nodes { owner { name } contactPersons { name } } } }");
        assertThat(new HashSet<>(answer.<String>getList("data.customers.nodes.owner.name")))
                .containsExactly("rep");
        assertThat(answer.getList("data.customers.nodes.contactPersons"))
                .isEqualTo(java.util.Collections.nCopies(5, List.of()));
    }

    private interface Numbered<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int threads, Numbered<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(executor.submit(() -> {
                    start.await();
                    return work.call(number);
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            executor.shutdown();
        }
    }
}
