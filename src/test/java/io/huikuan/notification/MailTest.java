package io.huikuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mail towards a real mail server, and what people may choose. */
@QuarkusTest
@TestProfile(WithPeers.class)
class MailTest {

    @Inject
    NotificationWorld world;

    private String address;

    @BeforeEach
    void an_address_of_his_own() {
        address = Uuids.next() + "@huikuan.example";
        world.ask(world.rep, "{ viewer { user { id } } }");
        world.address(world.rep, address);
    }

    private List<MimeMessage> mails() {
        return Arrays.stream(Peers.MAIL.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(address))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage mail, String type) throws MessagingException, IOException {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).getContentType().startsWith(type)) {
                return (String) parts.getBodyPart(i).getContent();
            }
        }
        throw new AssertionError("no part of " + type);
    }

    private JsonPath choose(Actor who, int version, Map<String, ?> wish) {
        Map<String, Object> input = new java.util.HashMap<>(wish);
        input.put("version", version);
        return world.ask(who, """
                mutation($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) {
                    preferences { version language timeZone quietFrom quietUntil digestHour choices { alertType channels digest } } userErrors { code field } } }""", Map.of("input", input)).setRootPath("data.updateNotificationPreferences");
    }

    @Test
    void a_rep_gets_an_alert_by_mail_in_both_forms_with_a_link() throws Exception {
        world.raise(1);

        world.deliver();

        assertThat(mails()).hasSize(1);
        MimeMessage mail = mails().get(0);
        Map<String, Object> sent = world.notifications().get(0);
        assertThat(sent).containsEntry("channel", "EMAIL").containsEntry("state", "SENT");
        assertThat(mail.getSubject()).startsWith("Demo Distributor: 100.00 CNY was due on ");
        assertThat(mail.getMessageID()).isEqualTo("<" + sent.get("id") + "@huikuan.example>");
        String link = "https://app.huikuan.example/alerts/" + ((Map<?, ?>) sent.get("alert")).get("id");
        assertThat(part(mail, "text/plain")).contains("3 days overdue", link);
        assertThat(part(mail, "text/html")).contains("<html lang=\"en\">", "3 days overdue", "href=\"" + link + "\"");
    }

    @Test
    void he_may_want_it_in_chinese() throws Exception {
        choose(world.rep, 0, Map.of("language", "ZH_CN"));
        world.raise(1);

        world.deliver();

        assertThat(mails().get(0).getSubject())
                .contains("Demo Distributor：100.00 CNY 应于")
                .endsWith("已逾期 3 天");
        assertThat(part(mails().get(0), "text/html")).contains("<html lang=\"zh-CN\">", "您好", "查看详情");
        assertThat(part(mails().get(0), "text/plain")).contains("[注意] Demo Distributor：");
    }

    @Test
    void in_his_quiet_hours_it_waits_until_they_end() {
        int hour = Instant.now(java.time.Clock.systemUTC())
                .atZone(world.tenant.zone())
                .getHour();
        choose(world.rep, 0, Map.of("quietFrom", hour, "quietUntil", (hour + 2) % 24));
        world.raise(1);

        world.deliver();

        assertThat(mails()).isEmpty();
        Map<String, Object> waiting = world.notifications().get(0);
        assertThat(waiting)
                .containsEntry("state", "PENDING")
                .containsEntry("attempts", 0)
                .containsEntry("remark", "It waits for the quiet hours to end.");
        assertThat(Instant.parse((String) waiting.get("dueAt"))
                        .atZone(world.tenant.zone())
                        .getHour())
                .isEqualTo((hour + 2) % 24);
    }

    @Test
    void a_digest_gathers_a_day_into_one_mail() throws Exception {
        choose(
                world.rep,
                0,
                Map.of(
                        "choices",
                        List.of(Map.of(
                                "alertType", "INSTALLMENT_OVERDUE", "channels", List.of("EMAIL"), "digest", true))));
        world.raise(3);
        world.deliver();
        assertThat(mails()).isEmpty();
        assertThat(world.notifications()).extracting(one -> one.get("remark")).containsOnly("It waits for the digest.");
        var paid = world.overdue();
        world.judge();
        world.deliver();
        world.pay(paid);

        world.hurry();
        world.deliver();

        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0).getSubject()).isEqualTo("Collection alerts of the day: 3");
        assertThat(world.states()).containsExactlyInAnyOrder("SENT", "SENT", "SENT", "CANCELLED");
    }

    @Test
    void who_wants_nothing_gets_nothing() {
        choose(
                world.rep,
                0,
                Map.of("choices", List.of(Map.of("alertType", "INSTALLMENT_OVERDUE", "channels", List.of()))));
        world.raise(1);

        assertThat(world.notifications()).isEmpty();
    }

    @Test
    void who_may_no_longer_see_the_customer_is_told_nothing() {
        world.raise(1);
        world.handOver(world.anotherRep());

        world.deliver();

        assertThat(mails()).isEmpty();
        assertThat(world.notifications().get(0))
                .containsEntry("state", "CANCELLED")
                .containsEntry("remark", "The recipient may no longer see the customer.");
    }

    @Test
    void a_change_of_preferences_that_others_overtook_is_stale() {
        assertThat(choose(world.rep, 0, Map.of("digestHour", 9)).getInt("preferences.version"))
                .isEqualTo(1);
        assertThat(choose(world.rep, 0, Map.of("digestHour", 10)).getList("userErrors.code"))
                .containsExactly("STALE");
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_is_changed() {
        JsonPath answer = choose(
                world.rep,
                0,
                Map.of(
                        "digestHour",
                        24,
                        "timeZone",
                        "Mars/Olympus",
                        "quietFrom",
                        3,
                        "choices",
                        List.of(Map.of("alertType", "PLAN_BROKEN", "channels", List.of("WEBHOOK")))));

        assertThat(answer.getList("userErrors.code"))
                .containsExactlyInAnyOrder("INVALID_VALUE", "INVALID_TIME_ZONE", "REQUIRED", "INVALID_VALUE");
        assertThat(world.ask(world.rep, "{ notificationPreferences { version digestHour timeZone } }")
                        .getString("data.notificationPreferences.timeZone"))
                .isEqualTo("Asia/Shanghai");
    }
}
