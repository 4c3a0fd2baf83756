package io.huikuan.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.notification.Peers;
import io.huikuan.notification.WithPeers;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations of customers' people by e-mail, towards a real mail server. */
@QuarkusTest
@TestProfile(WithPeers.class)
class InvitationMailTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    @Inject
    MailRounds rounds;

    @Inject
    ActingAs actingAs;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor finance;
    private UUID customer;
    private String address;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        address = Uuids.next() + "@huikuan.example";
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private String invited(String language) {
        JsonPath answer = client.ask(
                finance,
                "mutation($input: InvitePartnerUserInput!) { invitePartnerUser(input: $input) { secret invitation { mail { state } } userErrors { code } } }",
                Map.of(
                        "input",
                        Map.of(
                                "customerId",
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                "email",
                                address,
                                "name",
                                "Li",
                                "language",
                                language)));
        assertThat(answer.getString("data.invitePartnerUser.invitation.mail.state"))
                .isEqualTo("PENDING");
        return answer.getString("data.invitePartnerUser.secret");
    }

    private void send() {
        actingAs.run(tenant, rounds::send);
    }

    private List<String> mails() throws MessagingException {
        return Arrays.stream(Peers.MAIL.getReceivedMessagesForDomain(address))
                .map(InvitationMailTest::decoded)
                .toList();
    }

    private static String decoded(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "=");
    }

    private Map<String, Object> mail() {
        return client.ask(
                        finance,
                        "query($id: ID!) { partnerUsers(customerId: $id) { invitations { mail { state attempts finishedAt lastAnswer } } } }",
                        Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer)))
                .getMap("data.partnerUsers.invitations[0].mail");
    }

    private List<String> stored() {
        return tenancy.call(
                tenant,
                () -> sql.of("select cast(m as text) as text from mail m where m.tenant_id = :tenant")
                        .list(row -> row.text("text")));
    }

    @Test
    void who_is_invited_gets_a_link_that_accepts_in_his_language() throws Exception {
        String secret = invited("EN");
        assertThat(stored()).hasSize(1).noneMatch(row -> row.contains(secret));

        send();
        send();

        assertThat(mails())
                .singleElement()
                .satisfies(body ->
                        assertThat(body).contains("Dear Li,", "https://portal.huikuan.example/invitations/" + secret));
        assertThat(mail())
                .containsEntry("state", "SENT")
                .containsEntry("attempts", 1)
                .containsEntry("lastAnswer", "taken by the mail server");
    }

    @Test
    void the_subject_names_supplier_and_customer_in_chinese() throws Exception {
        invited("ZH_CN");

        send();

        assertThat(Peers.MAIL.getReceivedMessagesForDomain(address)[0].getSubject())
                .contains("邀请您查看")
                .contains("Demo Distributor");
    }

    @Test
    void an_invitation_that_was_replaced_is_not_sent() throws Exception {
        String first = invited("EN");
        String second = invited("EN");

        send();

        assertThat(mails())
                .singleElement()
                .satisfies(body -> assertThat(body).contains(second).doesNotContain(first));
    }

    @Test
    void one_that_has_expired_before_it_could_be_sent_is_not_sent() throws Exception {
        invited("EN");
        clock.forward(Duration.ofDays(8));

        send();

        assertThat(mails()).isEmpty();
        assertThat(stored()).singleElement().satisfies(row -> assertThat(row).contains("CANCELLED"));
    }
}
