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
import java.time.ZoneId;
import java.util.Map;

/** Sends GraphQL requests to the running service as a person with a token. */
final class Asking {

    private Asking() {}

    static String token(Role role) {
        CDI<Object> beans = CDI.current();
        beans.select(TenantIntroduction.class)
                .get()
                .introduce(new NewTenant("probes", "Probes", ZoneId.of("Asia/Shanghai"), "CNY"));
        return beans.select(TokenIssuer.class).get().issue(TokenRequest.of("probes", role));
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
