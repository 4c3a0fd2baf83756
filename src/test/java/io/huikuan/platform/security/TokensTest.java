package io.huikuan.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.platform.bootstrap.NewTenant;
import io.huikuan.platform.bootstrap.TenantIntroduction;
import io.huikuan.tenant.Users;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokensTest {

    private static final String TENANT = "tokens";

    @Inject
    TokenIssuer issuer;

    @Inject
    TokenAuthenticator authenticator;

    @Inject
    TenantIntroduction introduction;

    @Inject
    ActingAs actingAs;

    @Inject
    Users users;

    @Inject
    Sql sql;

    @ConfigProperty(name = "huikuan.home")
    Path home;

    private Actor tenant;

    @BeforeEach
    void introduceTenant() {
        tenant = introduction.introduce(new NewTenant(TENANT, "Demo", ZoneId.of("Asia/Shanghai"), "CNY"));
    }

    @Test
    void a_token_makes_its_bearer_the_actor() {
        String token = issuer.issue(request("rep-1", Role.REP, r -> r.put("region", "EAST")));
        assertThat(who(token)).startsWith("tokens Asia/Shanghai CNY ").endsWith("[REP] EAST -");
        assertThat(who(token)).isEqualTo(who(issuer.issue(request("rep-1", Role.REP, r -> r.put("region", "EAST")))));
    }

    @Test
    void changed_claims_change_the_person() {
        String before = who(issuer.issue(request("rep-2", Role.REP, r -> r)));
        String after = who(issuer.issue(
                request("rep-2", Role.MANAGER, r -> r.put("region", "WEST").put("name", "Renamed"))));
        assertThat(after.split(" ", -1)[3]).isEqualTo(before.split(" ", -1)[3]);
        assertThat(
                        within(
                                () -> ask(
                                        "select name || region || roles[1] as a from app_user where tenant_id = :tenant and subject = 'rep-2'")))
                .isEqualTo("RenamedWESTMANAGER");
    }

    @Test
    void a_person_expected_by_e_mail_becomes_whole_with_the_first_token() {
        UUID pending = actingAs.call(tenant, () -> users.byEmails(List.of("expected@example.com")))
                .get("expected@example.com");
        String token = issuer.issue(request("rep-3", Role.REP, r -> r.put("email", "Expected@example.com")));
        assertThat(who(token)).contains(pending.toString());
    }

    @Test
    void an_address_that_the_issuer_has_not_verified_leads_to_nobody() throws Exception {
        UUID pending = actingAs.call(tenant, () -> users.byEmails(List.of("victim@example.com")))
                .get("victim@example.com");
        String token = sign(ownKey(), claims("rep-4", Map.of("email", "victim@example.com", "email_verified", false)));
        assertThat(who(token)).doesNotContain(pending.toString());
    }

    @Test
    void many_first_requests_of_one_person_at_once_enter_one_row() throws Exception {
        String token = issuer.issue(request("rep-5", Role.REP, r -> r));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> answers = Stream.generate(() -> threads.submit(() -> who(token)))
                    .limit(16)
                    .toList();
            Set<String> seen = new java.util.HashSet<>();
            for (Future<String> answer : answers) {
                seen.add(answer.get());
            }
            assertThat(seen).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_partner_is_bound_to_the_customer_of_its_token() {
        UUID customer = Uuids.next();
        within(() -> sql.of("insert into customer (tenant_id, id, version, code, name, kind, status, created_at)"
                        + " values (:tenant, :id, 1, :code, 'Demo Distributor 07', 'DISTRIBUTOR', 'ACTIVE', now())")
                .bind("id", customer)
                .bind("code", "C-" + customer)
                .update());
        String token = issuer.issue(request("partner-1", Role.PARTNER, r -> r.put("customer", "C-" + customer)));
        assertThat(who(token)).endsWith("[PARTNER] - " + customer);
    }

    @Test
    void a_token_without_what_it_must_say_is_refused_with_words() throws Exception {
        refused(claims("x", Map.of("groups", List.of("PARTNER", "REP"), "customer", "C")), "PARTNER and another role");
        refused(claims("x", Map.of("groups", List.of("PARTNER"))), "names no customer");
        refused(
                claims("x", Map.of("groups", List.of("PARTNER"), "customer", "C-0")),
                "customer of the token is unknown");
        refused(claims("x", Map.of("groups", List.of("KING"))), "names no role");
        refused(claims("x", Map.of("groups", List.of())), "names no role");
        refused(claims("x", Map.of("tenant", "nowhere")), "tenant of the token is unknown");
        refused(claims("x", Map.of("tenant", "")), "lacks the claim 'tenant'");
        refused(claims("x", Map.of("tenant", "x".repeat(10_000))), "too long");
        refused(claims("", Map.of()), "lacks the claim 'sub'");
    }

    @Test
    void a_token_of_another_issuer_audience_time_or_key_is_refused() throws Exception {
        refused(claims("x", Map.of("iss", "https://elsewhere.example")), "issuer");
        refused(claims("x", Map.of("aud", "another-service")), "not for this service");
        long now = Instant.now().getEpochSecond();
        refused(claims("x", Map.of("exp", now - 3600, "iat", now - 7200)), "expired");
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        refused(sign(keys.generateKeyPair().getPrivate(), claims("x", Map.of())), "The token is not valid.");
        refused("not-a-token", "The token is not valid.");
        refused("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "The token is not valid.");
    }

    @Test
    void clocks_may_differ_by_a_minute() throws Exception {
        long now = Instant.now().getEpochSecond();
        String late = who(sign(ownKey(), claims("x", Map.of("iat", now - 600, "exp", now - 45))));
        assertThat(who(sign(ownKey(), claims("x", Map.of("nbf", now + 45))))).isEqualTo(late);
        refused(claims("x", Map.of("iat", now - 600, "exp", now - 61)), "expired");
        refused(claims("x", Map.of("nbf", now + 75)), "The token is not good yet.");
        assertThat(who(sign(ownKey(), claims("x", Map.of("iat", now + 300))))).isEqualTo(late);
        refused(claims("x", Map.of("iat", now + 3600)), "The token is not valid.");
    }

    @Test
    void a_claim_that_is_not_one_text_is_refused_and_not_passed_over() throws Exception {
        refused(
                claims("x", Map.of("groups", List.of("MANAGER"), "region", List.of("EAST"))),
                "'region' is not one text");
        refused(claims("x", Map.of("tenant", List.of(TENANT))), "'tenant' is not one text");
        refused(claims("x", Map.of("tenant", Map.of("code", TENANT))), "'tenant' is not one text");
    }

    @Test
    void a_person_who_may_no_longer_sign_in_is_refused() throws Exception {
        who(issuer.issue(request("gone", Role.REP, r -> r)));
        within(() -> sql.of("update app_user set active = false where tenant_id = :tenant and subject = 'gone'")
                .update());
        refused(issuer.issue(request("gone", Role.REP, r -> r.put("name", "Back"))), "may no longer sign in");
    }

    @Test
    void nobody_comes_in_without_a_token() {
        for (String path : List.of("/imports/customers", "/imports")) {
            refusal(given().post(path), 401, "UNAUTHENTICATED", "token is needed");
        }
        refusal(
                given().contentType("application/json").body("{}").post("/graphql"),
                401,
                "UNAUTHENTICATED",
                "token is needed");
        refusal(given().get("/test/who"), 401, "UNAUTHENTICATED", "token is needed");
    }

    @Test
    void the_wrong_role_is_forbidden() {
        String rep = issuer.issue(request("rep-6", Role.REP, r -> r));
        refusal(given().auth().oauth2(rep).get("/test/who/admin"), 403, "FORBIDDEN", "may not do this");
        String admin = issuer.issue(request("admin-6", Role.ADMIN, r -> r));
        assertThat(given().auth().oauth2(admin).get("/test/who/admin").asString())
                .isEqualTo("admin");
    }

    @Test
    void a_token_outside_a_header_becomes_an_actor_too() {
        String token = issuer.issue(request("rep-7", Role.REP, r -> r));
        assertThat(authenticator.actor(token).tenant()).isEqualTo(tenant.tenant());
        assertThat(authenticator.actor("Bearer " + token).roles()).containsExactly(Role.REP);
        assertThatThrownBy(() -> authenticator.actor("")).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> authenticator.actor("nonsense")).isInstanceOf(AuthenticationFailedException.class);
    }

    private void refused(JwtClaims claims, String words) throws Exception {
        refused(sign(ownKey(), claims), words);
    }

    private static void refused(String token, String words) {
        refusal(given().auth().oauth2(token).get("/test/who"), 401, "UNAUTHENTICATED", words);
        refusal(
                given().auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .body("{}")
                        .post("/graphql"),
                401,
                "UNAUTHENTICATED",
                words);
    }

    private static void refusal(Response response, int status, String code, String words) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.jsonPath().getString("errors[0].extensions.code")).isEqualTo(code);
        assertThat(response.jsonPath().getString("errors[0].message")).contains(words);
    }

    private static String who(String token) {
        Response response = given().auth().oauth2(token).get("/test/who");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.asString();
    }

    private static final class Extras {
        private final java.util.HashMap<String, String> values = new java.util.HashMap<>();

        Extras put(String name, String value) {
            values.put(name, value);
            return this;
        }

        Optional<String> get(String name) {
            return Optional.ofNullable(values.get(name));
        }
    }

    private static TokenRequest request(String subject, Role role, UnaryOperator<Extras> with) {
        Extras extras = with.apply(new Extras());
        return new TokenRequest(
                TENANT,
                subject,
                extras.get("name").orElse(subject),
                extras.get("email"),
                Set.of(role),
                extras.get("region"),
                extras.get("customer"),
                Duration.ofHours(1));
    }

    private PrivateKey ownKey() {
        return InstanceKey.privateKeyOf(home.toAbsolutePath());
    }

    private static JwtClaims claims(String subject, Map<String, Object> others) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("huikuan");
        claims.setAudience("huikuan");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setSubject(subject);
        claims.setClaim("tenant", TENANT);
        claims.setClaim("groups", List.of("REP"));
        others.forEach(claims::setClaim);
        return claims;
    }

    private static String sign(PrivateKey key, JwtClaims claims) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue("RS256");
        return signature.getCompactSerialization();
    }

    private String ask(String question) {
        return sql.of(question).one(row -> row.text("a"));
    }

    private <T> T within(Callable<T> work) {
        return actingAs.call(tenant, () -> QuarkusTransaction.requiringNew().call(work));
    }
}
