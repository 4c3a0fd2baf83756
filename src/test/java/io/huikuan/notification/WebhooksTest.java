package io.huikuan.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.huikuan.kernel.graph.Uuids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks towards a receiver that verifies signatures by the library of Standard Webhooks. */
@QuarkusTest
@TestProfile(WithPeers.class)
class WebhooksTest {

    @Inject
    NotificationWorld world;

    private String path;

    @BeforeEach
    void a_path_of_its_own() {
        path = "/hook/" + Uuids.next();
    }

    private JsonPath webhook(ResponseDefinitionBuilder answer) {
        Peers.WEB.stubFor(post(urlEqualTo(path)).willReturn(answer));
        return world.endpoint("WEBHOOK", Peers.WEB.baseUrl() + path, null);
    }

    private List<LoggedRequest> received() {
        return Peers.WEB.findAll(postRequestedFor(urlEqualTo(path)));
    }

    private static void verify(String secret, LoggedRequest request) throws Exception {
        Map<String, List<String>> headers = request.getHeaders().all().stream()
                .collect(Collectors.toMap(header -> header.key(), header -> header.values()));
        new Webhook(secret).verify(request.getBodyAsString(), HttpHeaders.of(headers, (name, value) -> true));
    }

    private Map<String, Object> notification() {
        return world.notifications().stream()
                .filter(one -> one.get("channel").equals("WEBHOOK"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_system_gets_what_its_secret_verifies_under_the_notifications_id() throws Exception {
        String secret = webhook(aResponse().withStatus(204)).getString("secret");
        world.raise(1);

        world.deliver();

        assertThat(received()).hasSize(1);
        verify(secret, received().get(0));
        assertThat(notification())
                .containsEntry("state", "SENT")
                .containsEntry("lastAnswer", "HTTP 204")
                .containsEntry("id", received().get(0).getHeader("webhook-id"));
        JsonPath body = new JsonPath(received().get(0).getBodyAsString());
        assertThat(body.getString("type")).isEqualTo("alert.raised");
        assertThat(body.getString("data.type")).isEqualTo("INSTALLMENT_OVERDUE");
        assertThat(body.getString("data.title"))
                .startsWith("Demo Distributor: 100.00 CNY was due on ")
                .endsWith("3 days overdue");
    }

    @Test
    void another_secret_does_not_verify_it() {
        webhook(aResponse().withStatus(204));
        world.raise(1);

        world.deliver();

        assertThatThrownBy(() -> verify("whsec_" + "A".repeat(32), received().get(0)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void while_the_secret_is_changed_both_verify_and_afterwards_only_the_new_one() throws Exception {
        JsonPath hook = webhook(aResponse().withStatus(200));
        String id = hook.getString("endpoint.id");
        String second = rotated(id, 24);
        world.raise(1);
        world.deliver();
        verify(hook.getString("secret"), received().get(0));
        verify(second, received().get(0));

        String third = rotated(id, 0);
        world.raise(1);
        world.deliver();
        verify(third, received().get(1));
        assertThatThrownBy(() -> verify(second, received().get(1))).isInstanceOf(WebhookVerificationException.class);
    }

    private String rotated(String id, int hours) {
        return world.ask(
                        world.admin,
                        "mutation($input: RotateEndpointSecretInput!) { rotateEndpointSecret(input: $input) { secret userErrors { code } } }",
                        Map.of("input", Map.of("id", id, "keepPreviousHours", hours)))
                .getString("data.rotateEndpointSecret.secret");
    }

    @Test
    void a_second_attempt_has_the_same_id() {
        Peers.WEB.stubFor(post(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("well"));
        Peers.WEB.stubFor(post(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs("well")
                .willReturn(aResponse().withStatus(200)));
        world.endpoint("WEBHOOK", Peers.WEB.baseUrl() + path, null);
        world.raise(1);
        world.deliver();
        assertThat(notification()).containsEntry("state", "PENDING").containsEntry("lastAnswer", "HTTP 500");

        world.hurry();
        world.deliver();

        assertThat(received())
                .extracting(request -> request.getHeader("webhook-id"))
                .hasSize(2)
                .containsOnly((String) notification().get("id"));
        assertThat(notification()).containsEntry("state", "SENT").containsEntry("attempts", 2);
    }

    @Test
    void a_receiver_that_is_gone_is_switched_off() {
        webhook(aResponse().withStatus(410));
        world.raise(1);

        world.deliver();

        assertThat(notification()).containsEntry("state", "CANCELLED").containsEntry("lastAnswer", "HTTP 410");
        assertThat(world.ask(world.admin, "{ notificationEndpoints { active } }")
                        .getList("data.notificationEndpoints.active"))
                .containsExactly(false);
    }

    @Test
    void a_receiver_that_asks_to_be_left_alone_is() {
        webhook(aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        world.raise(3);

        world.deliver();

        assertThat(Instant.parse((String) notification().get("dueAt")))
                .isAfter(Instant.now(java.time.Clock.systemUTC()).plusSeconds(200));
        world.hurry();
        world.deliver();
        assertThat(received()).as("nothing more while it asked for rest").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void one_that_hangs_or_talks_nonsense_holds_up_nobody() {
        webhook(aResponse().withFixedDelay(6_000));
        String other = path + "/other";
        Peers.WEB.stubFor(post(urlEqualTo(other)).willReturn(aResponse().withStatus(200)));
        world.endpoint("WEBHOOK", Peers.WEB.baseUrl() + other, null);
        String third = path + "/third";
        Peers.WEB.stubFor(post(urlEqualTo(third)).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        world.endpoint("WEBHOOK", Peers.WEB.baseUrl() + third, null);
        world.raise(1);

        world.deliver();

        assertThat(Peers.WEB.findAll(postRequestedFor(urlEqualTo(other)))).hasSize(1);
        assertThat(world.states()).containsExactlyInAnyOrder("SENT", "PENDING", "PENDING", "SENT");
    }

    @Test
    void a_dead_receiver_is_not_hammered() {
        webhook(aResponse().withStatus(503));
        world.raise(60);

        world.deliver();
        world.hurry();
        world.deliver();

        assertThat(received()).hasSizeBetween(5, 25);
        assertThat(world.states()).doesNotContain("DEAD");
    }

    @Test
    void redirects_lead_nowhere() {
        webhook(aResponse().withStatus(302).withHeader("Location", path + "/elsewhere"));
        world.raise(1);

        world.deliver();

        assertThat(Peers.WEB.findAll(postRequestedFor(urlEqualTo(path + "/elsewhere"))))
                .isEmpty();
        assertThat(notification()).containsEntry("state", "PENDING").containsEntry("lastAnswer", "HTTP 302");
    }

    @Test
    void what_is_paid_meanwhile_is_cancelled_with_the_reason() {
        webhook(aResponse().withStatus(200));
        var invoice = world.overdue();
        world.judge();
        world.pay(invoice);

        world.deliver();

        assertThat(received()).isEmpty();
        assertThat(notification())
                .containsEntry("state", "CANCELLED")
                .containsEntry("remark", "The cause was gone before it was sent.");
    }

    @Test
    void what_was_given_up_can_be_sent_again_under_its_id() {
        webhook(aResponse().withStatus(500));
        world.raise(1);
        for (int i = 0; i < 14; i++) {
            world.forgetCircuits();
            world.hurry();
            world.deliver();
        }
        Map<String, Object> dead = notification();
        assertThat(dead).containsEntry("state", "DEAD").containsEntry("attempts", 14);
        Peers.WEB.stubFor(post(urlEqualTo(path)).willReturn(aResponse().withStatus(200)));

        JsonPath retried = world.ask(
                world.admin,
                "mutation($input: RetryNotificationInput!) { retryNotification(input: $input) { notification { state attempts } userErrors { code } } }",
                Map.of("input", Map.of("id", dead.get("id"))));
        world.forgetCircuits();
        world.deliver();

        assertThat(retried.getString("data.retryNotification.notification.state"))
                .isEqualTo("PENDING");
        assertThat(notification()).containsEntry("state", "SENT").containsEntry("id", dead.get("id"));
    }

    @Test
    void an_address_without_encryption_or_with_a_password_is_refused_where_it_is_entered() {
        assertThat(world.endpoint("WEBHOOK", "ftp://example.com/x", null).getList("userErrors.code"))
                .containsExactly("INVALID_VALUE");
        assertThat(world.endpoint("WEBHOOK", "https://user:secret@example.com/x", null)
                        .getList("userErrors.code"))
                .containsExactly("INVALID_VALUE");
        assertThat(world.endpoint("WEBHOOK", "no address", null).getList("userErrors.code"))
                .containsExactly("INVALID_VALUE");
    }
}
