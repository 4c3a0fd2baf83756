package io.huikuan.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers refuse to pay: how it is raised and decided, and what it does to aging, payments and dunning (rule 22). */
@QuarkusTest
class DisputeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    DisputeService service;

    @Inject
    Disputes disputes;

    @Inject
    AlertKeeper keeper;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Actor finance;
    private Actor manager;
    private Actor rep;
    private UUID customer;
    private Actor partner;
    private UUID invoice;

    @BeforeEach
    void an_invoice_in_two_parts_is_late() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        partner = tenancy.partner(tenant, customer);
        invoice = tenancy.invoice(
                tenant,
                customer,
                "500.00",
                LocalDate.of(2026, 8, 1),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 11, 1));
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private static MoneyInput cny(String amount) {
        return new MoneyInput(new Decimal(amount), "CNY");
    }

    private OpenDispute wish(UUID receivable, MoneyInput amount) {
        return new OpenDispute(
                Uuids.next().toString(),
                NodeId.of(NodeKind.RECEIVABLE, receivable),
                "receivableId",
                amount,
                DisputeReason.QUANTITY,
                "Two boxes did not come.",
                null,
                null);
    }

    private Outcome<Dispute> open(Actor actor, UUID receivable, String amount) {
        return tenancy.callOutside(actor, () -> service.open(wish(receivable, amount == null ? null : cny(amount))));
    }

    private Dispute opened(UUID receivable, String amount) {
        return done(open(rep, receivable, amount));
    }

    private Outcome<Dispute> accept(Dispute dispute, String amount) {
        return tenancy.callOutside(
                finance,
                () -> service.accept(new AcceptDispute(
                        null,
                        dispute.id(),
                        dispute.version(),
                        amount == null ? null : cny(amount),
                        null,
                        null,
                        "They were not loaded.")));
    }

    private Outcome<Dispute> reject(Dispute dispute) {
        return tenancy.callOutside(
                manager,
                () -> service.reject(
                        new DecideDispute(null, dispute.id(), dispute.version(), "They were signed for.")));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull();
    }

    private static String codes(Outcome<?> outcome) {
        return String.join(" ", outcome.errors().stream().map(UserError::code).toList());
    }

    /** Balance, what is disputed of it and what may be dunned. */
    private String stands(UUID receivable) {
        JsonPath found = client.ask(
                        rep,
                        "{ receivable(id: \"" + NodeId.of(NodeKind.RECEIVABLE, receivable)
                                + "\") { balance { amount } disputed dunnable } }")
                .setRootPath("data.receivable");
        return found.getString("balance.amount") + " " + found.getString("disputed") + " "
                + found.getString("dunnable");
    }

    @Test
    void it_is_raised_for_a_part_with_a_department_and_a_deadline() {
        Dispute dispute = opened(invoice, "300.00");

        assertThat(dispute.status()).isEqualTo(DisputeStatus.OPEN);
        assertThat(dispute.number()).startsWith("DSP-");
        assertThat(dispute.department()).isEqualTo(DisputeDepartment.LOGISTICS);
        assertThat(dispute.deadline()).isEqualTo(TODAY.plusDays(14));
        assertThat(stands(invoice)).isEqualTo("1000.00 300.00 700.00");
    }

    @Test
    void without_an_amount_it_is_all_that_is_open_and_not_disputed() {
        opened(invoice, "300.00");

        assertThat(opened(invoice, null).amount().value()).isEqualByComparingTo("700.00");
        assertThat(codes(open(rep, invoice, null))).isEqualTo("EXCEEDS_OPEN");
        assertThat(stands(invoice)).isEqualTo("1000.00 1000.00 0.00");
    }

    @ParameterizedTest
    @CsvSource({"0, AMOUNT_NOT_POSITIVE", "0.001, TOO_MANY_DECIMALS", "1000.01, EXCEEDS_OPEN"})
    void what_cannot_be_disputed_is_refused(String amount, String code) {
        assertThat(codes(open(rep, invoice, amount))).isEqualTo(code);
        assertThat(codes(open(rep, invoice, "1000.00"))).isEmpty();
    }

    @Test
    void two_at_once_never_dispute_more_than_is_open() throws Exception {
        List<Outcome<Dispute>> outcomes = AtOnce.on(8, hand -> open(hand % 2 == 0 ? rep : partner, invoice, "300.00"));

        assertThat(outcomes.stream().filter(outcome -> outcome.errors().isEmpty()))
                .hasSize(3);
        assertThat(outcomes.stream()
                        .flatMap(outcome -> outcome.errors().stream())
                        .map(UserError::code))
                .containsOnly("EXCEEDS_OPEN");
        assertThat(stands(invoice)).isEqualTo("1000.00 900.00 100.00");
    }

    @Test
    void a_dispute_and_a_payment_at_once_leave_no_more_disputed_than_is_open() throws Exception {
        AtOnce.on(
                6,
                hand -> hand % 2 == 0
                        ? open(rep, invoice, "300.00")
                        : books.pay(finance, customer, "300.00", TODAY.toString()));

        assertThat(stands(invoice)).startsWith("100.00 ");
        BigDecimal disputed = new BigDecimal(stands(invoice).split(" ", -1)[1]);
        assertThat(disputed).isLessThanOrEqualTo(new BigDecimal("100.00"));
    }

    @Test
    void aging_shows_it_as_an_of_which_figure_the_oldest_shares_first() {
        opened(invoice, "600.00");

        JsonPath balance = client.ask(
                        rep,
                        "{ customers { nodes { balances { outstanding overdue disputed buckets { label amount disputed } } } } }")
                .setRootPath("data.customers.nodes[0].balances[0]");
        assertThat(balance.getString("outstanding")).isEqualTo("1000.00");
        assertThat(balance.getString("disputed")).isEqualTo("600.00");
        assertThat(balance.getString("buckets.find { it.label == '61–90' }.disputed"))
                .isEqualTo("500.00");
        assertThat(balance.getString("buckets.find { it.label == '1–30' }.disputed"))
                .isEqualTo("100.00");
        JsonPath aging = client.ask(rep, "{ aging { nodes { outstanding disputed buckets { amount disputed } } } }")
                .setRootPath("data.aging.nodes[0]");
        assertThat(aging.getString("disputed")).isEqualTo("600.00");
        assertThat(aging.<String>getList("buckets.disputed"))
                .containsExactly("0.00", "100.00", "0.00", "500.00", "0.00");
        assertThat(client.ask(rep, "{ aging(asOf: \"" + TODAY.minusDays(1) + "\") { nodes { outstanding disputed } } }")
                        .getString("data.aging.nodes[0].disputed"))
                .as("the day before it was raised")
                .isEqualTo("0.00");
        assertThat(client.ask(partner, "{ myAccount { balances { outstanding disputed } } }")
                        .getString("data.myAccount.balances[0].disputed"))
                .isEqualTo("600.00");
    }

    @Test
    void past_days_keep_what_was_disputed_on_them() {
        Dispute dispute = opened(invoice, "600.00");
        clock.setNoon(TODAY.plusDays(5), tenant.zone());
        done(reject(dispute));

        String ask = "{ aging(asOf: \"%s\") { nodes { disputed } } }";
        assertThat(client.ask(rep, String.format(ask, TODAY.plusDays(4))).getString("data.aging.nodes[0].disputed"))
                .isEqualTo("600.00");
        assertThat(client.ask(rep, String.format(ask, TODAY.plusDays(5))).getString("data.aging.nodes[0].disputed"))
                .isEqualTo("0.00");
    }

    @Test
    void a_payment_laid_on_by_rule_takes_disputed_parts_last() {
        UUID newer = tenancy.invoice(tenant, customer, "400.00", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 10));
        opened(invoice, "600.00");

        books.pay(finance, customer, "700.00", TODAY.toString());
        assertThat(stands(invoice)).as("400 of the undisputed part").isEqualTo("600.00 600.00 0.00");
        assertThat(stands(newer)).isEqualTo("100.00 0.00 100.00");
        books.pay(finance, customer, "150.00", TODAY.toString());
        assertThat(stands(newer)).isEqualTo("0.00 0.00 0.00");
        assertThat(stands(invoice)).as("the rest comes at last").isEqualTo("550.00 550.00 0.00");
        books.check(tenant, LocalDate.of(2026, 8, 1), TODAY);
    }

    @Test
    void what_the_payer_names_is_paid_though_it_is_disputed() {
        UUID newer = tenancy.invoice(tenant, customer, "400.00", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 10));
        opened(invoice, "1000.00");

        JsonPath paid = client.ask(
                finance,
                "mutation { recordPayment(input: {clientKey: \"p\", customerId: \""
                        + NodeId.of(NodeKind.CUSTOMER, customer)
                        + "\", amount: {amount: \"200.00\", currency: \"CNY\"}, receivedOn: \"" + TODAY
                        + "\", method: CASH, allocations: [{receivableId: \"" + NodeId.of(NodeKind.RECEIVABLE, invoice)
                        + "\", amount: \"200.00\"}]}) { userErrors { code } } }");

        assertThat(paid.getList("data.recordPayment.userErrors")).isEmpty();
        assertThat(stands(invoice)).isEqualTo("800.00 800.00 0.00");
        assertThat(stands(newer)).isEqualTo("400.00 0.00 400.00");
    }

    @Test
    void accepting_it_credits_it_in_the_same_transaction() {
        Dispute dispute = done(accept(opened(invoice, "300.00"), null));

        assertThat(dispute.status()).isEqualTo(DisputeStatus.ACCEPTED);
        assertThat(dispute.accepted().value()).isEqualByComparingTo("300.00");
        assertThat(stands(invoice)).isEqualTo("700.00 0.00 700.00");
        JsonPath shown = client.ask(
                        partner,
                        "{ myDisputes { nodes { status answer accepted creditNoteNumber receivableNumber } } }")
                .setRootPath("data.myDisputes.nodes[0]");
        assertThat(shown.getString("answer")).isEqualTo("They were not loaded.");
        assertThat(shown.getString("creditNoteNumber")).startsWith("CN-");
        assertThat(shown.getString("receivableNumber")).isEqualTo("INV-" + invoice);
        books.check(tenant, LocalDate.of(2026, 8, 1), TODAY);
    }

    @Test
    void a_part_may_be_accepted_and_the_rest_is_dunned_again() {
        Dispute dispute = done(accept(opened(invoice, "300.00"), "100.00"));

        assertThat(dispute.accepted().value()).isEqualByComparingTo("100.00");
        assertThat(stands(invoice)).isEqualTo("900.00 0.00 900.00");
    }

    @Test
    void what_the_ledger_refuses_leaves_it_open() {
        Dispute dispute = opened(invoice, "300.00");

        assertThat(codes(accept(dispute, "300.01"))).isEqualTo("EXCEEDS_AMOUNT");
        Outcome<Dispute> tomorrow = tenancy.callOutside(
                finance,
                () -> service.accept(
                        new AcceptDispute(null, dispute.id(), dispute.version(), null, null, TODAY.plusDays(1), null)));
        assertThat(codes(tomorrow)).isEqualTo("DATE_IN_FUTURE");
        assertThat(stands(invoice)).isEqualTo("1000.00 300.00 700.00");
    }

    @Test
    void what_was_paid_meanwhile_comes_back_as_unapplied_cash_when_it_is_accepted() {
        Dispute dispute = opened(invoice, "300.00");
        books.pay(finance, customer, "1000.00", TODAY.toString());
        assertThat(stands(invoice)).isEqualTo("0.00 0.00 0.00");

        done(accept(dispute, null));

        assertThat(client.ask(finance, "{ payments { nodes { unapplied { amount } } } }")
                        .getString("data.payments.nodes[0].unapplied.amount"))
                .isEqualTo("300.00");
        books.checkPayments(tenant);
    }

    @Test
    void rejecting_or_withdrawing_it_lets_dunning_go_on() {
        done(reject(opened(invoice, "300.00")));
        assertThat(stands(invoice)).isEqualTo("1000.00 0.00 1000.00");

        Dispute another = opened(invoice, "400.00");
        done(tenancy.callOutside(partner, () -> service.withdraw(new DecideDispute(null, another.id(), null, null))));
        assertThat(stands(invoice)).isEqualTo("1000.00 0.00 1000.00");
    }

    @Test
    void it_is_decided_once_also_when_many_decide_at_the_same_moment() throws Exception {
        Dispute dispute = opened(invoice, "300.00");

        List<Outcome<Dispute>> outcomes = AtOnce.on(6, hand -> hand % 2 == 0 ? accept(dispute, null) : reject(dispute));

        assertThat(outcomes.stream().filter(outcome -> outcome.errors().isEmpty()))
                .hasSize(1);
        assertThat(outcomes.stream()
                        .flatMap(outcome -> outcome.errors().stream())
                        .map(UserError::code))
                .containsOnly("STALE");
        assertThat(stands(invoice)).isIn("700.00 0.00 700.00", "1000.00 0.00 1000.00");
    }

    @Test
    void a_change_of_another_version_is_stale_and_of_a_decided_one_refused() {
        Dispute dispute = opened(invoice, "300.00");
        ChangeDispute wish = new ChangeDispute(
                null, dispute.id(), 1, DisputeReason.QUALITY, DisputeDepartment.QUALITY, TODAY.plusDays(3));
        Dispute changed = done(tenancy.callOutside(rep, () -> service.change(wish)));

        assertThat(changed.department()).isEqualTo(DisputeDepartment.QUALITY);
        assertThat(changed.reason()).isEqualTo(DisputeReason.QUALITY);
        assertThat(changed.deadline()).isEqualTo(TODAY.plusDays(3));
        assertThat(codes(tenancy.callOutside(rep, () -> service.change(wish)))).isEqualTo("STALE");
        Dispute rejected = done(reject(changed));
        assertThat(codes(reject(rejected))).isEqualTo("INVALID_STATUS");
    }

    @Test
    void its_deadline_calls_until_it_is_decided_or_moved() {
        Dispute dispute = opened(invoice, "300.00");
        tenancy.run(tenant, () -> keeper.judgeDisputes(TODAY));
        assertThat(alerts()).isEmpty();

        clock.setNoon(TODAY.plusDays(13), tenant.zone());
        tenancy.run(tenant, () -> keeper.judgeDisputes(TODAY.plusDays(13)));
        assertThat(alerts()).as("the day before the deadline").isEmpty();
        clock.setNoon(TODAY.plusDays(14), tenant.zone());
        tenancy.run(tenant, () -> keeper.judgeDisputes(TODAY.plusDays(14)));
        assertThat(alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert)
                        .containsEntry("severity", "WARNING")
                        .containsEntry(
                                "title",
                                "Demo Distributor: dispute " + dispute.number()
                                        + " over 300.00 CNY was to be decided by " + TODAY.plusDays(14))
                        .containsEntry("subject", Map.of("__typename", "Dispute")));
        clock.setNoon(TODAY.plusDays(15), tenant.zone());
        tenancy.run(tenant, () -> keeper.judgeDisputes(TODAY.plusDays(15)));
        assertThat(alerts().get(0)).containsEntry("severity", "CRITICAL");

        Dispute moved = done(tenancy.callOutside(
                rep,
                () -> service.change(
                        new ChangeDispute(null, dispute.id(), dispute.version(), null, null, TODAY.plusDays(20)))));
        assertThat(alerts()).as("moved").isEmpty();
        clock.setNoon(TODAY.plusDays(20), tenant.zone());
        tenancy.run(tenant, () -> keeper.judgeDisputes(TODAY.plusDays(20)));
        assertThat(alerts()).hasSize(1);
        done(reject(moved));
        assertThat(alerts()).as("decided").isEmpty();
    }

    private List<Map<String, Object>> alerts() {
        return client.ask(
                        rep,
                        "{ alerts(filter: {type: [DISPUTE_DUE], status: [OPEN]}) { nodes { severity title subject { __typename } } } }")
                .getList("data.alerts.nodes");
    }

    @Test
    void a_partner_raises_and_follows_his_own_and_reads_nothing_internal() {
        JsonPath made = client.ask(
                        partner,
                        "mutation($input: OpenMyDisputeInput!) { openMyDispute(input: $input) { dispute { id status } userErrors { code field } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "clientKey",
                                        "1",
                                        "receivableNumber",
                                        "INV-" + invoice,
                                        "reason",
                                        "QUALITY",
                                        "description",
                                        "It was wet.")))
                .setRootPath("data.openMyDispute");
        String id = made.getString("dispute.id");
        comment(rep, id, "The carrier says it rained.", true);
        comment(rep, id, "Please send a picture.", false);
        clock.forward(Duration.ofMinutes(1));
        client.ask(
                partner,
                "mutation { commentOnMyDispute(input: {clientKey: \"2\", id: \"" + id
                        + "\", text: \"Here it is.\"}) { userErrors { code } } }");

        assertThat(client.ask(partner, "{ myDisputes { nodes { comments { totalCount nodes { text own } } } } }")
                        .<List<Map<String, Object>>>getList("data.myDisputes.nodes.comments.nodes"))
                .containsExactly(List.of(
                        Map.of("text", "Please send a picture.", "own", false),
                        Map.of("text", "Here it is.", "own", true)));
        assertThat(client.ask(rep, "{ disputes { nodes { comments { totalCount nodes { internal } } } } }")
                        .getInt("data.disputes.nodes[0].comments.totalCount"))
                .isEqualTo(3);
    }

    private void comment(Actor actor, String id, String text, boolean internal) {
        clock.forward(Duration.ofMinutes(1));
        done(tenancy.callOutside(actor, () -> service.comment(new CommentOnDispute(null, id, text, internal))));
    }

    private UUID fileOf(UUID whose) {
        String record = client.ask(
                        rep,
                        "mutation { logContact(input: {customerId: \"" + NodeId.of(NodeKind.CUSTOMER, whose)
                                + "\", channel: VISIT, outcome: DISPUTED, summary: \"He showed the boxes.\", occurredAt: \""
                                + TODAY.minusDays(1) + "T01:00:00Z\"}) { contactRecord { id } userErrors { code } } }")
                .getString("data.logContact.contactRecord.id");
        return tenancy.attachment(rep, NodeId.uuidOf(record));
    }

    private Outcome<Dispute> attach(Dispute dispute, UUID file) {
        return tenancy.callOutside(
                rep,
                () -> service.attach(
                        new AttachToDispute(null, dispute.id(), List.of(NodeId.of(NodeKind.ATTACHMENT, file)))));
    }

    @Test
    void files_of_contacts_with_the_customer_are_shown_with_it_and_others_are_not() {
        Dispute dispute = opened(invoice, "300.00");
        UUID other = tenancy.customer(tenant, rep.user().orElseThrow(), null);

        done(attach(dispute, fileOf(customer)));

        assertThat(codes(attach(dispute, fileOf(other)))).isEqualTo("NOT_FOUND");
        assertThat(client.ask(rep, "{ disputes { nodes { attachments { name } } } }")
                        .<List<Map<String, Object>>>getList("data.disputes.nodes.attachments"))
                .containsExactly(List.of(Map.of("name", "x.pdf")));
        done(reject(dispute));
        assertThat(codes(attach(dispute, fileOf(customer)))).isEqualTo("INVALID_STATUS");
    }

    @Test
    void a_partner_cannot_dispute_what_is_anothers() {
        UUID other = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        UUID foreign = tenancy.invoice(tenant, other, "10.00", LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 1));

        assertThat(codes(open(partner, foreign, "1.00"))).isEqualTo("NOT_FOUND");
    }

    @Test
    void a_repeat_answers_the_same_dispute() {
        OpenDispute wish = wish(invoice, cny("10.00"));

        Dispute first = done(tenancy.callOutside(rep, () -> service.open(wish)));
        assertThat(done(tenancy.callOutside(rep, () -> service.open(wish))).id())
                .isEqualTo(first.id());
        assertThat(stands(invoice)).isEqualTo("1000.00 10.00 990.00");
    }

    @Test
    void more_disputes_take_no_more_statements() {
        String document =
                "{ disputes(first: %d) { nodes { id customer { code } receivable { number disputed dunnable } raisedBy { id } comments(first: 2) { totalCount nodes { text writtenBy { id } } } } } }";
        Map<String, String> ids = new HashMap<>();
        for (String amount : List.of("10.00", "20.00", "30.00", "40.00")) {
            ids.put(amount, opened(invoice, amount).id());
            comment(rep, ids.get(amount), "Asked.", false);
        }

        int one = Statements.during(() -> client.ask(rep, String.format(document, 1)));
        int four = Statements.during(() -> client.ask(rep, String.format(document, 4)));

        assertThat(four).isEqualTo(one);
    }
}
