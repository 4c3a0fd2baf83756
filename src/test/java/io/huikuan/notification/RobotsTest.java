package io.huikuan.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.huikuan.kernel.graph.Uuids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Robots of group chats, with the answers that the platforms' manuals record. */
@QuarkusTest
@TestProfile(WithPeers.class)
class RobotsTest {

    private static final String SECRET = "SECthisIsASecretOfARobot";

    @Inject
    NotificationWorld world;

    private String path;

    @BeforeEach
    void a_path_of_its_own() {
        path = "/robot/" + Uuids.next();
    }

    private List<LoggedRequest> tell(String kind, String answer, int alerts) {
        Peers.WEB.stubFor(post(urlPathEqualTo(path)).willReturn(okJson(answer)));
        assertThat(world.endpoint(kind, Peers.WEB.baseUrl() + path + "?access_token=t", SECRET)
                        .getList("userErrors"))
                .isEmpty();
        world.raise(alerts);
        world.deliver();
        return Peers.WEB.findAll(postRequestedFor(urlPathEqualTo(path)));
    }

    private static String hmac(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, Object> notification() {
        return world.notifications().stream()
                .filter(one -> one.get("channel").equals("ROBOT"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wecom_gets_markdown_in_chinese() {
        JsonPath body = new JsonPath(
                tell("WECOM", "{\"errcode\":0,\"errmsg\":\"ok\"}", 1).get(0).getBodyAsString());

        assertThat(body.getString("msgtype")).isEqualTo("markdown");
        assertThat(body.getString("markdown.content")).contains("回款提醒（1 条）", "已逾期 3 天");
        assertThat(notification()).containsEntry("state", "SENT");
    }

    @Test
    void alerts_that_are_due_together_go_into_few_messages() {
        assertThat(tell("WECOM", "{\"errcode\":0,\"errmsg\":\"ok\"}", 32)).hasSize(3);
        assertThat(world.states()).containsOnly("SENT");
    }

    @Test
    void dingtalk_gets_a_signed_address() throws Exception {
        LoggedRequest request =
                tell("DINGTALK", "{\"errcode\":0,\"errmsg\":\"ok\"}", 1).get(0);

        String timestamp = request.queryParameter("timestamp").firstValue();
        assertThat(request.queryParameter("sign").firstValue()).isEqualTo(hmac(SECRET, timestamp + "\n" + SECRET));
        assertThat(request.queryParameter("access_token").firstValue()).isEqualTo("t");
    }

    @Test
    void feishu_gets_a_signed_body() throws Exception {
        JsonPath body = new JsonPath(tell("FEISHU", "{\"StatusCode\":0,\"code\":0,\"msg\":\"success\"}", 1)
                .get(0)
                .getBodyAsString());

        assertThat(body.getString("sign")).isEqualTo(hmac(body.getString("timestamp") + "\n" + SECRET, ""));
        assertThat(body.getString("content.text")).contains("回款提醒");
    }

    @Test
    void a_robot_that_is_asked_too_often_is_left_alone_for_a_minute() {
        tell("WECOM", "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}", 1);

        assertThat(notification()).containsEntry("state", "PENDING").containsEntry("lastAnswer", "code 45009");
        world.hurry();
        world.deliver();
        assertThat(Peers.WEB.findAll(postRequestedFor(urlPathEqualTo(path)))).hasSize(1);
    }

    @Test
    void a_refusal_within_an_answer_of_http_200_is_no_success() {
        tell(
                "FEISHU",
                "{\"code\":19021,\"msg\":\"sign match fail or timestamp is not within one hour from current time\"}",
                1);

        assertThat(notification()).containsEntry("state", "PENDING").containsEntry("lastAnswer", "code 19021");
    }

    @Test
    void an_answer_that_is_none_of_the_platform_is_no_success() {
        tell("DINGTALK", "[\"surprise\"]", 1);

        assertThat(notification())
                .containsEntry("state", "PENDING")
                .containsEntry("lastAnswer", "It answered what was not understood.");
    }
}
