package io.huikuan.platform.graphql;

import static io.huikuan.platform.graphql.Asking.post;
import static io.huikuan.platform.graphql.Asking.token;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "5",
                "[]",
                "[{\"query\": \"{ __typename }\"}]",
                "{}",
                "{\"query\": null}",
                "{\"query\": 5}",
                "{\"query\": \"  \"}",
                "{\"query\": \"{ __typename }\", \"variables\": []}",
                "{\"query\": \"{ __typename }\", \"variables\": \"x\"}",
                "{\"query\": \"{ __typename }\", \"operationName\": 5}",
            })
    void a_body_that_is_no_graphql_request_is_a_bad_request(String body) {
        refuses(post(body), 400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ probes(count: 1) { name }",
                "query A { __typename } query B { __typename }",
                "fragment F on Query { __typename }",
                "subscription { probeNothing }",
                "\"text\"",
            })
    void a_document_that_says_nothing_to_do_is_a_bad_request(String document) {
        refuses(post(Map.of("query", document)), 200, "BAD_REQUEST");
    }

    @Test
    void the_operation_that_is_named_is_done() {
        var request = Map.of("query", "query A { a: __typename } query B { b: __typename }", "operationName", "B");

        assertThat(post(request).extract().jsonPath().getMap("data")).containsOnlyKeys("b");
        refuses(post(Map.of("query", "query A { a: __typename }", "operationName", "C")), 200, "BAD_REQUEST");
    }

    @Test
    void no_token_and_a_bad_token_are_unauthenticated() {
        var body = Map.of("query", "{ __typename }");

        refuses(
                given().contentType("application/json")
                        .body(body)
                        .post("/graphql")
                        .then(),
                401,
                "UNAUTHENTICATED");
        refuses(
                with("Bearer " + token(Role.REP) + "x")
                        .body(body)
                        .post("/graphql")
                        .then(),
                401,
                "UNAUTHENTICATED");
        refuses(with("Bearer nonsense").body(body).post("/graphql").then(), 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void nothing_but_post_is_served(String method) {
        var answer = with("Bearer " + token(Role.FINANCE))
                .queryParam("query", "mutation { probeCount { written } }")
                .request(method, "/graphql")
                .then();

        refuses(answer, 405, "BAD_REQUEST");
        answer.header("Allow", "POST");
    }

    @Test
    void a_form_from_a_foreign_page_is_not_read() {
        refuses(
                with("Bearer " + token(Role.FINANCE))
                        .contentType("text/plain")
                        .body("{\"query\": \"{ __typename }\"}")
                        .post("/graphql")
                        .then(),
                415,
                "BAD_REQUEST");
    }

    @Test
    void the_media_type_of_graphql_tells_by_the_status_whether_there_is_data() {
        var asking = with("Bearer " + token(Role.FINANCE)).accept("application/graphql-response+json");

        asking.body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .contentType("application/graphql-response+json");
        refuses(asking.body(Map.of("query", "{ nowhere }")).post("/graphql").then(), 400, "BAD_REQUEST");
    }

    @Test
    void a_body_of_ten_megabytes_is_too_large() {
        refuses(
                post(Map.of("query", "{ __typename }", "variables", Map.of("v", "x".repeat(10_000_000)))),
                413,
                "TOO_LARGE");
    }

    @Test
    void three_thousand_aliases_are_refused_at_once() {
        String plain = many(3_000, i -> "a" + i + ": __typename");
        String costly = many(3_000, i -> "a" + i + ": probes(count: 1) { name }");
        String fewer = many(201, i -> "a" + i + ": probes(count: 1) { name }");

        refusesAtOnce(plain, "TOO_LARGE");
        refusesAtOnce(costly, "TOO_LARGE");
        refusesAtOnce(fewer, "TOO_COMPLEX");
    }

    @Test
    void many_requests_are_done_at_once() {
        var answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Asking.ask("{ probeMeeting(of: 12) }").getBoolean("data.probeMeeting"),
                        work -> new Thread(work).start()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(true);
    }

    @Test
    void fifty_levels_are_refused_at_once() {
        refusesAtOnce(
                "{ probes(count: 1) " + "{ children(count: 1) ".repeat(50) + "{ name }" + "}".repeat(51), "TOO_DEEP");
        refusesAtOnce("{ a " + "{ a ".repeat(400) + "}".repeat(401), "TOO_DEEP");
    }

    @Test
    void the_deepest_that_is_allowed_is_answered() {
        String deepest = "{ probe " + "{ only ".repeat(13) + "{ name }" + "}".repeat(14);
        String deeper = "{ probe " + "{ only ".repeat(14) + "{ name }" + "}".repeat(15);

        assertThat(Asking.ask(deepest).getList("errors")).isNull();
        refusesAtOnce(deeper, "TOO_DEEP");
    }

    @Test
    void fragments_within_fragments_are_refused_at_once() {
        String bomb = "{ ...F0 } "
                + IntStream.range(0, 40)
                        .mapToObj(i -> "fragment F" + i + " on Query { a" + i + ": __typename ...F" + (i + 1) + " ...F"
                                + (i + 1) + " }")
                        .collect(joining(" "))
                + " fragment F40 on Query { __typename }";

        refusesAtOnce(bomb, "TOO_COMPLEX");
    }

    @Test
    void what_is_asked_of_several_types_costs_as_much_as_the_dearest() {
        String fields = IntStream.range(0, 190).mapToObj(i -> "a" + i + ": id").collect(joining(" "));
        String byType = "... on Customer { " + fields + " } ... on Receivable { " + fields + " } ...P";
        String fragment = " fragment P on Payment { " + fields + " }";

        refusesAtOnce(
                "{ changes(first: 100) { nodes { " + fields + " " + fields.replace("a", "b") + " } } }", "TOO_COMPLEX");
        refusesAtOnce(
                "{ changes(first: 100) { nodes { ... on Customer { " + fields + " } ... on Customer { "
                        + fields.replace("a", "b") + " } } } }",
                "TOO_COMPLEX");
        assertThat(Asking.ask("{ changes(first: 100) { nodes { " + byType + " } } }" + fragment)
                        .getList("errors"))
                .isNull();
    }

    @Test
    void a_fragment_within_itself_is_a_bad_request() {
        refuses(post(Map.of("query", "{ ...F } fragment F on Query { ...F }")), 200, "BAD_REQUEST");
    }

    @Test
    void the_schema_can_be_read_in_tests() {
        assertThat(Asking.ask("{ __schema { queryType { name } } }").getString("data.__schema.queryType.name"))
                .isEqualTo("Query");
    }

    private static String many(int count, java.util.function.IntFunction<String> field) {
        return IntStream.range(0, count).mapToObj(field).collect(joining(" ", "{ ", " }"));
    }

    private static io.restassured.specification.RequestSpecification with(String authorization) {
        return given().header("Authorization", authorization).contentType("application/json");
    }

    private static void refusesAtOnce(String document, String code) {
        long start = System.nanoTime();
        refuses(post(Map.of("query", document)), 200, code);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static void refuses(ValidatableResponse response, int status, String code) {
        response.statusCode(status);
        assertThat(response.extract().jsonPath().getList("errors.extensions.code"))
                .isEqualTo(List.of(code));
    }
}
