package io.huikuan.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
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

@QuarkusTest
class PaymentAnnouncementTest {

    private static final String MINE =
            "paymentAnnouncement { id status amount { amount } paidOn reference reason paymentNumber receivableNumbers }";
    private static final String THEIRS =
            "paymentAnnouncement { id status reason payment { id number amount { amount } unapplied { amount } }"
                    + " receivables { number balance { amount } } announcedBy { name } decidedBy { name } }";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    PaymentAnnouncementService service;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private Actor tenant;
    private Actor finance;
    private Actor rep;
    private UUID customer;
    private Actor partner;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        partner = tenancy.partner(tenant, customer);
        today = tenancy.today(tenant);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    private static String key() {
        return Uuids.next().toString();
    }

    private JsonPath change(Actor actor, String mutation, String input, Map<String, ?> values, String fields) {
        JsonPath answer = client.ask(
                actor,
                "mutation($input: " + input + "!) { done: " + mutation + "(input: $input) { " + fields
                        + " userErrors { code field message } } }",
                Map.of("input", values));
        assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
        return answer.setRootPath("data.done");
    }

    private Map<String, Object> mine(String amount) {
        Map<String, Object> values = new HashMap<>();
        values.put("clientKey", key());
        values.put("amount", cny(amount));
        values.put("paidOn", today.toString());
        return values;
    }

    private JsonPath announceMine(Map<String, ?> values) {
        return change(partner, "announceMyPayment", "AnnounceMyPaymentInput", values, MINE);
    }

    private String announced(String amount) {
        return announceMine(mine(amount)).getString("paymentAnnouncement.id");
    }

    private Map<String, Object> confirmation(String id) {
        Map<String, Object> values = new HashMap<>();
        values.put("clientKey", key());
        values.put("id", id);
        values.put("receivedOn", today.toString());
        values.put("method", "BANK_TRANSFER");
        return values;
    }

    private JsonPath confirm(Map<String, ?> values) {
        return change(finance, "confirmPaymentAnnouncement", "ConfirmPaymentAnnouncementInput", values, THEIRS);
    }

    private JsonPath reject(String id, String reason) {
        return change(
                finance,
                "rejectPaymentAnnouncement",
                "RejectPaymentAnnouncementInput",
                Map.of("clientKey", key(), "id", id, "reason", reason),
                THEIRS);
    }

    private JsonPath withdraw(Actor actor, String id) {
        return actor.is(Role.PARTNER)
                ? change(
                        actor,
                        "withdrawMyPaymentAnnouncement",
                        "WithdrawPaymentAnnouncementInput",
                        Map.of("clientKey", key(), "id", id),
                        MINE)
                : change(
                        actor,
                        "withdrawPaymentAnnouncement",
                        "WithdrawPaymentAnnouncementInput",
                        Map.of("clientKey", key(), "id", id),
                        THEIRS);
    }

    private Map<String, Object> myBalance() {
        return client.ask(partner, "{ myAccount { balances { outstanding unapplied announced } } }")
                .getMap("data.myAccount.balances[0]");
    }

    private String numberOf(UUID receivable) {
        return "INV-" + receivable;
    }

    @Test
    void what_a_partner_announces_is_shown_beside_the_balance_and_counts_as_paid_when_it_is_confirmed() {
        UUID first = tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        UUID second = tenancy.invoice(tenant, customer, "60.00", today.minusDays(5), today.plusDays(9));
        Map<String, Object> wish = mine("70.00");
        wish.put("receivableNumbers", List.of(numberOf(second)));
        wish.put("reference", "BANK-7");

        JsonPath made = announceMine(wish);

        assertThat(made.getMap("paymentAnnouncement"))
                .containsEntry("status", "ANNOUNCED")
                .containsEntry("reference", "BANK-7")
                .containsEntry("receivableNumbers", List.of(numberOf(second)));
        assertThat(myBalance()).isEqualTo(Map.of("outstanding", "160.00", "unapplied", "0.00", "announced", "70.00"));
        assertThat(client.ask(
                                rep,
                                "{ customers { nodes { balances { outstanding announced } } } aging { nodes { outstanding announced } } }")
                        .<Map<String, ?>>get("data"))
                .isEqualTo(Map.of(
                        "customers",
                        Map.of(
                                "nodes",
                                List.of(Map.of(
                                        "balances", List.of(Map.of("outstanding", "160.00", "announced", "70.00"))))),
                        "aging",
                        Map.of("nodes", List.of(Map.of("outstanding", "160.00", "announced", "70.00")))));

        JsonPath confirmed = confirm(confirmation(made.getString("paymentAnnouncement.id")));

        assertThat(confirmed.getString("paymentAnnouncement.status")).isEqualTo("CONFIRMED");
        assertThat(confirmed.getString("paymentAnnouncement.payment.amount.amount"))
                .isEqualTo("70.00");
        assertThat(confirmed.getList("paymentAnnouncement.receivables.balance.amount"))
                .isEqualTo(List.of("0.00"));
        assertThat(myBalance()).isEqualTo(Map.of("outstanding", "90.00", "unapplied", "0.00", "announced", "0.00"));
        assertThat(books.open(tenant, today).get(first).value()).isEqualByComparingTo("90.00");
        JsonPath list = client.ask(
                partner,
                "{ myPaymentAnnouncements { totalCount nodes { status reference paymentNumber receivableNumbers } } }");
        assertThat(list.getList("data.myPaymentAnnouncements.nodes.paymentNumber"))
                .isEqualTo(List.of(confirmed.getString("paymentAnnouncement.payment.number")));
    }

    @Test
    void what_came_in_may_differ_from_what_was_announced() {
        UUID invoice = tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        Map<String, Object> wish = confirmation(announced("70.00"));
        wish.put("amount", cny("65.50"));
        wish.put("number", "BANK-1");
        wish.put("receivedOn", today.minusDays(1).toString());
        wish.put(
                "allocations",
                List.of(Map.of("receivableId", NodeId.of(NodeKind.RECEIVABLE, invoice), "amount", "60.00")));
        wish.put("autoApply", false);

        JsonPath confirmed = confirm(wish);

        assertThat(confirmed.getMap("paymentAnnouncement.payment"))
                .containsEntry("number", "BANK-1")
                .containsEntry("amount", Map.of("amount", "65.50"))
                .containsEntry("unapplied", Map.of("amount", "5.50"));
        assertThat(myBalance()).isEqualTo(Map.of("outstanding", "40.00", "unapplied", "5.50", "announced", "0.00"));
    }

    @Test
    void what_is_named_and_paid_meanwhile_takes_nothing() {
        UUID invoice = tenancy.invoice(tenant, customer, "50.00", today.minusDays(40), today.minusDays(9));
        Map<String, Object> wish = mine("50.00");
        wish.put("receivableNumbers", List.of(numberOf(invoice)));
        String id = announceMine(wish).getString("paymentAnnouncement.id");
        books.pay(finance, customer, "50.00", today.toString());

        JsonPath confirmed = confirm(confirmation(id));

        assertThat(confirmed.getString("paymentAnnouncement.payment.unapplied.amount"))
                .isEqualTo("50.00");
    }

    @Test
    void a_rejection_gives_its_reason_to_the_partner_and_nothing_is_paid() {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        String id = announced("70.00");

        assertThat(reject(id, " ").getList("userErrors.code")).isEqualTo(List.of("REQUIRED"));
        assertThat(reject(id, "Nothing came in.").getString("paymentAnnouncement.status"))
                .isEqualTo("REJECTED");
        JsonPath list =
                client.ask(partner, "{ myPaymentAnnouncements(status: [REJECTED]) { nodes { reason decidedAt } } }");
        assertThat(list.getString("data.myPaymentAnnouncements.nodes[0].reason"))
                .isEqualTo("Nothing came in.");
        assertThat(myBalance()).containsEntry("announced", "0.00").containsEntry("outstanding", "100.00");
    }

    @Test
    void what_is_decided_is_decided_once() {
        String confirmed = announced("10.00");
        confirm(confirmation(confirmed));
        String withdrawn = announced("10.00");
        assertThat(withdraw(partner, withdrawn).getString("paymentAnnouncement.status"))
                .isEqualTo("WITHDRAWN");

        for (String id : List.of(confirmed, withdrawn)) {
            assertThat(confirm(confirmation(id)).getList("userErrors.code")).isEqualTo(List.of("INVALID_STATUS"));
            assertThat(reject(id, "No.").getList("userErrors.code")).isEqualTo(List.of("INVALID_STATUS"));
            assertThat(withdraw(partner, id).getList("userErrors.code")).isEqualTo(List.of("INVALID_STATUS"));
            assertThat(withdraw(rep, id).getList("userErrors.code")).isEqualTo(List.of("INVALID_STATUS"));
        }
        assertThat(payments()).isEqualTo(1);
    }

    private int payments() {
        return tenancy.call(
                tenant,
                () -> sql.of("select count(*) as n from payment where tenant_id = :tenant")
                        .one(row -> row.integer("n")));
    }

    @Test
    void ten_who_confirm_at_once_record_one_payment() throws Exception {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        String id = announced("70.00");

        List<JsonPath> answers = AtOnce.on(10, any -> confirm(confirmation(id)));

        assertThat(answers)
                .filteredOn(answer -> answer.getList("userErrors").isEmpty())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.getList("userErrors").isEmpty())
                .allSatisfy(
                        answer -> assertThat(answer.getList("userErrors.code")).isEqualTo(List.of("INVALID_STATUS")));
        assertThat(payments()).isEqualTo(1);
        books.checkPayments(tenant);
    }

    @Test
    void a_repeat_under_the_same_key_answers_the_same_payment() throws Exception {
        Map<String, Object> announcement = mine("70.00");
        List<String> ids = AtOnce.on(5, any -> announceMine(announcement).getString("paymentAnnouncement.id"));
        assertThat(ids).doesNotContainNull();
        assertThat(ids.stream().distinct()).hasSize(1);

        Map<String, Object> wish = confirmation(ids.get(0));
        List<String> made = AtOnce.on(5, any -> confirm(wish).getString("paymentAnnouncement.payment.id"));
        assertThat(made).doesNotContainNull();
        assertThat(made.stream().distinct()).hasSize(1);
        assertThat(payments()).isEqualTo(1);
        wish.put("number", "OTHER");
        assertThat(confirm(wish).getList("userErrors.code")).isEqualTo(List.of("CLIENT_KEY_REUSED"));
    }

    @Test
    void what_recordPayment_refuses_is_refused_and_the_announcement_stays_open() {
        String id = announced("70.00");
        Map<String, Object> late = confirmation(id);
        late.put("receivedOn", today.plusDays(1).toString());
        Map<String, Object> foreign = confirmation(id);
        foreign.put("amount", Map.of("amount", "70", "currency", "JPY"));
        Map<String, Object> fine = confirmation(id);
        fine.put("amount", cny("0.001"));

        assertThat(confirm(late).getList("userErrors.code")).isEqualTo(List.of("DATE_IN_FUTURE"));
        assertThat(confirm(foreign).getList("userErrors.code")).isEqualTo(List.of("CURRENCY_MISMATCH"));
        assertThat(confirm(fine).getList("userErrors.code")).isEqualTo(List.of("TOO_MANY_DECIMALS"));
        assertThat(payments()).isZero();
        assertThat(confirm(confirmation(id)).getString("paymentAnnouncement.status"))
                .isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource({
        "0.00,CNY,0,AMOUNT_NOT_POSITIVE",
        "1.001,CNY,0,TOO_MANY_DECIMALS",
        "1.5,JPY,0,TOO_MANY_DECIMALS",
        "1,XXQ,0,UNKNOWN_CURRENCY",
        "1.00,CNY,61,INVALID_VALUE",
        "1.00,CNY,-366,INVALID_VALUE"
    })
    void what_makes_no_sense_is_refused(String amount, String currency, int days, String code) {
        Map<String, Object> wish = mine("1.00");
        wish.put("amount", Map.of("amount", amount, "currency", currency));
        wish.put("paidOn", today.plusDays(days).toString());

        assertThat(announceMine(wish).getList("userErrors.code")).isEqualTo(List.of(code));
    }

    @Test
    void the_days_at_the_bounds_are_accepted() {
        for (int days : List.of(60, -365)) {
            Map<String, Object> wish = mine("1.00");
            wish.put("paidOn", today.plusDays(days).toString());
            assertThat(announceMine(wish).getList("userErrors")).isEmpty();
        }
    }

    @Test
    void documents_must_be_the_customers_own_and_in_the_currency() {
        UUID own = tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        UUID foreign = tenancy.invoice(
                tenant, tenancy.customer(tenant, null, null), "100.00", today.minusDays(40), today.minusDays(9));
        books.credit(finance, own, "CN-" + own, "1.00", today.toString());
        Map<String, Object> wish = mine("1.00");
        wish.put("receivableNumbers", List.of(numberOf(own), numberOf(foreign), "nothing", "CN-" + own));
        Map<String, Object> yen = mine("1.00");
        yen.put("amount", Map.of("amount", "1", "currency", "JPY"));
        yen.put("receivableNumbers", List.of(numberOf(own)));

        JsonPath refused = announceMine(wish);

        assertThat(refused.getList("userErrors.code")).isEqualTo(List.of("NOT_FOUND", "NOT_FOUND", "KIND_NOT_ALLOWED"));
        assertThat(refused.getList("userErrors.field"))
                .isEqualTo(List.of(
                        List.of("receivableNumbers", "1"),
                        List.of("receivableNumbers", "2"),
                        List.of("receivableNumbers", "3")));
        assertThat(announceMine(yen).getList("userErrors.code")).isEqualTo(List.of("CURRENCY_MISMATCH"));
    }

    @Test
    void another_partner_neither_sees_nor_withdraws_it() {
        String id = announced("70.00");
        Actor other = tenancy.partner(tenant, tenancy.customer(tenant, null, null));

        assertThat(withdraw(other, id).getList("userErrors.code")).isEqualTo(List.of("NOT_FOUND"));
        assertThat(client.ask(other, "{ myPaymentAnnouncements { totalCount } }")
                        .getInt("data.myPaymentAnnouncements.totalCount"))
                .isZero();
        Actor otherRep = tenancy.user(tenant, Role.REP, null);
        assertThat(client.ask(otherRep, "{ paymentAnnouncements { totalCount } }")
                        .getInt("data.paymentAnnouncements.totalCount"))
                .isZero();
        assertThat(client.ask(
                                rep,
                                "{ paymentAnnouncements { totalCount nodes { announcedBy { name } customer { code } } } }")
                        .getInt("data.paymentAnnouncements.totalCount"))
                .isEqualTo(1);
    }

    @Test
    void a_rep_announces_for_his_customer_and_the_list_pages_by_the_newest() {
        for (String amount : List.of("1.00", "2.00", "3.00")) {
            JsonPath made = change(
                    rep,
                    "announcePayment",
                    "AnnouncePaymentInput",
                    Map.of(
                            "clientKey",
                            key(),
                            "customerId",
                            NodeId.of(NodeKind.CUSTOMER, customer),
                            "amount",
                            cny(amount),
                            "paidOn",
                            today.toString()),
                    THEIRS);
            assertThat(made.getList("userErrors")).isEmpty();
        }
        JsonPath first = client.ask(
                        rep,
                        "{ paymentAnnouncements(first: 2) { totalCount nodes { amount { amount } } pageInfo { endCursor hasNextPage } } }")
                .setRootPath("data.paymentAnnouncements");
        JsonPath second = client.ask(
                        rep,
                        "query($after: String) { paymentAnnouncements(first: 2, after: $after, filter: { status: [ANNOUNCED] }) { nodes { amount { amount } } pageInfo { hasNextPage } } }",
                        Map.of("after", first.getString("pageInfo.endCursor")))
                .setRootPath("data.paymentAnnouncements");

        assertThat(first.getInt("totalCount")).isEqualTo(3);
        assertThat(first.getList("nodes.amount.amount")).isEqualTo(List.of("3.00", "2.00"));
        assertThat(second.getList("nodes.amount.amount")).isEqualTo(List.of("1.00"));
        assertThat(second.getBoolean("pageInfo.hasNextPage")).isFalse();
    }

    @Test
    void the_figure_beside_a_past_days_balance_is_of_that_day() {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        clock.setNoon(today.minusDays(2), tenant.zone());
        // A token issued in the past would have expired.
        String id = tenancy.outcome(
                        rep,
                        () -> service.announce(new AnnouncePayment(
                                key(),
                                NodeId.of(NodeKind.CUSTOMER, customer),
                                new MoneyInput(new Decimal("70.00"), "CNY"),
                                today,
                                null,
                                List.of(),
                                "")))
                .valueOrNull()
                .id();
        clock.reset();
        reject(id, "Nothing came in.");

        String document = "query($day: Date) { customer(id: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                + "\") { balances(asOf: $day) { announced } } aging(asOf: $day, groupBy: OWNER) { nodes { announced } } }";
        for (var expected : Map.of(3, "0.00", 2, "70.00", 1, "70.00", 0, "0.00").entrySet()) {
            JsonPath answer = client.ask(
                    finance,
                    document,
                    Map.of("day", today.minusDays(expected.getKey()).toString()));
            assertThat(answer.getList("data.customer.balances.announced"))
                    .as("%s", expected)
                    .isEqualTo(List.of(expected.getValue()));
            assertThat(answer.getList("data.aging.nodes.announced"))
                    .as("%s", expected)
                    .isEqualTo(List.of(expected.getValue()));
        }
    }

    @Test
    void what_is_announced_in_a_currency_in_which_nothing_is_owed_is_shown_too() {
        Map<String, Object> wish = mine("1.00");
        wish.put("amount", Map.of("amount", "500", "currency", "JPY"));
        announceMine(wish);

        assertThat(client.ask(partner, "{ myAccount { balances { currency outstanding announced } } }")
                        .getList("data.myAccount.balances"))
                .isEqualTo(List.of(Map.of("currency", "JPY", "outstanding", "0", "announced", "500")));
    }
}
