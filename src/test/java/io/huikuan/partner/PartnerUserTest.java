package io.huikuan.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.platform.live.LiveClient;
import io.huikuan.platform.security.InstanceKey;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartnerUserTest {

    @TestHTTPResource("/graphql")
    URI address;

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    @ConfigProperty(name = "huikuan.home")
    Path home;

    private Actor tenant;
    private Actor finance;
    private UUID customer;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private JsonPath invite(Actor actor, UUID who, String email, String name) {
        return client.ask(
                        actor,
                        "mutation($input: InvitePartnerUserInput!) { invitePartnerUser(input: $input) {"
                                + " invitation { email name invitedAt expiresAt } secret userErrors { code field } } }",
                        Map.of(
                                "input",
                                Map.of("customerId", NodeId.of(NodeKind.CUSTOMER, who), "email", email, "name", name)))
                .setRootPath("data.invitePartnerUser");
    }

    private String secret() {
        return invite(finance, customer, "buyer@example.com", "Demo Buyer").getString("secret");
    }

    private JsonPath people() {
        return client.ask(
                        finance,
                        "{ partnerUsers(customerId: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                                + "\") { users { id name email active } invitations { email name } } }")
                .setRootPath("data.partnerUsers");
    }

    private JsonPath remove(Actor actor, String user) {
        return client.ask(
                        actor,
                        "mutation { removePartnerUser(input: {userId: \"" + user
                                + "\"}) { user { id active } userErrors { code field } } }")
                .setRootPath("data.removePartnerUser");
    }

    /** A token of the identity provider, which knows nothing of customers. */
    private String token(String subject, String role) {
        return token(subject, role, null);
    }

    private String token(String subject, String role, String customerCode) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("huikuan");
        claims.setAudience("huikuan");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        claims.setSubject(subject);
        claims.setStringClaim("name", "Demo Buyer");
        claims.setStringClaim("email", "buyer@example.com");
        claims.setStringClaim("tenant", tenant.tenantCode());
        claims.setStringListClaim("groups", role);
        if (customerCode != null) {
            claims.setStringClaim("customer", customerCode);
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(InstanceKey.privateKeyOf(home.toAbsolutePath()));
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response accept(String secret, String token) {
        return given().contentType("application/json")
                .body(Map.of("secret", secret, "token", token))
                .post("/invitations/accept");
    }

    private static Response account(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("query", "{ viewer { user { id } } myAccount { code } }"))
                .post("/graphql");
    }

    @Test
    void whoever_accepts_an_invitation_sees_that_customers_account_and_no_other() {
        String bearer = token("buyer", "PARTNER");
        assertThat(account(bearer).statusCode()).isEqualTo(401);
        JsonPath made = invite(finance, customer, "buyer@example.com", "Demo Buyer");
        assertThat(made.getList("userErrors")).isEmpty();
        assertThat(people().getList("invitations.email")).isEqualTo(List.of("buyer@example.com"));

        Response accepted = accept(made.getString("secret"), bearer);

        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.jsonPath().getString("customerCode")).isEqualTo("C" + customer);
        assertThat(account(bearer).jsonPath().getString("data.myAccount.code")).isEqualTo("C" + customer);
        assertThat(people().getList("invitations")).isEmpty();
        assertThat(people().getList("users.email")).isEqualTo(List.of("buyer@example.com"));
        UUID other = tenancy.customer(tenant, null, null);
        assertThat(account(token("buyer", "PARTNER", "C" + other)).statusCode()).isEqualTo(401);
        assertThat(account(token("buyer", "PARTNER", "C" + customer)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void of_the_secret_only_its_hash_is_stored() {
        String secret = secret();

        List<String> stored = tenancy.call(
                tenant,
                () -> sql.of("select cast(i as text) as text from partner_invitation i where i.tenant_id = :tenant")
                        .list(row -> row.text("text")));
        assertThat(stored).hasSize(1).noneMatch(row -> row.contains(secret));
    }

    @Test
    void an_invitation_is_good_once_also_for_many_at_once() throws Exception {
        String secret = secret();

        List<Integer> answers = AtOnce.on(
                6, number -> accept(secret, token("buyer-" + number, "PARTNER")).statusCode());

        assertThat(answers).containsOnly(200, 400);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(people().getList("users")).hasSize(1);
    }

    @Test
    void what_is_replaced_expired_or_unknown_cannot_be_accepted() {
        String first = secret();
        String second = secret();
        String bearer = token("buyer", "PARTNER");
        List<String> codes = new ArrayList<>();
        codes.add(accept(first, bearer).jsonPath().getString("errors[0].extensions.code"));
        codes.add(accept("nothing", bearer).jsonPath().getString("errors[0].extensions.code"));
        // Seven days on by the service's clock; tokens are judged by the true time.
        clock.set(clock.instant().plus(Duration.ofDays(7).plusMinutes(1)));
        codes.add(accept(second, bearer).jsonPath().getString("errors[0].extensions.code"));
        clock.reset();

        assertThat(codes).containsOnly("NOT_FOUND");
        assertThat(accept(second, bearer).statusCode()).isEqualTo(200);
    }

    @Test
    void somebody_who_belongs_elsewhere_cannot_accept() {
        UUID other = tenancy.customer(tenant, null, null);
        String theirs = token("their-buyer", "PARTNER", "C" + other);
        assertThat(account(theirs).statusCode()).isEqualTo(200);
        String staff = token("clerk", "REP");
        assertThat(account(staff).statusCode()).isEqualTo(200);
        String secret = secret();

        assertThat(accept(secret, theirs).jsonPath().getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_STATUS");
        assertThat(accept(secret, staff).statusCode()).isEqualTo(403);
        assertThat(accept(secret, token("clerk", "PARTNER")).jsonPath().getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_STATUS");
        assertThat(accept(secret, "no.token.atall").statusCode()).isEqualTo(401);
        assertThat(accept(secret, token("buyer", "PARTNER")).statusCode()).isEqualTo(200);
    }

    @Test
    void who_is_removed_is_out_at_once_token_socket_and_all() throws Exception {
        String bearer = token("buyer", "PARTNER");
        accept(secret(), bearer);
        String user = account(bearer).jsonPath().getString("data.viewer.user.id");
        assertThat(account(bearer).statusCode()).isEqualTo(200);

        try (LiveClient socket =
                LiveClient.acknowledged(URI.create(address.toString().replaceFirst("^http", "ws")), bearer)) {
            socket.subscribe("1", "subscription { myAlertRaised { kind } }");
            JsonPath removed = remove(finance, user);

            assertThat(removed.getList("userErrors")).isEmpty();
            assertThat(removed.getBoolean("user.active")).isFalse();
            assertThat(socket.closed().code()).isEqualTo(4401);
        }
        assertThat(account(bearer).statusCode()).isEqualTo(401);
        assertThat(account(bearer).jsonPath().getString("errors[0].message")).contains("may no longer sign in");
        assertThat(remove(finance, user).getList("userErrors.code")).isEqualTo(List.of("INVALID_STATUS"));
        assertThat(accept(secret(), bearer).statusCode()).isEqualTo(200);
        assertThat(account(bearer).statusCode()).isEqualTo(200);
    }

    @Test
    void who_came_by_a_token_with_a_customer_can_be_removed_too() throws Exception {
        Actor partner = tenancy.partner(tenant, customer);
        String user = client.ask(partner, "{ viewer { user { id } } }").getString("data.viewer.user.id");

        remove(finance, user);

        String token = client.token(partner);
        assertThat(eventually(() -> account(token).statusCode())).isEqualTo(401);
    }

    /** The node hears of the removal after it was answered; what a token made before may still be under way. */
    private static int eventually(java.util.function.IntSupplier status) throws InterruptedException {
        for (int moment = 0; moment < 100 && status.getAsInt() != 401; moment++) {
            Thread.sleep(50);
        }
        return status.getAsInt();
    }

    @Test
    void nobody_invites_or_removes_where_he_sees_nothing() {
        Actor manager = tenancy.user(tenant, Role.MANAGER, "EAST");
        UUID east = tenancy.customer(tenant, null, "EAST");
        Actor partner = tenancy.partner(tenant, customer);
        String user = client.ask(partner, "{ viewer { user { id } } }").getString("data.viewer.user.id");

        assertThat(invite(manager, customer, "a@example.com", "A").getList("userErrors.code"))
                .isEqualTo(List.of("NOT_FOUND"));
        assertThat(invite(manager, east, "a@example.com", "A").getList("userErrors"))
                .isEmpty();
        assertThat(remove(manager, user).getList("userErrors.code")).isEqualTo(List.of("NOT_FOUND"));
        assertThat(remove(finance, NodeId.of(NodeKind.USER, manager.user().orElseThrow()))
                        .getList("userErrors.code"))
                .isEqualTo(List.of("NOT_FOUND"));
        assertThat(invite(finance, customer, "nobody", " ").getList("userErrors.field"))
                .isEqualTo(List.of(List.of("email"), List.of("name")));
    }
}
