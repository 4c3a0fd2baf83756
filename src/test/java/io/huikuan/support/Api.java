package io.huikuan.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One person of a tenant, who asks the running service over HTTP. */
public final class Api {

    /** Long enough for tests whose clock stands in the past, while tokens are judged by the true time. */
    private static final Duration VALID_FOR = Duration.ofDays(3650);

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /** A person with this role, of no region, named by the subject. */
    public static Api as(Actor tenant, Role role, String subject) {
        return as(tenant, role, null, subject);
    }

    /** A person with this role and region. */
    public static Api as(Actor tenant, Role role, String region, String subject) {
        return with(new TokenRequest(
                tenant.tenantCode(),
                subject,
                subject,
                Optional.of(subject + "@example.com"),
                Set.of(role),
                Optional.ofNullable(region),
                Optional.empty(),
                VALID_FOR));
    }

    /** A partner of the customer with this code. */
    public static Api partner(Actor tenant, String customerCode) {
        return with(new TokenRequest(
                tenant.tenantCode(),
                "partner of " + customerCode,
                "partner",
                Optional.empty(),
                Set.of(Role.PARTNER),
                Optional.empty(),
                Optional.of(customerCode),
                VALID_FOR));
    }

    private static Api with(TokenRequest request) {
        return new Api(CDI.current().select(TokenIssuer.class).get().issue(request));
    }

    /** The answer to the document. */
    public JsonPath ask(String document) {
        return ask(document, Map.of());
    }

    /** The answer to the document with variables. */
    public JsonPath ask(String document, Map<String, ?> variables) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("query", document, "variables", variables))
                .when()
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /**
     * Runs a mutation that takes one input; the answer is its payload's part of the response.
     *
     * @param inputType for example {@code CreateCustomerInput}
     * @param fields the selection on the thing in the payload
     */
    public JsonPath mutate(String mutation, String inputType, Map<String, ?> input, String thing, String fields) {
        return run(mutation, inputType, thing + " { " + fields + " }", input);
    }

    /**
     * The same under a client key of its own, unless the input has one; nothing is refused.
     *
     * @param selection of the payload, beside what was refused
     */
    public JsonPath done(String mutation, String inputType, String selection, Map<String, ?> input) {
        Map<String, Object> values = new HashMap<>(input);
        values.putIfAbsent("clientKey", Uuids.next().toString());
        JsonPath payload = run(mutation, inputType, selection, values);
        assertThat(payload.getList("userErrors")).as(payload.prettify()).isEmpty();
        return payload;
    }

    private JsonPath run(String mutation, String inputType, String selection, Map<String, ?> input) {
        JsonPath answer = ask(
                "mutation($input: " + inputType + "!) { " + mutation + "(input: $input) { " + selection
                        + " userErrors { code field message } } }",
                Map.of("input", input));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data." + mutation);
    }

    /** The global id of the person who asks. */
    public String userId() {
        return ask("{ viewer { user { id } } }").getString("data.viewer.user.id");
    }

    /** The row of the person who asks. */
    public UUID userUuid() {
        return NodeId.uuidOf(userId());
    }

    /** The codes of a payload's user errors. */
    public static List<String> codes(JsonPath payload) {
        return payload.getList("userErrors.code");
    }

    /** The fields that a payload's user errors name, with dots. */
    public static List<String> fields(JsonPath payload) {
        return payload.<List<String>>getList("userErrors.field").stream()
                .map(path -> String.join(".", path))
                .toList();
    }
}
