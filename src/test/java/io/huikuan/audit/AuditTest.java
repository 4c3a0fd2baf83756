package io.huikuan.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.audit.data.AuditStore;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.spi.Converter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {

    /** The log remembers what was taken down: each test has an hour of its own. */
    private static final AtomicInteger HOURS = new AtomicInteger();

    private static final Logger CATEGORY = Logger.getLogger("io.huikuan.audit");

    @Inject
    Tenancy tenancy;

    @Inject
    TokenIssuer issuer;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    @Inject
    AuditTrail trail;

    @Inject
    AuditStore store;

    @Inject
    ActingAs actingAs;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(new PatternFormatter("%s").format(line));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    private Instant now;
    private Actor tenant;
    private String admin;

    @BeforeEach
    void listen() {
        now = Instant.parse("2026-03-01T04:00:00Z").plus(Duration.ofHours(HOURS.incrementAndGet()));
        clock.set(now.minusSeconds(1000));
        trail.note(new Incident(AuditKind.SIGNED_IN, Optional.empty(), "", "begin " + now, Origin.NOWHERE));
        clock.set(now);
        tenant = tenancy.tenant("Asia/Shanghai");
        admin = token(tenant, Role.ADMIN, "admin");
        clock.set(now.minusSeconds(1000));
        trail.note(new Incident(AuditKind.SIGNED_IN, Optional.of(tenant), "", "begin " + now, Origin.NOWHERE));
        clock.set(now);
        trail.write();
        CATEGORY.addHandler(listener);
    }

    @AfterEach
    void stop_listening() {
        CATEGORY.removeHandler(listener);
        clock.reset();
    }

    private String token(Actor of, Role role, String subject) {
        return issuer.issue(new TokenRequest(
                of.tenantCode(),
                subject,
                subject,
                Optional.empty(),
                Set.of(role),
                Optional.empty(),
                Optional.empty(),
                Duration.ofDays(3650)));
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("User-Agent", "Reps/1.0 (test)")
                .contentType("application/json");
    }

    private static JsonPath ask(String token, String document) {
        return as(token).body(Map.of("query", document)).post("/graphql").jsonPath();
    }

    private List<Map<String, Object>> events(String token, String arguments) {
        trail.write();
        return ask(
                        token,
                        "{ auditEvents" + arguments
                                + " { nodes { at kind who what address userAgent heldBack user { name } } totalCount pageInfo { hasNextPage endCursor } } }")
                .getList("data.auditEvents.nodes");
    }

    @Test
    void a_sign_in_is_taken_down_once_for_each_token() {
        String rep = token(tenant, Role.REP, "rep");
        ask(rep, "{ __typename }");
        ask(rep, "{ __typename }");
        ask(token(tenant, Role.REP, "rep"), "{ __typename }");

        List<Map<String, Object>> events = events(admin, "(filter: {kind: [SIGNED_IN]})");

        assertThat(events.stream().filter(event -> event.get("who").equals("rep")))
                .hasSize(1);
        clock.set(now.plusSeconds(61));
        ask(token(tenant, Role.REP, "rep"), "{ __typename }");
        assertThat(events(admin, "(filter: {kind: [SIGNED_IN]})").stream()
                        .filter(event -> event.get("who").equals("rep")))
                .hasSize(2)
                .first()
                .isEqualTo(Map.of(
                        "at",
                        now.plusSeconds(61).toString(),
                        "kind",
                        "SIGNED_IN",
                        "who",
                        "rep",
                        "what",
                        "POST /graphql",
                        "address",
                        "127.0.0.1",
                        "userAgent",
                        "Reps/1.0 (test)",
                        "heldBack",
                        1,
                        "user",
                        Map.of("name", "rep")));
    }

    @Test
    void a_refused_token_is_a_line_of_the_log_without_the_token() {
        String forged = admin.substring(0, admin.length() - 4) + "AAAA";

        as(forged)
                .body(Map.of("query", "{ __typename }"))
                .post("/graphql")
                .then()
                .statusCode(401);

        assertThat(lines).hasSize(1);
        assertThat(lines.element())
                .matches(
                        "SIGN_IN_REFUSED tenant=- who=\"\" what=\"POST /graphql: The token is not valid\\.\" from=127\\.0\\.0\\.1 agent=\"Reps/1\\.0 \\(test\\)\" heldBack=\\d+");
    }

    @Test
    void whoever_comes_without_a_token_or_may_not_enter_is_taken_down() {
        given().contentType("application/json")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(401);
        as(token(tenant, Role.REP, "rep")).get("/imports/profiles").then().statusCode(403);

        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("ACCESS_REFUSED tenant=- who=\"\" what=\"POST /graphql: UNAUTHENTICATED\""))
                .anyMatch(line -> line.startsWith("ACCESS_REFUSED tenant=" + tenant.tenantCode()
                        + " who=\"rep\" what=\"GET /imports: FORBIDDEN\""));
    }

    @Test
    void a_person_who_may_no_longer_sign_in_is_known_to_his_tenant() {
        String rep = token(tenant, Role.REP, "rep");
        ask(rep, "{ __typename }");
        tenancy.run(
                tenant,
                () -> sql.of("update app_user set active = false where tenant_id = :tenant and subject = 'rep'")
                        .update());
        clock.set(now.plusSeconds(120));

        as(rep).body(Map.of("query", "{ __typename }")).post("/graphql").then().statusCode(401);

        assertThat(events(admin, "(filter: {kind: [SIGN_IN_REFUSED]})"))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("who", "rep")
                        .containsEntry("what", "POST /graphql: This person may no longer sign in."));
    }

    @Test
    void a_root_field_that_the_role_may_not_use_is_taken_down_once_a_request() {
        ask(
                token(tenant, Role.REP, "rep"),
                "query Peek { tenantSettings { version } again: tenantSettings { version } }");

        assertThat(events(admin, "(filter: {kind: [ACCESS_REFUSED]})"))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("who", "rep")
                        .containsEntry("what", "Peek: [tenantSettings], [again]"));
    }

    @Test
    void only_administrators_of_the_tenant_read_it() {
        ask(token(tenant, Role.REP, "rep"), "{ __typename }");
        String stranger = token(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, "admin");

        assertThat(events(stranger, "")).noneMatch(event -> event.get("who").equals("rep"));
        assertThat(ask(token(tenant, Role.FINANCE, "finance"), "{ auditEvents { totalCount } }")
                        .getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void it_is_read_by_pages_persons_and_moments() {
        for (int i = 0; i < 5; i++) {
            clock.set(now.plusSeconds(i));
            ask(token(tenant, Role.REP, "rep" + i), "{ __typename }");
        }
        clock.set(now.plusSeconds(10));
        String user = ask(token(tenant, Role.REP, "rep3"), "{ viewer { user { id } } }")
                .getString("data.viewer.user.id");

        assertThat(events(admin, "(filter: {userId: \"" + user + "\"})"))
                .extracting("who")
                .containsOnly("rep3");
        assertThat(events(admin, "(filter: {userId: \"usr_nobody\"})")).isEmpty();
        assertThat(events(
                        admin, "(filter: {from: \"" + now.plusSeconds(1) + "\", to: \"" + now.plusSeconds(3) + "\"})"))
                .extracting("who")
                .containsExactly("rep2", "rep1");
        JsonPath first = ask(
                admin,
                "{ auditEvents(first: 2, filter: {kind: [SIGNED_IN], from: \"" + now + "\", to: \"" + now.plusSeconds(5)
                        + "\"}) { nodes { who } totalCount pageInfo { hasNextPage endCursor } } }");
        assertThat(first.getList("data.auditEvents.nodes.who")).isEqualTo(List.of("rep4", "rep3"));
        assertThat(first.getInt("data.auditEvents.totalCount")).isEqualTo(5);
        assertThat(events(
                        admin,
                        "(first: 9, filter: {kind: [SIGNED_IN], from: \"" + now + "\", to: \"" + now.plusSeconds(5)
                                + "\"}, after: \"" + first.getString("data.auditEvents.pageInfo.endCursor") + "\")"))
                .extracting("who")
                .containsExactly("rep2", "rep1", "rep0");
    }

    @Test
    void what_repeats_itself_is_one_line() {
        for (int i = 0; i < 50; i++) {
            given().header("Authorization", "Bearer nonsense" + i)
                    .header("User-Agent", "Robot/" + i)
                    .get("/graphql")
                    .then()
                    .statusCode(401);
        }

        assertThat(lines).hasSize(1);
    }

    @Test
    void no_request_waits_for_the_database() {
        String rep = token(tenant, Role.REP, "rep");
        ask(rep, "{ __typename }");

        int quiet = Statements.during(() -> ask(rep, "{ __typename }"));

        assertThat(quiet).isZero();
    }

    @Test
    void what_the_queue_does_not_hold_is_counted_and_told() {
        AuditTrail small = new AuditTrail(
                store,
                actingAs,
                clock,
                new SmallRyeConfigBuilder()
                        .withMapping(AuditConfig.class)
                        .withConverters(new Converter<?>[] {new DurationConverter()})
                        .withDefaultValue("huikuan.audit.queue", "1")
                        .build()
                        .getConfigMapping(AuditConfig.class));
        for (String what : List.of("one", "two", "three")) {
            small.note(new Incident(AuditKind.ACCESS_REFUSED, Optional.of(tenant), "rep", what, Origin.NOWHERE));
        }

        assertThat(small.write()).isEqualTo(1);
        assertThat(lines).hasSize(4).last().asString().startsWith("2 audit events were not written");
        assertThat(small.write()).isZero();
    }
}
