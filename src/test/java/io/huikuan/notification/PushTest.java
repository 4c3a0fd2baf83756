package io.huikuan.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.notification.channel.push.BrowserOfTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pushes: towards a browser that decrypts what it gets, and towards FCM as Google documents its answers. */
@QuarkusTest
@TestProfile(WithPeers.class)
class PushTest {

    private static final String SEND = "/v1/projects/test-project/messages:send";

    @Inject
    NotificationWorld world;

    private String path;
    private BrowserOfTest browser;

    @BeforeEach
    void a_browser() throws Exception {
        path = "/push/" + Uuids.next();
        browser = new BrowserOfTest();
    }

    private JsonPath register(Actor who, Map<String, ?> input) {
        return world.ask(
                        who,
                        "mutation($input: RegisterDeviceInput!) { registerDevice(input: $input) { device { id kind name } userErrors { code field } } }",
                        Map.of("input", input))
                .setRootPath("data.registerDevice");
    }

    private JsonPath registerBrowser(Actor who, ResponseDefinitionBuilder answer) {
        Peers.WEB.stubFor(post(urlEqualTo(path)).willReturn(answer));
        return register(
                who,
                Map.of(
                        "kind",
                        "WEB_PUSH",
                        "name",
                        "Phone",
                        "endpoint",
                        Peers.WEB.baseUrl() + path,
                        "key",
                        browser.key(),
                        "secret",
                        browser.secret()));
    }

    private String registerApp(String answer, int status) {
        String token = "token-" + Uuids.next();
        Peers.WEB.stubFor(post(urlEqualTo("/token"))
                .willReturn(
                        okJson("{\"access_token\":\"ya29.access\",\"expires_in\":3599,\"token_type\":\"Bearer\"}")));
        Peers.WEB.stubFor(post(urlEqualTo(SEND))
                .withRequestBody(matchingJsonPath("$.message.token", equalTo(token)))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(answer)));
        assertThat(register(world.rep, Map.of("kind", "FCM", "name", "Phone", "token", token))
                        .getList("userErrors"))
                .isEmpty();
        world.raise(1);
        world.deliver();
        return token;
    }

    private List<LoggedRequest> pushed() {
        return Peers.WEB.findAll(postRequestedFor(urlEqualTo(path)));
    }

    private Map<String, Object> notification() {
        return world.notifications().get(0);
    }

    private List<Object> devices(Actor who) {
        return world.ask(who, "{ myDevices { id } }").getList("data.myDevices.id");
    }

    private static String refusal(int status, String grpc, String code) {
        return """
                {"error": {"code": %d, "message": "m", "status": "%s",
                  "details": [{"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "%s"}]}}""".formatted(status, grpc, code);
    }

    @Test
    void a_browser_can_read_what_it_gets_and_the_push_service_can_tell_who_sent_it() throws Exception {
        registerBrowser(world.rep, aResponse().withStatus(201));
        world.raise(1);

        world.deliver();

        LoggedRequest request = pushed().get(0);
        JsonPath read = new JsonPath(browser.decrypt(request.getBody()));
        assertThat(read.getString("title")).contains("100.00 CNY was due on").endsWith("3 days overdue");
        assertThat(read.getString("id")).isEqualTo(notification().get("id"));
        assertThat(request.getHeader("content-encoding")).isEqualTo("aes128gcm");
        assertThat(request.getHeader("topic")).hasSizeLessThanOrEqualTo(32);
        String key = world.ask(world.rep, "{ webPushKey }").getString("data.webPushKey");
        BrowserOfTest.verify(request.getHeader("authorization"), key, Peers.WEB.baseUrl());
        assertThat(notification()).containsEntry("state", "SENT").containsEntry("target", "Phone");
    }

    @Test
    void a_browser_that_is_gone_is_forgotten() {
        registerBrowser(world.rep, aResponse().withStatus(410));
        world.raise(1);

        world.deliver();

        assertThat(notification()).containsEntry("state", "CANCELLED");
        assertThat(devices(world.rep)).isEmpty();
    }

    @Test
    void a_browser_registered_again_keeps_its_id() {
        String first = registerBrowser(world.rep, aResponse().withStatus(201)).getString("device.id");

        assertThat(registerBrowser(world.rep, aResponse().withStatus(201)).getString("device.id"))
                .isEqualTo(first);
    }

    @Test
    void what_was_on_its_way_to_the_one_before_does_not_reach_the_one_who_has_the_phone_now() {
        registerBrowser(world.rep, aResponse().withStatus(201));
        world.raise(1);
        Actor next = world.anotherRep();
        registerBrowser(next, aResponse().withStatus(201));

        world.deliver();

        assertThat(pushed()).isEmpty();
        assertThat(notification()).containsEntry("state", "CANCELLED").containsEntry("remark", "The address is gone.");
        assertThat(devices(world.rep)).isEmpty();
        assertThat(devices(next)).hasSize(1);
    }

    @Test
    void keys_that_are_none_are_refused() {
        assertThat(register(
                                world.rep,
                                Map.of(
                                        "kind",
                                        "WEB_PUSH",
                                        "name",
                                        "Phone",
                                        "endpoint",
                                        "https://push.example.com/x",
                                        "key",
                                        "AAAA",
                                        "secret",
                                        browser.secret()))
                        .getList("userErrors.code"))
                .containsExactly("INVALID_VALUE");
        assertThat(register(world.rep, Map.of("kind", "WEB_PUSH", "name", " ")).getList("userErrors.code"))
                .containsOnly("REQUIRED");
    }

    @Test
    void an_app_gets_words_to_show_and_the_alert_to_open() {
        String token = registerApp("{\"name\":\"projects/test-project/messages/1\"}", 200);

        LoggedRequest request = Peers.WEB
                .findAll(postRequestedFor(urlEqualTo(SEND))
                        .withRequestBody(matchingJsonPath("$.message.token", equalTo(token))))
                .get(0);
        JsonPath body = new JsonPath(request.getBodyAsString());
        assertThat(request.getHeader("authorization")).isEqualTo("Bearer ya29.access");
        assertThat(body.getString("message.notification.body")).endsWith("3 days overdue");
        assertThat(body.getString("message.data.alertId"))
                .isEqualTo(((Map<?, ?>) notification().get("alert")).get("id"));
        assertThat(notification()).containsEntry("state", "SENT");
    }

    @Test
    void an_app_that_was_removed_is_forgotten() {
        registerApp(refusal(404, "NOT_FOUND", "UNREGISTERED"), 404);

        assertThat(notification())
                .containsEntry("state", "CANCELLED")
                .containsEntry("lastAnswer", "HTTP 404 UNREGISTERED");
        assertThat(devices(world.rep)).isEmpty();
    }

    @Test
    void a_message_that_fcm_will_never_take_is_given_up() {
        registerApp(refusal(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT"), 400);

        assertThat(notification()).containsEntry("state", "DEAD");
    }

    @Test
    void trouble_at_fcm_is_waited_out() {
        registerApp(refusal(500, "INTERNAL", "INTERNAL"), 500);

        assertThat(notification()).containsEntry("state", "PENDING").containsEntry("lastAnswer", "HTTP 500 INTERNAL");
    }

    @Test
    void garbage_from_fcm_is_no_success() {
        registerApp("<html>", 502);

        assertThat(notification()).containsEntry("state", "PENDING").containsEntry("lastAnswer", "HTTP 502");
    }

    @Test
    void one_who_signs_out_is_pushed_to_no_more() {
        String id = registerBrowser(world.rep, aResponse().withStatus(201)).getString("device.id");

        world.ask(
                world.rep,
                "mutation($input: UnregisterDeviceInput!) { unregisterDevice(input: $input) { userErrors { code } } }",
                Map.of("input", Map.of("id", id)));
        world.raise(1);
        world.deliver();

        assertThat(pushed()).isEmpty();
    }

    @Test
    void nobody_unregisters_the_device_of_another() {
        String id = registerBrowser(world.rep, aResponse().withStatus(201)).getString("device.id");

        assertThat(world.ask(
                                world.admin,
                                "mutation($input: UnregisterDeviceInput!) { unregisterDevice(input: $input) { userErrors { code } } }",
                                Map.of("input", Map.of("id", id)))
                        .getList("data.unregisterDevice.userErrors.code"))
                .containsExactly("NOT_FOUND");
        assertThat(devices(world.rep)).containsExactly(id);
    }
}
