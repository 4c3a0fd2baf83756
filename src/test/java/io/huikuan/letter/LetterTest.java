package io.huikuan.letter;

import static io.huikuan.letter.LetterWorld.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.text.Language;
import io.huikuan.notification.mail.Mail;
import io.huikuan.notification.mail.MailHand;
import io.huikuan.notification.mail.Mails;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters: over what, by whom, under which number, kept and printed. Without e-mail every letter is printed. */
@QuarkusTest
class LetterTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    LetterWorld world;

    @Inject
    Letters letters;

    @Inject
    Mails mails;

    @Inject
    MailHand hand;

    @Inject
    ActingAs actingAs;

    @Inject
    LetterMails letterMails;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor rep;
    private Actor manager;
    private Actor finance;
    private UUID customer;
    private LocalDate today;

    @AfterEach
    void now() {
        clock.reset();
    }

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        rep = tenancy.user(tenant, Role.REP, "east");
        manager = tenancy.user(tenant, Role.MANAGER, "east");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), "east");
        today = tenancy.today(tenant);
    }

    private UUID invoice(String amount, int daysToDue) {
        return tenancy.invoice(tenant, customer, amount, today.minusDays(60), today.plusDays(daysToDue));
    }

    private Issued issue(LetterKind kind, LetterCause cause) {
        return tenancy.call(
                tenant, () -> letters.issue(IssueLetter.of(customer, kind, LetterRoute.PRINT, cause, Uuids.next())));
    }

    private void promise(UUID receivable, String amount) {
        assertThat(codes(world.change(
                        rep,
                        "recordPromise",
                        "RecordPromiseInput",
                        Map.of(
                                "customerId",
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                "receivableIds",
                                List.of(NodeId.of(NodeKind.RECEIVABLE, receivable)),
                                "amount",
                                Map.of("amount", amount, "currency", "CNY"),
                                "promisedFor",
                                today.plusDays(3).toString()),
                        "promise { id }")))
                .isEmpty();
    }

    private void dispute(UUID receivable, String amount) {
        assertThat(codes(world.change(
                        rep,
                        "openDispute",
                        "OpenDisputeInput",
                        Map.of(
                                "receivableId",
                                NodeId.of(NodeKind.RECEIVABLE, receivable),
                                "amount",
                                Map.of("amount", amount, "currency", "CNY"),
                                "reason",
                                "PRICE",
                                "description",
                                "Too dear."),
                        "dispute { id }")))
                .isEmpty();
    }

    @Test
    void a_reminder_is_over_what_is_open_without_what_is_promised_or_disputed() {
        invoice("1000.00", -30);
        UUID promised = invoice("500.00", -10);
        UUID disputed = invoice("300.00", 5);
        promise(promised, "500.00");
        dispute(disputed, "100.00");

        Map<String, Object> letter = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER, "language", "EN");

        assertThat(letter.get("amounts"))
                .isEqualTo(List.of(Map.of(
                        "total",
                        Map.of("amount", "1200.00", "currency", "CNY"),
                        "overdue",
                        Map.of("amount", "1000.00"))));
        assertThat(world.pdfText(rep, letter.get("pdfUrl")))
                .contains("Together they come to CNY 1,200.00, of which CNY 1,000.00 is past its due date", "200.00")
                .doesNotContain("500.00", "300.00");
    }

    @Test
    void a_chinese_letter_reads_in_its_pdf_as_on_its_page_with_the_same_sums() {
        invoice("12345.60", -30);
        invoice("54.40", 20);
        world.person(rep, customer, "王芳", "PROCESSES", null);

        Map<String, Object> letter = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER, "language", "ZH_CN");

        assertThat(letter).containsEntry("subject", "付款提醒函").containsEntry("status", "PRINT_QUEUED");
        String pdf = world.pdfText(rep, letter.get("pdfUrl"));
        assertThat(pdf)
                .contains("付款提醒函", "尊敬的王芳：", "人民币 12,400.00 元", "12,345.60", "54.40", "逾期天数", (String)
                        letter.get("number"))
                .contains("第 1 页，共 1 页");
        assertThat(world.get(rep, (String) letter.get("htmlUrl")).asString())
                .contains("<html lang=\"zh-CN\"", "付款提醒函", "尊敬的王芳：", "12,345.60");
    }

    @Test
    void a_letter_that_says_overdue_is_issued_from_the_day_after_the_due_date() {
        invoice("1000.00", 0);
        assertThat(codes(world.issue(manager, customer, LetterKind.OVERDUE_NOTICE)))
                .isEqualTo(List.of("NOTHING_TO_DUN"));
        invoice("10.00", -1);

        assertThat(world.issued(manager, customer, LetterKind.OVERDUE_NOTICE, "language", "EN"))
                .containsEntry("subject", "Notice of overdue payment");
    }

    @Test
    void nobody_is_reminded_of_nothing_and_no_number_is_used_up_by_it() {
        UUID paid = invoice("100.00", -3);
        tenancy.pay(finance, customer, paid, "100.00", today);

        assertThat(codes(world.issue(rep, customer, LetterKind.PAYMENT_REMINDER)))
                .isEqualTo(List.of("NOTHING_TO_DUN"));
        invoice("100.00", 3);
        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER)).containsEntry("number", "LTR-000001");
    }

    @Test
    void a_rep_says_nothing_firm_and_nobody_sends_a_last_word_without_its_approved_stage() {
        invoice("1000.00", -30);

        assertThat(codes(world.issue(rep, customer, LetterKind.OVERDUE_NOTICE)))
                .isEqualTo(List.of("STAGE_NEEDS_APPROVAL"));
        assertThat(codes(world.issue(manager, customer, LetterKind.OVERDUE_NOTICE)))
                .isEmpty();
        for (LetterKind last : List.of(LetterKind.FINAL_NOTICE, LetterKind.LAWYERS_LETTER)) {
            assertThat(codes(world.issue(tenancy.user(tenant, Role.ADMIN, null), customer, last)))
                    .isEqualTo(List.of("STAGE_NEEDS_APPROVAL"));
            assertThat(issue(last, LetterCause.STRATEGY)).isEqualTo(new Issued.Not(Issued.Reason.NEEDS_APPROVED_STAGE));
            assertThat(issue(last, LetterCause.ESCALATION)).isInstanceOf(Issued.Done.class);
        }
    }

    @Test
    void a_notice_is_issued_by_a_manager_or_by_an_admin_where_there_is_none() {
        invoice("1000.00", -30);
        Actor admin = tenancy.user(tenant, Role.ADMIN, null);
        UUID unled = tenancy.customer(tenant, null, "west");
        tenancy.invoice(tenant, unled, "10.00", today.minusDays(60), today.minusDays(30));

        for (Actor other : List.of(rep, finance, admin)) {
            assertThat(codes(world.issue(other, customer, LetterKind.OVERDUE_NOTICE)))
                    .isEqualTo(List.of("STAGE_NEEDS_APPROVAL"));
        }
        assertThat(codes(world.issue(finance, unled, LetterKind.OVERDUE_NOTICE)))
                .isEqualTo(List.of("STAGE_NEEDS_APPROVAL"));
        assertThat(codes(world.issue(admin, unled, LetterKind.OVERDUE_NOTICE))).isEmpty();
        assertThat(codes(world.issue(manager, customer, LetterKind.OVERDUE_NOTICE)))
                .isEmpty();
    }

    private JsonPath warned(Actor by, LetterStage next, int days) {
        return world.issue(
                by,
                customer,
                LetterKind.PAYMENT_REMINDER,
                "warning",
                Map.of("next", next.name(), "deadline", today.plusDays(days).toString()),
                "language",
                "EN");
    }

    @Test
    void a_letter_by_hand_warns_of_a_notice_alone_and_gives_three_days() {
        invoice("1000.00", -30);

        assertThat(codes(warned(rep, LetterStage.FIRM, 2))).isEqualTo(List.of("INVALID_VALUE"));
        assertThat(codes(warned(rep, LetterStage.FIRM, 366))).isEqualTo(List.of("INVALID_VALUE"));
        for (LetterStage more :
                List.of(LetterStage.FINAL_NOTICE, LetterStage.LEGAL, LetterStage.AGENCY, LetterStage.STOP_SUPPLY)) {
            for (Actor by : List.of(rep, finance, manager, tenancy.user(tenant, Role.ADMIN, null))) {
                JsonPath refused = warned(by, more, 30);
                assertThat(codes(refused)).as("%s", more).isEqualTo(List.of("STAGE_NEEDS_APPROVAL"));
                assertThat(refused.getList("userErrors[0].field")).isEqualTo(List.of("warning", "next"));
            }
        }
        Map<String, Object> letter = warned(rep, LetterStage.FIRM, 3).getMap("letter");

        assertThat(letter)
                .containsEntry("number", "LTR-000001")
                .containsEntry(
                        "warning",
                        Map.of("next", "FIRM", "deadline", today.plusDays(3).toString()));
    }

    @Test
    void a_warning_of_a_stage_names_what_follows() {
        invoice("1000.00", -30);
        IssueLetter notice = new IssueLetter(
                customer,
                LetterKind.OVERDUE_NOTICE,
                LetterRoute.PRINT,
                false,
                new LetterWarning(LetterStage.STOP_SUPPLY, today.plusDays(3)),
                LetterCause.ESCALATION,
                Uuids.next(),
                Language.EN,
                null,
                null,
                Set.of());

        Issued.Done done = (Issued.Done) tenancy.call(tenant, () -> letters.issue(notice));

        assertThat(world.pdfText(manager, done.letter().pdfUrl()).replaceAll("\\s+", " "))
                .contains("we will deliver on credit again only when the account has been settled");
    }

    private JsonPath unexcused(Actor by) {
        return world.issue(by, customer, LetterKind.PAYMENT_REMINDER, "outsideReason", null);
    }

    @Test
    void a_letter_by_hand_counts_against_the_caps_and_passes_them_with_a_reason_that_is_kept() throws Exception {
        clock.setNoon(today, tenant.zone());
        invoice("1000.00", -30);

        List<List<String>> codes = AtOnce.on(4, i -> codes(unexcused(rep)));

        assertThat(codes).as("two a day").filteredOn(List::isEmpty).hasSize(2);
        JsonPath refused = unexcused(rep);
        assertThat(codes(refused)).isEqualTo(List.of("CONTACT_CAP"));
        assertThat(refused.getList("userErrors[0].field")).isEqualTo(List.of("outsideReason"));
        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER))
                .as("what is refused uses up no number")
                .containsEntry("number", "LTR-000003");
        assertThat(world.ask(
                                manager,
                                "query($id: ID!) { customer(id: $id) { contactHistory { nodes { outside outsideReason } } } }",
                                Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer)))
                        .getList("data.customer.contactHistory.nodes"))
                .filteredOn(node -> ((Map<?, ?>) node).get("outsideReason") != null)
                .isEqualTo(List.of(Map.of("outside", List.of("DAY_CAP"), "outsideReason", "They asked for it.")));
        assertThat(world.ask(
                                tenancy.user(tenant, Role.ADMIN, null),
                                "{ auditEvents(filter: {kind: [GUARD_RAILS_PASSED]}) { nodes { what } } }",
                                Map.of())
                        .<String>getList("data.auditEvents.nodes.what"))
                .singleElement()
                .satisfies(what -> assertThat(what).startsWith("issueLetter ").endsWith("LETTER [DAY_CAP]"));
        assertThat(codes(world.issue(rep, customer, LetterKind.PAYMENT_REMINDER, "outsideReason", "x".repeat(501))))
                .isEqualTo(List.of("TOO_LONG"));
    }

    private Object status(Object letter) {
        return world.ask(
                        finance, "query($id: ID!) { node(id: $id) { ... on Letter { status } } }", Map.of("id", letter))
                .getString("data.node.status");
    }

    @Test
    void what_waits_for_the_printer_is_withdrawn_when_nothing_is_left_to_dun_and_not_before() {
        UUID invoice = invoice("1000.00", -30);
        Object reminder =
                world.issued(rep, customer, LetterKind.PAYMENT_REMINDER).get("id");
        Object statement = world.issued(rep, customer, LetterKind.STATEMENT).get("id");
        tenancy.pay(finance, customer, invoice, "999.99", today);
        assertThat(status(reminder)).isEqualTo("PRINT_QUEUED");

        tenancy.pay(finance, customer, invoice, "0.01", today);

        assertThat(status(reminder)).isEqualTo("WITHDRAWN");
        assertThat(status(statement)).isEqualTo("PRINT_QUEUED");
        assertThat(world.ask(manager, "{ letterPrintQueue { nodes { id } } }", Map.of())
                        .getList("data.letterPrintQueue.nodes.id"))
                .isEqualTo(List.of(statement));
        assertThat(codes(printed(manager, reminder))).isEqualTo(List.of("INVALID_STATUS"));
        assertThat(world.get(manager, "/letters/printing.pdf?letter=" + reminder)
                        .statusCode())
                .isBetween(400, 499);
        invoice("5.00", -1);
        assertThat(world.ask(
                                manager,
                                "query($id: ID!) { previewLetter(customerId: $id, kind: OVERDUE_NOTICE, trial: {language: EN}) { text } }",
                                Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer)))
                        .getString("data.previewLetter.text"))
                .as("nothing refers to what never left the house")
                .doesNotContain("LTR-000001");
    }

    @Test
    void a_letter_that_says_overdue_is_withdrawn_when_only_what_is_not_due_is_left() {
        UUID overdue = invoice("1000.00", -1);
        invoice("500.00", 0);
        Object reminder =
                world.issued(rep, customer, LetterKind.PAYMENT_REMINDER).get("id");
        Object notice =
                world.issued(manager, customer, LetterKind.OVERDUE_NOTICE).get("id");

        tenancy.pay(finance, customer, overdue, "1000.00", today);

        assertThat(status(notice)).isEqualTo("WITHDRAWN");
        assertThat(status(reminder)).isEqualTo("PRINT_QUEUED");
    }

    @Test
    void what_is_promised_or_disputed_before_the_letter_leaves_is_not_asked_for() {
        UUID promised = invoice("500.00", -10);
        Object first = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER).get("id");
        promise(promised, "500.00");
        assertThat(status(first)).isEqualTo("WITHDRAWN");

        UUID disputed = invoice("300.00", -5);
        Object second = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER).get("id");
        dispute(disputed, "300.00");
        assertThat(status(second)).isEqualTo("WITHDRAWN");
    }

    @Test
    void what_a_case_wrote_is_withdrawn_with_it_and_nothing_else() {
        invoice("1000.00", -30);
        books.pay(finance, customer, "100.00", today.toString());
        UUID one = Uuids.next();
        Map<String, UUID> issued = tenancy.call(
                tenant,
                () -> Map.of(
                        "its", written(LetterKind.FINAL_NOTICE, LetterCause.ESCALATION, one),
                        "thanks", written(LetterKind.RECEIPT, LetterCause.ESCALATION, one),
                        "another's", written(LetterKind.FINAL_NOTICE, LetterCause.ESCALATION, Uuids.next()),
                        "a step's", written(LetterKind.PAYMENT_REMINDER, LetterCause.STRATEGY, one)));

        tenancy.run(tenant, () -> letters.withdraw(LetterCause.ESCALATION, List.of(one)));

        assertThat(issued.entrySet().stream()
                        .filter(each -> "WITHDRAWN".equals(status(NodeId.of(NodeKind.LETTER, each.getValue()))))
                        .map(Map.Entry::getKey))
                .containsExactly("its");
    }

    private UUID written(LetterKind kind, LetterCause cause, UUID causeId) {
        return ((Issued.Done) letters.issue(IssueLetter.of(customer, kind, LetterRoute.PRINT, cause, causeId)))
                .letter()
                .uuid();
    }

    /** One statement, without which a transaction says nothing to the database at all. */
    private void look() {
        sql.of("select count(*) as count from customer where tenant_id = :tenant")
                .one(row -> row.integer("count"));
    }

    @Test
    void where_no_letter_waits_the_money_costs_one_look() {
        invoice("1000.00", -30);

        int without = Statements.during(() -> tenancy.run(tenant, this::look));
        int with = Statements.during(() -> tenancy.run(tenant, () -> {
            look();
            letterMails.withdrawSettled(Set.of(customer));
        }));

        assertThat(with - without).isEqualTo(1);
    }

    @Test
    void what_was_queued_as_e_mail_is_printed_also_where_no_e_mail_is_sent_any_more() {
        invoice("1000.00", -30);
        UUID letter = NodeId.uuidOf((String)
                world.issued(rep, customer, LetterKind.PAYMENT_REMINDER).get("id"));
        tenancy.run(tenant, () -> {
            sql.of("update letter set status = 'EMAIL_QUEUED' where tenant_id = :tenant and id = :id")
                    .bind("id", letter)
                    .update();
            mails.queue(new Mail(
                    letter,
                    "nobody@huikuan.example",
                    new Mail.Text("", "", ""),
                    clock.instant().plus(Duration.ofDays(2))));
        });
        clock.forward(Duration.ofDays(1));
        actingAs.run(tenant, hand::send);
        assertThat(status(NodeId.of(NodeKind.LETTER, letter))).isEqualTo("EMAIL_QUEUED");

        clock.forward(Duration.ofDays(1));
        actingAs.run(tenant, hand::send);

        assertThat(status(NodeId.of(NodeKind.LETTER, letter))).isEqualTo("PRINT_QUEUED");
    }

    @Test
    void letters_that_are_issued_at_once_are_numbered_without_gaps_or_doubles() throws Exception {
        List<UUID> customers = IntStream.range(0, 6)
                .mapToObj(i -> tenancy.customer(tenant, rep.user().orElseThrow(), "east"))
                .toList();
        customers.stream()
                .limit(4)
                .forEach(each -> tenancy.invoice(tenant, each, "10.00", today.minusDays(9), today.minusDays(2)));

        List<Issued> issued = AtOnce.on(
                12,
                i -> tenancy.call(
                        tenant,
                        () -> letters.issue(IssueLetter.of(
                                customers.get(i % 6),
                                LetterKind.PAYMENT_REMINDER,
                                LetterRoute.PRINT,
                                LetterCause.STRATEGY,
                                null))));

        assertThat(issued.stream()
                        .filter(Issued.Done.class::isInstance)
                        .map(each -> ((Issued.Done) each).letter().sequence()))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void a_letter_whose_transaction_fails_after_it_uses_up_no_number() {
        invoice("1000.00", -30);
        IssueLetter wish = IssueLetter.of(
                customer, LetterKind.PAYMENT_REMINDER, LetterRoute.PRINT, LetterCause.STRATEGY, Uuids.next());

        assertThatThrownBy(() -> tenancy.run(tenant, () -> {
                    letters.issue(wish);
                    throw new IllegalStateException("What came after failed.");
                }))
                .hasStackTraceContaining("What came after failed.");

        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER)).containsEntry("number", "LTR-000001");
    }

    @Test
    void the_table_shows_500_items_and_its_totals_are_over_all_of_them() {
        LocalDate[] dues = IntStream.range(0, 501).mapToObj(today::minusDays).toArray(LocalDate[]::new);
        tenancy.invoice(tenant, customer, "1.00", today.minusDays(600), dues);

        Map<String, Object> letter = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER, "language", "EN");

        assertThat(letter.get("amounts"))
                .isEqualTo(List.of(Map.of(
                        "total",
                        Map.of("amount", "501.00", "currency", "CNY"),
                        "overdue",
                        Map.of("amount", "500.00"))));
        assertThat(world.pdfText(rep, letter.get("pdfUrl")))
                .contains(
                        "Further items within the total: 1",
                        today.minusDays(500).toString());
    }

    @Test
    void the_same_key_issues_one_letter_also_at_once() throws Exception {
        invoice("1000.00", -30);

        List<String> ids = AtOnce.on(
                4,
                i -> world.issue(rep, customer, LetterKind.PAYMENT_REMINDER, "clientKey", "twice")
                        .getString("letter.id"));

        assertThat(ids).doesNotContainNull().allMatch(ids.get(0)::equals);
        assertThat(codes(world.issue(rep, customer, LetterKind.STATEMENT, "clientKey", "twice")))
                .isEqualTo(List.of("CLIENT_KEY_REUSED"));
    }

    @Test
    void a_letter_stays_as_it_was_sent_whatever_changes_after() {
        UUID invoice = invoice("1000.00", -30);
        Map<String, Object> letter = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER, "language", "EN");
        byte[] before = world.get(rep, (String) letter.get("pdfUrl")).asByteArray();
        String page = world.get(rep, (String) letter.get("htmlUrl")).asString();

        tenancy.pay(finance, customer, invoice, "1000.00", today);
        world.change(
                tenancy.user(tenant, Role.ADMIN, null),
                "saveLetterTemplate",
                "SaveLetterTemplateInput",
                Map.of(
                        "kind",
                        "PAYMENT_REMINDER",
                        "language",
                        "EN",
                        "version",
                        0,
                        "subject",
                        "Another",
                        "body",
                        "Text"),
                "template { version }");

        assertThat(world.get(rep, (String) letter.get("pdfUrl")).asByteArray()).isEqualTo(before);
        assertThat(world.get(rep, (String) letter.get("pdfUrl")).header("ETag"))
                .isEqualTo("\"" + Sha256.of(before) + "\"");
        assertThat(world.get(rep, (String) letter.get("htmlUrl")).asString()).isEqualTo(page);
        assertThat(world.get(rep, (String) letter.get("htmlUrl")).header("Content-Security-Policy"))
                .contains("default-src 'none'");
    }

    @Test
    void a_preview_has_no_number_and_leaves_nothing_behind() {
        invoice("1000.00", -30);
        JsonPath preview = world.ask(
                        rep,
                        "query($id: ID!, $trial: LetterTrialInput) { previewLetter(customerId: $id, kind:"
                                + " FINAL_NOTICE, trial: $trial) { subject html text } }",
                        Map.of(
                                "id",
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                "trial",
                                Map.of(
                                        "language",
                                        "EN",
                                        "subject",
                                        "For {{customer.name}}",
                                        "body",
                                        "Open: {{total}}{{letter.number}}.\n\n{{items}}")))
                .setRootPath("data.previewLetter");

        assertThat(preview.getString("subject")).isEqualTo("For Demo Distributor");
        assertThat(preview.getString("text")).contains("Open: CNY 1,000.00.", "CNY 1,000.00");
        assertThat(preview.getString("html")).contains("Preview, not sent").doesNotContain("LTR-");
        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER)).containsEntry("number", "LTR-000001");
    }

    @Test
    void a_letter_is_a_contact_of_the_customer_about_what_it_asks_for() {
        invoice("1000.00", -30);
        world.issued(rep, customer, LetterKind.PAYMENT_REMINDER, "language", "EN");
        tenancy.call(
                tenant,
                () -> letters.issue(IssueLetter.of(
                        customer, LetterKind.PAYMENT_REMINDER, LetterRoute.PRINT, LetterCause.STRATEGY, Uuids.next())));

        JsonPath contacts = world.ask(
                        manager,
                        "query($id: ID!) { customer(id: $id) { contactHistory { nodes { channel direction outcome"
                                + " summary recordedBy { id } receivables { number } } } } }",
                        Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer)))
                .setRootPath("data.customer.contactHistory.nodes");

        assertThat(contacts.getList("channel")).isEqualTo(List.of("LETTER", "LETTER"));
        assertThat(contacts.getList("direction")).containsOnly("OUTBOUND");
        assertThat(contacts.<String>getList("summary")).contains("Payment reminder (LTR-000001)");
        assertThat(contacts.getList("recordedBy.id"))
                .as("the tenant's own in the name of who looks after the customer")
                .containsOnly(NodeId.of(NodeKind.USER, rep.user().orElseThrow()));
        assertThat(contacts.<List<?>>getList("receivables")).allMatch(named -> named.size() == 1);
    }

    @Test
    void who_does_not_see_the_customer_sees_no_letter_to_it() {
        invoice("1000.00", -30);
        Map<String, Object> letter = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER);
        Actor foreign = tenancy.user(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, null);

        for (Actor other :
                List.of(tenancy.user(tenant, Role.REP, "east"), tenancy.user(tenant, Role.MANAGER, "west"), foreign)) {
            assertThat(world.get(other, (String) letter.get("pdfUrl")).statusCode())
                    .isEqualTo(404);
            assertThat(world.get(other, (String) letter.get("htmlUrl")).statusCode())
                    .isEqualTo(404);
            assertThat(world.ask(other, "{ letters { nodes { id } } }", Map.of())
                            .getList("data.letters.nodes"))
                    .isEmpty();
            assertThat(codes(world.issue(other, customer, LetterKind.PAYMENT_REMINDER)))
                    .isEqualTo(List.of("NOT_FOUND"));
        }
        assertThat(io.restassured.RestAssured.get((String) letter.get("pdfUrl")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_customers_people_see_a_letter_once_it_has_left_the_house() {
        invoice("1000.00", -30);
        Actor partner = tenancy.partner(tenant, customer);
        Map<String, Object> letter = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER);
        assertThat(world.get(partner, (String) letter.get("pdfUrl")).statusCode())
                .isEqualTo(404);

        printed(manager, letter.get("id"));

        assertThat(world.get(partner, (String) letter.get("pdfUrl")).statusCode())
                .isEqualTo(200);
        assertThat(world.ask(
                                partner,
                                "{ myLetters { totalCount nodes { number kind amounts { total { amount } } } } }",
                                Map.of())
                        .getMap("data.myLetters.nodes[0]"))
                .isEqualTo(Map.of(
                        "number",
                        "LTR-000001",
                        "kind",
                        "PAYMENT_REMINDER",
                        "amounts",
                        List.of(Map.of("total", Map.of("amount", "1000.00")))));
        Actor another = tenancy.partner(tenant, tenancy.customer(tenant, null, "east"));
        assertThat(world.get(another, (String) letter.get("pdfUrl")).statusCode())
                .isEqualTo(404);
    }

    private JsonPath printed(Actor actor, Object... ids) {
        return world.change(
                actor,
                "markLettersPrinted",
                "MarkLettersPrintedInput",
                Map.of("letterIds", List.of(ids)),
                "letters { number status sentAt }");
    }

    @Test
    void what_waits_for_the_printer_is_printed_once_all_or_none_in_one_file() {
        invoice("1000.00", -30);
        Object first = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER).get("id");
        Object second = world.issued(rep, customer, LetterKind.STATEMENT).get("id");
        assertThat(world.ask(manager, "{ letterPrintQueue { totalCount nodes { id } } }", Map.of())
                        .getList("data.letterPrintQueue.nodes.id"))
                .isEqualTo(List.of(first, second));
        byte[] file = world.get(manager, "/letters/printing.pdf?letter=" + first + "&letter=" + second)
                .asByteArray();
        assertThat(LetterWorld.text(file)).contains("LTR-000001", "LTR-000002");
        assertThat(world.get(rep, "/letters/printing.pdf?letter=" + first).statusCode())
                .isEqualTo(403);
        assertThat(world.get(manager, "/letters/printing.pdf").statusCode()).isEqualTo(400);

        assertThat(printed(manager, first).getString("letters[0].status")).isEqualTo("PRINTED");

        JsonPath again = printed(finance, second, first);
        assertThat(codes(again)).isEqualTo(List.of("INVALID_STATUS"));
        assertThat(again.getList("userErrors[0].field")).isEqualTo(List.of("letterIds", "1"));
        assertThat(codes(printed(tenancy.user(tenant, Role.MANAGER, "west"), second)))
                .isEqualTo(List.of("NOT_FOUND"));
        assertThat(world.ask(finance, "{ letterPrintQueue { nodes { id } } }", Map.of())
                        .getList("data.letterPrintQueue.nodes.id"))
                .isEqualTo(List.of(second));
    }

    @Test
    void a_letter_that_two_print_at_once_is_marked_by_one() throws Exception {
        invoice("1000.00", -30);
        Object letter = world.issued(rep, customer, LetterKind.PAYMENT_REMINDER).get("id");

        List<List<String>> refused = AtOnce.on(4, i -> codes(printed(finance, letter)));

        assertThat(refused)
                .containsExactlyInAnyOrder(
                        List.of(), List.of("INVALID_STATUS"), List.of("INVALID_STATUS"), List.of("INVALID_STATUS"));
    }

    @Test
    void a_statement_goes_with_its_letter_and_with_another_on_request() {
        invoice("1000.00", -30);

        Map<String, Object> cover = world.issued(finance, customer, LetterKind.STATEMENT, "language", "EN");
        Map<String, Object> reminder =
                world.issued(finance, customer, LetterKind.PAYMENT_REMINDER, "language", "EN", "withStatement", true);

        assertThat(world.pdfText(finance, cover.get("pdfUrl")))
                .contains("the balance was CNY 1,000.00", "Opening balance", "Closing balance");
        assertThat(reminder).containsEntry("withStatement", true);
        byte[] pdf = world.get(finance, (String) reminder.get("pdfUrl")).asByteArray();
        assertThat(LetterWorld.pages(pdf)).isEqualTo(2);
        assertThat(LetterWorld.text(pdf)).contains("Enclosed: statement of account", "Closing balance");
    }

    @Test
    void a_receipt_thanks_for_the_latest_payment_that_stands() {
        invoice("1000.00", -30);
        assertThat(codes(world.issue(rep, customer, LetterKind.RECEIPT))).isEqualTo(List.of("NOT_FOUND"));
        UUID first = books.pay(finance, customer, "400.00", today.minusDays(2).toString());
        UUID second = books.pay(finance, customer, "150.00", today.toString());

        assertThat(world.pdfText(
                        rep,
                        world.issued(rep, customer, LetterKind.RECEIPT, "language", "EN")
                                .get("pdfUrl")))
                .contains("CNY 150.00", "The balance of your account is now CNY 450.00");
        assertThat(world.pdfText(
                        rep,
                        world.issued(rep, customer, LetterKind.RECEIPT, "paymentId", NodeId.of(NodeKind.PAYMENT, first))
                                .get("pdfUrl")))
                .contains("400.00");
        books.reverse(finance, second, today.toString());
        assertThat(codes(world.issue(
                        rep, customer, LetterKind.RECEIPT, "paymentId", NodeId.of(NodeKind.PAYMENT, second))))
                .isEqualTo(List.of("NOT_FOUND"));
        assertThat(codes(world.issue(
                        rep, customer, LetterKind.STATEMENT, "paymentId", NodeId.of(NodeKind.PAYMENT, first))))
                .isEqualTo(List.of("INVALID_VALUE"));
    }

    @Test
    void it_goes_to_whom_it_concerns_or_to_whom_it_is_addressed() {
        invoice("1000.00", -30);
        world.person(rep, customer, "Clerk", "PROCESSES", null);
        world.person(rep, customer, "Director", "DECIDES", null);
        String hinders = world.person(rep, customer, "Keeper", "BLOCKS", null);

        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER))
                .extracting("contactPerson.name")
                .isEqualTo("Clerk");
        assertThat(world.issued(manager, customer, LetterKind.OVERDUE_NOTICE))
                .extracting("contactPerson.name")
                .isEqualTo("Director");
        assertThat(world.issued(rep, customer, LetterKind.STATEMENT, "contactPersonId", hinders))
                .extracting("contactPerson.name")
                .isEqualTo("Keeper");
        UUID other = tenancy.customer(tenant, rep.user().orElseThrow(), "east");
        assertThat(codes(world.issue(rep, other, LetterKind.STATEMENT, "contactPersonId", hinders)))
                .isEqualTo(List.of("NOT_FOUND"));
    }

    @Test
    void what_is_said_on_the_telephone_is_filled_with_the_same_figures() {
        invoice("1000.00", -30);
        world.person(rep, customer, "王芳", "DECIDES", null);
        setLanguage("ZH_CN");
        UUID unseen = tenancy.customer(tenant, null, "west");

        var facts = tenancy.call(rep, () -> letters.facts(List.of(customer, unseen), Set.of(), 5, null));

        assertThat(facts).containsOnlyKeys(customer);
        assertThat(io.huikuan.letter.domain.Templates.render(
                        "{{contact.name}}您好，{{overdue}}已逾期{{days.overdue}}天。", facts.get(customer)))
                .isEqualTo("王芳您好，人民币 1,000.00 元已逾期30天。");
    }

    private void setLanguage(String language) {
        assertThat(codes(world.change(
                        rep,
                        "setLetterLanguage",
                        "SetLetterLanguageInput",
                        Map.of("customerId", NodeId.of(NodeKind.CUSTOMER, customer), "language", language),
                        "customer { letterLanguage }")))
                .isEmpty();
    }

    @Test
    void a_customer_is_written_to_in_its_own_language() {
        invoice("1000.00", -30);
        setLanguage("EN");
        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER)).containsEntry("language", "EN");
        setLanguage("ZH_CN");
        assertThat(world.issued(rep, customer, LetterKind.PAYMENT_REMINDER)).containsEntry("language", "ZH_CN");
    }
}
