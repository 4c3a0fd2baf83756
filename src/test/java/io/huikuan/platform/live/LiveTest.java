package io.huikuan.platform.live;

import static io.huikuan.platform.graphql.Asking.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.graphql.ProbeApi;
import io.huikuan.platform.graphql.TrustedId;
import io.huikuan.platform.live.LiveClient.Closed;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LiveTest.Impatient.class)
class LiveTest {

    /** Waits less long for everything. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "huikuan.live.init-timeout", "2S",
                    "huikuan.live.slow-after", "2S",
                    "huikuan.live.max-connections", "8",
                    "huikuan.live.max-operations", "3");
        }
    }

    private static final Closed UNAUTHORIZED = new Closed(4401, "Unauthorized");

    @TestHTTPResource("/graphql")
    URI page;

    @Test
    void a_subscription_gives_its_events_and_completes() throws Exception {
        try (LiveClient client = LiveClient.open(address())) {
            assertThat(client.init(token(Role.FINANCE)).next()).isEqualTo(JsonObject.of("type", "connection_ack"));

            client.subscribe("1", "subscription { probeTicks(count: 2) { name seenBy } }");

            assertThat(events(client, "1")).containsExactly("tick 0 finance[FINANCE]", "tick 1 finance[FINANCE]");
        }
    }

    @Test
    void events_raised_on_behalf_of_the_tenant_are_read_as_the_subscriber() throws Exception {
        try (LiveClient client = LiveClient.acknowledged(address(), token(Role.FINANCE))) {
            client.subscribe("1", "subscription { probeElsewhere { name seenBy children(count: 1) { seenBy } } }");

            JsonObject probe = probe(client.next(), "probeElsewhere");
            assertThat(probe.getString("seenBy")).isEqualTo("finance[FINANCE]");
            assertThat(probe.getJsonArray("children").getJsonObject(0).getString("seenBy"))
                    .isEqualTo("finance[FINANCE]");
        }
        awaitCancelled("probeElsewhere");
    }

    @RepeatedTest(5)
    void all_levels_of_an_event_are_read_as_the_subscriber() throws Exception {
        try (LiveClient client = LiveClient.acknowledged(address(), token(Role.FINANCE))) {
            client.subscribe(
                    "1",
                    "subscription { probeTicks(count: 1) { seenBy children(count: 1) { seenBy children(count: 1) { seenBy children(count: 1) { seenBy } } } } }");

            assertThat(client.next().toString().split("finance\\[FINANCE\\]", -1))
                    .hasSize(5);
        }
    }

    @Test
    void queries_and_mutations_are_answered_too() throws Exception {
        try (LiveClient client = LiveClient.acknowledged(address(), token(Role.FINANCE))) {
            client.subscribe("q", "{ probe { name } nowhere: probeForbidden }");

            JsonObject next = client.next();
            assertThat(next.getString("type")).isEqualTo("next");
            assertThat(probe(next, "probe").getString("name")).isEqualTo("probe");
            assertThat(code(next.getJsonObject("payload").getJsonArray("errors").getJsonObject(0)))
                    .isEqualTo("FORBIDDEN");
            assertThat(client.next()).isEqualTo(JsonObject.of("id", "q", "type", "complete"));
        }
    }

    @Test
    void a_document_is_named_by_its_hash_here_too() throws Exception {
        try (LiveClient client = LiveClient.acknowledged(address(), token(Role.FINANCE))) {
            client.send(Map.of(
                    "id",
                    "1",
                    "type",
                    "subscribe",
                    "payload",
                    Map.of("documentId", TrustedId.of("Viewer"), "query", "")));
            JsonObject data = client.next().getJsonObject("payload").getJsonObject("data");
            assertThat(data.getJsonObject("viewer").getJsonObject("tenant").getString("code"))
                    .isEqualTo("probes");
            assertThat(client.next().getString("type")).isEqualTo("complete");

            Map<String, ?> unknown = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", "ab".repeat(32)));
            client.send(Map.of("id", "2", "type", "subscribe", "payload", Map.of("extensions", unknown)));
            JsonObject refused = client.next();
            assertThat(refused.getString("type")).isEqualTo("error");
            assertThat(refused.getJsonArray("payload").getJsonObject(0).getString("message"))
                    .isEqualTo("PersistedQueryNotFound");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"connection_init\"}",
                "{\"type\":\"connection_init\",\"payload\":{}}",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"\"}}",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":5}}",
                "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer nonsense\"}}",
                "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription { probeTicks(count: 1) { name } }\"}}",
            })
    void without_a_valid_token_the_socket_is_closed(String first) throws Exception {
        try (LiveClient client = LiveClient.open(address())) {
            client.sendText(first);

            assertThat(client.closed()).isEqualTo(UNAUTHORIZED);
            assertThat(client.nextSoon()).isNull();
        }
    }

    @Test
    void a_token_in_the_header_will_do() throws Exception {
        String token = token(Role.FINANCE);
        try (LiveClient client =
                LiveClient.open(address(), builder -> builder.header("Authorization", "Bearer " + token))) {
            client.send(Map.of("type", "connection_init"));

            assertThat(client.next().getString("type")).isEqualTo("connection_ack");
        }
    }

    @Test
    void a_refused_subscription_is_answered_with_a_code() throws Exception {
        try (LiveClient client = LiveClient.acknowledged(address(), token(Role.REP))) {
            refuses(client, "subscription { probeTicks(count: 1) { name } }", "FORBIDDEN");
            refuses(client, "subscription { probeNowhere }", "BAD_REQUEST");
            refuses(client, "subscription {", "BAD_REQUEST");
            refuses(
                    client,
                    "{ probes(count: 1) " + "{ children(count: 1) ".repeat(50) + "{ name }" + "}".repeat(51),
                    "TOO_DEEP");
            refuses(client, "subscription { probeTicks(count: \"x\") { name } }", "BAD_INPUT");
        }
    }

    @Test
    void trouble_within_a_subscription_shows_an_id_and_nothing_else() throws Exception {
        try (LiveClient client = LiveClient.acknowledged(address(), token(Role.FINANCE))) {
            client.subscribe("1", "subscription { probeTrouble { name } }");

            JsonObject error = client.next()
                    .getJsonObject("payload")
                    .getJsonArray("errors")
                    .getJsonObject(0);
            assertThat(code(error)).isEqualTo("INTERNAL");
            assertThat(error.getString("message")).doesNotContain("secret");
        }
    }

    @Test
    void a_subscription_ends_when_the_client_says_so() throws Exception {
        try (LiveClient client = LiveClient.acknowledged(address(), token(Role.FINANCE))) {
            client.subscribe("1", "subscription { probeElsewhere { name } }");
            client.next();

            client.send(Map.of("id", "1", "type", "complete"));

            awaitCancelled("probeElsewhere");
            client.subscribe("1", "subscription { probeTicks(count: 1) { name seenBy } }");
            assertThat(events(client, "1")).hasSize(1);
        }
    }

    @Test
    void a_ping_is_answered() throws Exception {
        try (LiveClient client = LiveClient.open(address())) {
            assertThat(client.send(Map.of("type", "ping")).next()).isEqualTo(JsonObject.of("type", "pong"));
        }
    }

    @Test
    void who_breaks_the_protocol_is_closed() throws Exception {
        try (LiveClient silent = LiveClient.open(address());
                LiveClient twice = LiveClient.acknowledged(address(), token(Role.FINANCE));
                LiveClient same = LiveClient.acknowledged(address(), token(Role.FINANCE));
                LiveClient babbling = LiveClient.open(address());
                LiveClient unknown = LiveClient.open(address())) {
            assertThat(twice.init(token(Role.FINANCE)).closed().code()).isEqualTo(4429);
            same.subscribe("1", "subscription { probeElsewhere { name } }");
            assertThat(same.subscribe("1", "{ __typename }").closed().code()).isEqualTo(4409);
            assertThat(babbling.sendText("[").closed().code()).isEqualTo(4400);
            assertThat(unknown.send(Map.of("type", "connection_ack")).closed().code())
                    .isEqualTo(4400);
            assertThat(silent.closed().code()).isEqualTo(4408);
        }
    }

    @Test
    void the_socket_lives_no_longer_than_its_token() throws Exception {
        // verification grants the clocks some seconds, so the token is given a few more
        try (LiveClient client = LiveClient.acknowledged(address(), token(Role.FINANCE, Duration.ofSeconds(4)))) {
            assertThat(client.closed()).isEqualTo(new Closed(4403, "Token expired"));
        }
    }

    @Test
    void who_does_not_take_what_he_asked_for_is_cut_off() throws Exception {
        try (LiveClient client = LiveClient.deaf(address())) {
            client.init(token(Role.FINANCE)).next();
            client.subscribe("1", "subscription { probeFlood { name } }");

            awaitCancelled("probeFlood");
            assertThat(ProbeApi.FLOODED.get()).isLessThan(1_000);
        }
    }

    @Test
    void operations_at_once_are_limited() throws Exception {
        try (LiveClient client = LiveClient.acknowledged(address(), token(Role.FINANCE))) {
            for (String id : List.of("1", "2", "3")) {
                client.subscribe(id, "subscription { probeElsewhere { name } }");
                client.next();
            }

            refuses(client, "{ __typename }", "TOO_MANY");
        }
    }

    @Test
    void sockets_at_once_are_limited() {
        List<LiveClient> clients = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 9; i++) {
                            clients.add(LiveClient.open(address()));
                        }
                    })
                    .satisfies(refused -> assertThat(status(refused)).isEqualTo(503));
        } finally {
            clients.forEach(LiveClient::close);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphql-ws", "chat"})
    void another_protocol_is_refused(String protocol) {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .subprotocols(protocol)
                        .buildAsync(address(), new WebSocket.Listener() {})
                        .join())
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(400));
    }

    @Test
    void a_bad_token_in_the_header_is_refused_before_the_socket_opens() {
        assertThatThrownBy(
                        () -> LiveClient.open(address(), builder -> builder.header("Authorization", "Bearer nonsense")))
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(401));
    }

    private URI address() {
        return URI.create(page.toString().replaceFirst("^http", "ws"));
    }

    private static int status(Throwable refused) {
        Throwable cause = refused instanceof CompletionException ? refused.getCause() : refused;
        return ((WebSocketHandshakeException) cause).getResponse().statusCode();
    }

    private static void refuses(LiveClient client, String document, String code) throws InterruptedException {
        JsonObject message = client.subscribe("refused", document).next();
        assertThat(message.getString("type")).isEqualTo("error");
        assertThat(message.getString("id")).isEqualTo("refused");
        assertThat(code(message.getJsonArray("payload").getJsonObject(0))).isEqualTo(code);
    }

    private static String code(JsonObject error) {
        return error.getJsonObject("extensions").getString("code");
    }

    private static JsonObject probe(JsonObject next, String field) {
        return next.getJsonObject("payload").getJsonObject("data").getJsonObject(field);
    }

    private static List<String> events(LiveClient client, String id) throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (JsonObject message = client.next();
                !message.getString("type").equals("complete");
                message = client.next()) {
            assertThat(message.getString("id")).isEqualTo(id);
            JsonObject probe = probe(message, "probeTicks");
            names.add(probe.getString("name") + " " + probe.getString("seenBy"));
        }
        return names;
    }

    private static void awaitCancelled(String subscription) throws InterruptedException {
        for (int i = 0; i < 200 && !ProbeApi.CANCELLED.getOrDefault(subscription, false); i++) {
            Thread.sleep(100);
        }
        assertThat(ProbeApi.CANCELLED).containsEntry(subscription, true);
    }
}
