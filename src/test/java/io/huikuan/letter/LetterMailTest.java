package io.huikuan.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.notification.NotificationState;
import io.huikuan.notification.Peers;
import io.huikuan.notification.WithPeers;
import io.huikuan.notification.data.MailStore;
import io.huikuan.notification.mail.MailEnded;
import io.huikuan.notification.mail.MailHand;
import io.huikuan.support.Books;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters by e-mail, towards a real mail server, and to the printer where that fails. */
@QuarkusTest
@TestProfile(WithPeers.class)
class LetterMailTest {

    @Inject
    Tenancy tenancy;

    @Inject
    LetterWorld world;

    @Inject
    MailHand mails;

    @Inject
    ActingAs actingAs;

    @Inject
    TestClock clock;

    @Inject
    Books books;

    @Inject
    MailStore queue;

    @Inject
    LetterMails letterMails;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor rep;
    private UUID customer;
    private String address;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        address = Uuids.next() + "@huikuan.example";
        tenancy.invoice(
                tenant,
                customer,
                "1000.00",
                tenancy.today(tenant).minusDays(40),
                tenancy.today(tenant).minusDays(10));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private Map<String, Object> reminder() {
        return world.issued(rep, customer, LetterKind.PAYMENT_REMINDER, "language", "ZH_CN");
    }

    private void send() {
        actingAs.run(tenant, mails::send);
    }

    private Map<String, Object> standing(Map<String, Object> letter) {
        return world.ask(
                        rep,
                        "query($id: ID!) { node(id: $id) { ... on Letter { status sentAt mail { state } } } }",
                        Map.of("id", letter.get("id")))
                .getMap("data.node");
    }

    private List<String> channels() {
        return world.ask(
                        rep,
                        "query($id: ID!) { customer(id: $id) { contactHistory { nodes { channel } } } }",
                        Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer)))
                .getList("data.customer.contactHistory.nodes.channel");
    }

    private List<String> stored() {
        return tenancy.call(
                tenant,
                () -> sql.of("select cast(m as text) as text from mail m where m.tenant_id = :tenant")
                        .list(row -> row.text("text")));
    }

    private int count(String question) {
        return tenancy.call(tenant, () -> sql.of(question).one(row -> row.integer("count")));
    }

    private static byte[] attachment(MimeMessage mail) throws MessagingException, IOException {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContentType().startsWith("application/pdf")) {
                assertThat(part.getFileName()).isEqualTo("LTR-000001.pdf");
                return part.getInputStream().readAllBytes();
            }
        }
        throw new AssertionError("no PDF");
    }

    @Test
    void a_letter_goes_to_its_person_with_its_pdf_as_it_is_kept() throws Exception {
        world.person(rep, customer, "王芳", "PROCESSES", address);
        Map<String, Object> letter = reminder();
        assertThat(letter).containsEntry("status", "EMAIL_QUEUED");
        assertThat(stored()).hasSize(1).noneMatch(row -> row.contains("王芳") || row.contains("1,000.00"));

        send();
        send();

        MimeMessage[] sent = Peers.MAIL.getReceivedMessagesForDomain(address);
        assertThat(sent).hasSize(1);
        assertThat(sent[0].getSubject()).isEqualTo("付款提醒函 (LTR-000001)");
        assertThat(GreenMailUtil.getBody(sent[0])).contains("text/html", "text/plain");
        assertThat(attachment(sent[0]))
                .isEqualTo(world.get(rep, (String) letter.get("pdfUrl")).asByteArray());
        assertThat(standing(letter)).containsEntry("status", "EMAILED").containsEntry("mail", Map.of("state", "SENT"));
        assertThat(standing(letter).get("sentAt")).isNotNull();
        assertThat(channels()).isEqualTo(List.of("EMAIL"));
        assertThat(count("select count(*) as count from mail where tenant_id = :tenant and content is not null"))
                .as("nothing of it is kept but in the archive")
                .isZero();
    }

    @Test
    void without_an_address_it_waits_for_the_printer() {
        world.person(rep, customer, "王芳", "PROCESSES", null);

        Map<String, Object> letter = reminder();

        assertThat(standing(letter)).containsEntry("status", "PRINT_QUEUED").containsEntry("mail", null);
        assertThat(stored()).isEmpty();
        assertThat(channels()).isEqualTo(List.of("LETTER"));
    }

    @Test
    void whoever_has_an_address_comes_before_who_has_none_and_paper_needs_none() {
        world.person(rep, customer, "Clerk", "PROCESSES", null);
        world.person(rep, customer, "Director", "DECIDES", address);

        assertThat(reminder()).extracting("contactPerson.name").isEqualTo("Director");
        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER, "route", "PRINT"))
                .containsEntry("status", "PRINT_QUEUED")
                .extracting("contactPerson.name")
                .isEqualTo("Clerk");
    }

    @Test
    void what_cannot_be_sent_in_time_is_printed_and_told_as_a_letter() {
        world.person(rep, customer, "王芳", "PROCESSES", address);
        Map<String, Object> letter = reminder();
        clock.forward(Duration.ofDays(3));

        send();

        assertThat(Peers.MAIL.getReceivedMessagesForDomain(address)).isEmpty();
        assertThat(standing(letter)).containsEntry("status", "PRINT_QUEUED").containsEntry("sentAt", null);
        assertThat(channels()).isEqualTo(List.of("LETTER"));
        assertThat(world.ask(
                                tenancy.user(tenant, Role.FINANCE, null),
                                "{ letterPrintQueue { nodes { id } } }",
                                Map.of())
                        .getList("data.letterPrintQueue.nodes.id"))
                .isEqualTo(List.of(letter.get("id")));
    }

    @Test
    void nothing_is_sent_to_a_person_who_was_erased_and_no_address_stays() {
        String person = world.person(rep, customer, "王芳", "PROCESSES", address);
        Map<String, Object> letter = reminder();

        world.change(
                rep,
                "eraseContactPerson",
                "EraseContactPersonInput",
                Map.of("id", person, "version", 1, "reason", "She asked for it."),
                "contactPerson { name }");
        send();

        assertThat(Peers.MAIL.getReceivedMessagesForDomain(address)).isEmpty();
        assertThat(standing(letter)).containsEntry("status", "PRINT_QUEUED");
        assertThat(count("select count(recipient) as count from letter where tenant_id = :tenant"))
                .isZero();
    }

    private void on(int hour) {
        LocalDate tuesday = tenancy.today(tenant).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        clock.set(tuesday.atTime(hour, 0).atZone(tenant.zone()).toInstant());
    }

    @Test
    void nobody_is_written_to_at_night_without_a_reason() {
        world.person(rep, customer, "王芳", "PROCESSES", address);
        on(2);

        assertThat(LetterWorld.codes(world.issue(rep, customer, LetterKind.PAYMENT_REMINDER, "outsideReason", null)))
                .isEqualTo(List.of("OUTSIDE_CONTACT_HOURS"));
        assertThat(stored()).isEmpty();
        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER, "route", "PRINT", "outsideReason", null))
                .as("a letter comes with the post")
                .containsEntry("number", "LTR-000001")
                .containsEntry("status", "PRINT_QUEUED");
        assertThat(reminder()).containsEntry("status", "EMAIL_QUEUED");
        assertThat(world.ask(
                                rep,
                                "query($id: ID!) { customer(id: $id) { contactHistory { nodes { outside } } } }",
                                Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer)))
                        .getList("data.customer.contactHistory.nodes.outside"))
                .containsExactlyInAnyOrder(List.of("QUIET_HOURS"), List.of());
        on(10);
        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER, "outsideReason", "They asked for a copy."))
                .containsEntry("status", "EMAIL_QUEUED");
    }

    private void paid() {
        books.pay(
                tenancy.user(tenant, Role.FINANCE, null),
                customer,
                "1000.00",
                tenancy.today(tenant).toString());
    }

    @Test
    void what_was_paid_before_it_went_is_not_sent_nor_printed() {
        world.person(rep, customer, "王芳", "PROCESSES", address);
        Map<String, Object> letter = reminder();

        paid();
        send();

        assertThat(Peers.MAIL.getReceivedMessagesForDomain(address)).isEmpty();
        assertThat(standing(letter))
                .containsEntry("status", "WITHDRAWN")
                .containsEntry("sentAt", null)
                .containsEntry("mail", Map.of("state", "CANCELLED"));
        clock.forward(Duration.ofDays(3));
        send();
        assertThat(standing(letter)).containsEntry("status", "WITHDRAWN");
    }

    @Test
    void what_the_mail_server_took_while_it_was_withdrawn_was_sent() {
        world.person(rep, customer, "王芳", "PROCESSES", address);
        Map<String, Object> letter = reminder();
        UUID mail = tenancy.call(
                tenant, () -> queue.lease(Duration.ofMinutes(1)).orElseThrow().id());

        paid();
        tenancy.run(tenant, () -> {
            assertThat(queue.end(mail, NotificationState.SENT, "taken")).isTrue();
            letterMails.ended(new MailEnded(NodeId.uuidOf((String) letter.get("id")), NotificationState.SENT));
        });

        assertThat(standing(letter)).containsEntry("status", "EMAILED").containsEntry("mail", Map.of("state", "SENT"));
        assertThat(tenancy.call(tenant, () -> queue.end(mail, NotificationState.DEAD, "late")))
                .isFalse();
    }
}
