package io.huikuan.platform.graphql;

import static io.restassured.RestAssured.given;

import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.bootstrap.NewTenant;
import io.huikuan.platform.bootstrap.TenantIntroduction;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/** Sends GraphQL requests to the running service as a person with a token. */
public final class Asking {

    private Asking() {}

    /** A token of a person with the role. */
    public static String token(Role role) {
        return token(role, Duration.ofHours(1));
    }

    /** As {@link #token(Role)}, good for so long. */
    public static String token(Role role, Duration validFor) {
        CDI<Object> beans = CDI.current();
        beans.select(TenantIntroduction.class)
                .get()
                .introduce(new NewTenant("probes", "Probes", ZoneId.of("Asia/Shanghai"), "CNY"));
        TokenRequest plain = TokenRequest.of("probes", role);
        return beans.select(TokenIssuer.class)
                .get()
                .issue(new TokenRequest(
                        plain.tenant(),
                        plain.subject(),
                        plain.name(),
                        plain.email(),
                        plain.roles(),
                        plain.region(),
                        plain.customer(),
                        validFor));
    }

    static JsonPath ask(String query) {
        return ask(query, Map.of());
    }

    static JsonPath ask(String query, Map<String, ?> variables) {
        return post(Map.of("query", query, "variables", variables))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse post(Object body) {
        return given().header("Authorization", "Bearer " + token(Role.FINANCE))
                .contentType("application/json")
                .body(body)
                .when()
                .post("/graphql")
                .then();
    }
}
