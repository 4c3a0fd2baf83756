package io.huikuan.support;

import static io.restassured.RestAssured.given;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends GraphQL requests to the running service, with the token of a person that {@link Tenancy} made. */
@ApplicationScoped
public class Client {

    /** Long enough for tests whose clock stands in the past, while tokens are judged by the true time. */
    private static final Duration VALID_FOR = Duration.ofDays(3650);

    private final TokenIssuer issuer;
    private final Tenancy tenancy;
    private final Sql sql;

    Client(TokenIssuer issuer, Tenancy tenancy, Sql sql) {
        this.issuer = issuer;
        this.tenancy = tenancy;
        this.sql = sql;
    }

    /** The answer to a document without variables. */
    public JsonPath ask(Actor actor, String document) {
        return ask(actor, document, Map.of());
    }

    /** The answer. */
    public JsonPath ask(Actor actor, String document, Map<String, ?> variables) {
        return given().header("Authorization", "Bearer " + token(actor))
                .contentType("application/json")
                .body(Map.of("query", document, "variables", variables))
                .when()
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A token of the person. */
    public String token(Actor actor) {
        String subject = "user " + actor.user().orElseThrow();
        return issuer.issue(new TokenRequest(
                actor.tenantCode(),
                subject,
                subject,
                Optional.empty(),
                actor.roles(),
                actor.region(),
                actor.customer().map(customer -> code(actor, customer)),
                VALID_FOR));
    }

    private String code(Actor actor, java.util.UUID customer) {
        return tenancy.call(
                actor,
                () -> sql.of("select code from customer where tenant_id = :tenant and id = :id")
                        .bind("id", customer)
                        .one(row -> row.text("code")));
    }
}
