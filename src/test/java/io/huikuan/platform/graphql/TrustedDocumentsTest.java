package io.huikuan.platform.graphql;

import static io.huikuan.platform.graphql.Asking.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.Role;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TrustedDocumentsTest {

    private static final String VIEWER = TrustedId.of("Viewer");
    private static final String UNKNOWN = "ab".repeat(32);

    @Test
    void a_document_is_named_by_its_hash() {
        post(Map.of("documentId", VIEWER)).statusCode(200);

        assertThat(post(Map.of("documentId", "sha256:" + VIEWER.toUpperCase(Locale.ROOT)))
                        .extract()
                        .jsonPath()
                        .getString("data.viewer.tenant.code"))
                .isEqualTo("probes");
    }

    @Test
    void apollos_clients_name_it_in_an_extension() {
        assertThat(post(Map.of("extensions", apollo(VIEWER)))
                        .extract()
                        .jsonPath()
                        .getString("data.viewer.tenant.code"))
                .isEqualTo("probes");
    }

    @Test
    void an_unknown_hash_is_answered_as_apollos_clients_understand_and_is_never_learned() {
        String text = "{ __typename }";
        String hash = Sha256.of(text);

        notFound(post(Map.of("extensions", apollo(hash))));
        assertThat(post(Map.of("query", text, "extensions", apollo(hash)))
                        .extract()
                        .jsonPath()
                        .getString("data.__typename"))
                .isEqualTo("Query");
        notFound(post(Map.of("extensions", apollo(hash))));
        notFound(post(Map.of("documentId", UNKNOWN)));
        notFound(post(Map.of("documentId", "viewer")));
    }

    private static void notFound(ValidatableResponse answer) {
        var json = answer.statusCode(200).extract().jsonPath();
        assertThat(json.getString("errors[0].message")).isEqualTo("PersistedQueryNotFound");
        assertThat(json.getString("errors[0].extensions.code")).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(json.getMap("data")).isNull();
    }

    @Test
    void a_document_that_is_not_the_one_it_is_called_is_refused() {
        refuses(post(Map.of("query", "{ __typename }", "documentId", VIEWER)), 200);
        refuses(post(Map.of("query", "{ __typename }", "extensions", apollo(UNKNOWN))), 200);
        refuses(post(Map.of("documentId", VIEWER, "extensions", apollo(UNKNOWN))), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"documentId\": 5}",
                "{\"documentId\": null}",
                "{\"extensions\": []}",
                "{\"extensions\": {}}",
                "{\"extensions\": {\"persistedQuery\": 5}}",
                "{\"extensions\": {\"persistedQuery\": {\"version\": 1}}}",
                "{\"extensions\": {\"persistedQuery\": {\"version\": 2, \"sha256Hash\": \"aa\"}}}",
                "{\"extensions\": {\"persistedQuery\": {\"version\": \"1\", \"sha256Hash\": \"aa\"}}}",
            })
    void what_names_no_document_is_a_bad_request(String body) {
        refuses(post(body), 400);
    }

    @Test
    void a_query_is_got_and_not_sent_again_while_it_is_the_same() {
        ValidatableResponse first = as(Role.FINANCE)
                .queryParam("documentId", TrustedId.of("OfficeReceivables"))
                .queryParam("variables", "{\"first\": 2}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Authorization, Accept, Accept-Encoding");
        String tag = first.extract().header("ETag");
        assertThat(first.extract().jsonPath().getList("data.receivables.nodes")).isNotNull();

        as(Role.FINANCE)
                .header("If-None-Match", "\"other\", " + tag)
                .queryParam("documentId", TrustedId.of("OfficeReceivables"))
                .queryParam("variables", "{\"first\": 2}")
                .get("/graphql")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void what_one_person_has_read_is_not_taken_for_what_another_would() {
        String tag = as(Role.FINANCE)
                .queryParam("documentId", VIEWER)
                .get("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        as(Role.ADMIN)
                .header("If-None-Match", tag)
                .queryParam("documentId", VIEWER)
                .get("/graphql")
                .then()
                .statusCode(200);
        given().header("If-None-Match", tag)
                .queryParam("documentId", VIEWER)
                .get("/graphql")
                .then()
                .statusCode(401);
    }

    @Test
    void apollos_clients_get_by_the_extension_too() {
        as(Role.FINANCE)
                .queryParam("operationName", "Viewer")
                .queryParam("variables", "{}")
                .queryParam("extensions", "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + VIEWER + "\"}}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("W/\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OfficeRunJob", "RepAlertRaised"})
    void nothing_but_a_query_is_got(String operation) {
        ValidatableResponse answer = as(Role.ADMIN)
                .queryParam("documentId", TrustedId.of(operation))
                .queryParam("variables", "{\"input\":{\"job\":\"PLAN_REVIEW\"}}")
                .get("/graphql")
                .then();

        refuses(answer, 405);
        answer.header("Allow", "POST").header("Cache-Control", "no-store");
    }

    @Test
    void a_get_brings_no_document_and_no_parameter_twice() {
        refuses(
                as(Role.FINANCE)
                        .queryParam("documentId", VIEWER)
                        .queryParam("query", "{ __typename }")
                        .get("/graphql")
                        .then(),
                400);
        refuses(
                as(Role.FINANCE)
                        .queryParam("documentId", VIEWER, UNKNOWN)
                        .get("/graphql")
                        .then(),
                400);
        refuses(
                as(Role.FINANCE)
                        .queryParam("documentId", VIEWER)
                        .queryParam("variables", "{")
                        .get("/graphql")
                        .then(),
                400);
    }

    @Test
    void what_went_wrong_is_kept_by_nobody() {
        as(Role.FINANCE)
                .queryParam("documentId", UNKNOWN)
                .get("/graphql")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("ETag", (String) null);
    }

    @Test
    void other_documents_are_refused_where_only_trusted_ones_are_served() {
        TrustedDocuments closed = documents(Map.of("huikuan.graphql.trusted-only", "true"));
        String text = closed.complete(named(VIEWER)).query();

        assertThat(closed.complete(brought(text)).query()).isEqualTo(text);
        assertThatThrownBy(() -> closed.complete(brought("{ __typename }")))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_TRUSTED));
        assertThatThrownBy(() -> closed.complete(named(UNKNOWN)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PERSISTED_QUERY_NOT_FOUND));
    }

    @Test
    void an_apps_own_manifest_is_read_at_the_start(@TempDir Path folder) throws IOException {
        String text = "query Mine { __typename }";
        Path mine = Files.writeString(folder.resolve("mine.json"), manifest(Sha256.of(text), text));
        TrustedDocuments documents = documents(Map.of("huikuan.graphql.trusted-manifests", mine.toString()));

        assertThat(documents.complete(named(Sha256.of(text))).query()).isEqualTo(text);
        assertThat(documents.trusts(text)).isTrue();
    }

    @Test
    void a_manifest_that_cannot_be_believed_refuses_the_start(@TempDir Path folder) throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.json"), manifest(UNKNOWN, "query Mine { __typename }"));
        Path other = Files.writeString(folder.resolve("other.json"), "{}");

        for (Path file : List.of(wrong, other, folder.resolve("missing.json"))) {
            assertThatThrownBy(() -> documents(Map.of("huikuan.graphql.trusted-manifests", file.toString())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    private static String manifest(String id, String body) {
        return "{\"format\":\"apollo-persisted-query-manifest\",\"version\":1,\"operations\":[{\"id\":\"" + id
                + "\",\"name\":\"Mine\",\"type\":\"query\",\"body\":\"" + body + "\"}]}";
    }

    private static TrustedDocuments documents(Map<String, String> settings) {
        GraphqlConfig config = new SmallRyeConfigBuilder()
                .withMapping(GraphqlConfig.class)
                .withConverters(new Converter<?>[] {new MemorySizeConverter()})
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(GraphqlConfig.class);
        return new TrustedDocuments(config, new ObjectMapper());
    }

    private static SentRequest named(String id) {
        return SentRequest.read("{\"documentId\": \"" + id + "\"}");
    }

    private static SentRequest brought(String text) {
        return SentRequest.of(Json.createObjectBuilder().add("query", text).build());
    }

    private static RequestSpecification as(Role role) {
        return given().header("Authorization", "Bearer " + Asking.token(role));
    }

    private static Map<String, ?> apollo(String hash) {
        return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
    }

    private static void refuses(ValidatableResponse answer, int status) {
        assertThat(answer.statusCode(status).extract().jsonPath().getString("errors[0].extensions.code"))
                .isEqualTo("BAD_REQUEST");
    }
}
