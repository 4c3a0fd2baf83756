package io.huikuan.debtorclass;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.concession.ConcessionWorld;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures that classes are proposed from, each at the edge of what it counts. */
@QuarkusTest
class EvidenceTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    ConcessionWorld concessions;

    @Inject
    TestClock clock;

    @Inject
    DebtorClasses classes;

    private Actor tenant;
    private Actor finance;
    private Actor rep;
    private UUID customer;

    @BeforeEach
    void nothing_is_known_of_a_customer() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private DebtorEvidence evidence() {
        return tenancy.call(rep, () -> classes.find(customer)).orElseThrow().evidence();
    }

    private UUID invoice(String amount, LocalDate due) {
        return tenancy.invoice(tenant, customer, amount, due.minusDays(30), due);
    }

    /** An invoice that was paid so many days after it was due, on the day. */
    private void paidLate(int days, LocalDate on) {
        tenancy.pay(tenant, customer, invoice("100.00", on.minusDays(days)), "100.00", on);
    }

    private JsonPath mutation(Actor actor, String mutation, String thing) {
        JsonPath answer = client.ask(
                actor,
                "mutation { done: " + mutation + " { " + thing + " { id } userErrors { code field message } } }");
        assertThat(answer.getString("data.done." + thing + ".id"))
                .as(answer.prettify())
                .isNotNull();
        return answer.setRootPath("data.done." + thing);
    }

    private static String key() {
        return "clientKey: \"" + Uuids.next() + "\"";
    }

    private String of() {
        return "customerId: \"" + NodeId.of(NodeKind.CUSTOMER, customer) + "\"";
    }

    @Test
    void where_nothing_is_known_all_counts_are_zero_and_all_shares_unknown() {
        assertThat(evidence())
                .isEqualTo(new DebtorEvidence(0, null, 0, 0, null, 0, 0, 0, 0, null, null, 0, 0, 0, 0, 0, 0, 0, null));
    }

    @Test
    void the_median_counts_each_settled_installment_once_and_early_ones_as_not_late() {
        paidLate(9, TODAY.minusDays(1));
        paidLate(4, TODAY.minusDays(1));
        paidLate(-20, TODAY.minusDays(1));
        assertThat(evidence().settled()).isEqualTo(3);
        assertThat(evidence().medianDaysLate()).isEqualTo(4);
        paidLate(30, TODAY.minusDays(1));
        assertThat(evidence().medianDaysLate())
                .as("the lower of the two in the middle")
                .isEqualTo(4);
    }

    @Test
    void what_was_settled_a_year_ago_counts_and_what_was_settled_before_does_not() {
        paidLate(5, TODAY.minusDays(366));
        assertThat(evidence().settled()).isZero();
        paidLate(5, TODAY.minusDays(365));
        assertThat(evidence().settled()).isEqualTo(1);
    }

    @Test
    void what_was_settled_in_another_way_than_by_money_says_nothing() {
        UUID written = invoice("100.00", TODAY.minusDays(50));
        books.writeOff(finance, written, "100.00", TODAY.toString());
        UUID credited = invoice("100.00", TODAY.minusDays(50));
        books.credit(finance, credited, "CN-1", "100.00", TODAY.toString());
        invoice("100.00", TODAY.minusDays(50));
        UUID payment = books.pay(finance, customer, "100.00", TODAY.toString());
        books.reverse(finance, payment, TODAY.toString());
        assertThat(evidence().settled()).isZero();
        assertThat(evidence().payments()).as("it went back").isZero();
        assertThat(evidence().daysOverdue()).isEqualTo(50);
    }

    @Test
    void planning_anew_does_not_make_a_late_payer_punctual() {
        UUID invoice = invoice("100.00", TODAY.minusDays(20));
        books.plan(
                rep,
                finance,
                customer,
                List.of(invoice),
                List.of(TODAY.plusDays(5)),
                List.of(new BigDecimal("100.00")));
        assertThat(evidence().daysOverdue()).as("by the plan it is not due").isZero();
        assertThat(evidence().plansAsked()).isEqualTo(1);

        books.pay(finance, customer, "100.00", TODAY.toString());

        assertThat(evidence().medianDaysLate()).as("by its own terms").isEqualTo(20);
    }

    @Test
    void promises_count_when_their_window_is_over() {
        UUID invoice = invoice("1000.00", TODAY.minusDays(20));
        mutation(
                rep,
                "recordPromise(input: {" + of() + ", " + key()
                        + ", amount: {amount: \"800.00\", currency: \"CNY\"}, promisedFor: \"2026-11-03\", receivableIds: [\""
                        + NodeId.of(NodeKind.RECEIVABLE, invoice) + "\"]})",
                "promise");
        books.pay(finance, customer, "200.00", TODAY.toString());
        clock.setNoon(LocalDate.parse("2026-11-06"), tenant.zone());
        assertThat(evidence().promisesMatured()).as("its last tolerance day").isZero();
        clock.setNoon(LocalDate.parse("2026-11-07"), tenant.zone());
        assertThat(evidence().promisesMatured()).isEqualTo(1);
        assertThat(evidence().promisesUnkept()).isEqualTo(1);
        assertThat(evidence().unkeptByAmount().toString()).isEqualTo("0.75");
    }

    @Test
    void payments_within_the_window_of_a_paid_concession_are_told_from_the_others() {
        invoice("1000.00", TODAY.minusDays(20));
        Actor manager = tenancy.user(tenant, Role.MANAGER, null);
        books.pay(finance, customer, "10.00", TODAY.minusDays(1).toString());
        concessions.granted(rep, manager, customer, "100.00", "2026-11-05");
        books.pay(finance, customer, "60.00", TODAY.toString());
        assertThat(evidence().payments()).isEqualTo(2);
        assertThat(evidence().paymentsInWindow()).as("it is not paid for yet").isZero();

        clock.setNoon(LocalDate.parse("2026-11-05"), tenant.zone());
        books.pay(finance, customer, "40.00", "2026-11-05");
        clock.setNoon(LocalDate.parse("2026-11-06"), tenant.zone());
        books.pay(finance, customer, "50.00", "2026-11-06");

        assertThat(evidence().paidConcessions()).isEqualTo(1);
        assertThat(evidence().payments()).isEqualTo(4);
        assertThat(evidence().paymentsInWindow()).isEqualTo(2);
    }

    @Test
    void the_window_of_a_concession_ends_with_it() {
        invoice("1000.00", TODAY.minusDays(20));
        concessions.granted(rep, finance, customer, "100.00", "2026-11-20");
        books.pay(finance, customer, "100.00", TODAY.toString());
        clock.setNoon(LocalDate.parse("2026-11-03"), tenant.zone());
        books.pay(finance, customer, "10.00", "2026-11-03");
        concessions.granted(rep, finance, customer, "500.00", "2026-11-20");
        clock.setNoon(LocalDate.parse("2026-11-04"), tenant.zone());
        books.pay(finance, customer, "50.00", "2026-11-04");

        assertThat(evidence().paidConcessions()).isEqualTo(1);
        assertThat(evidence().payments()).isEqualTo(3);
        assertThat(evidence().paymentsInWindow()).isEqualTo(2);
    }

    @Test
    void a_concession_that_was_not_paid_for_has_no_window() {
        invoice("1000.00", TODAY.minusDays(20));
        concessions.granted(rep, finance, customer, "100.00", "2026-11-03");
        books.pay(finance, customer, "99.99", TODAY.toString());
        clock.setNoon(LocalDate.parse("2026-11-04"), tenant.zone());

        assertThat(evidence().paidConcessions()).isZero();
        assertThat(evidence().paymentsInWindow()).isZero();
    }

    @Test
    void what_is_overdue_and_disputed_is_told_in_the_currency_that_is_disputed_most() {
        assertThat(evidence().overdue()).isNull();
        UUID invoice = invoice("1000.00", TODAY);
        assertThat(evidence().daysOverdue()).as("due today").isZero();
        clock.setNoon(TODAY.plusDays(1), tenant.zone());
        assertThat(evidence().daysOverdue()).isEqualTo(1);
        assertThat(evidence().disputed().value()).isZero();

        String dispute = dispute(invoice, "300.00");

        assertThat(evidence().overdue().value()).isEqualByComparingTo("1000");
        assertThat(evidence().disputed().value()).isEqualByComparingTo("300");
        mutation(
                finance,
                "rejectDispute(input: {id: \"" + dispute + "\", " + key()
                        + ", version: 1, answer: \"It was agreed.\"})",
                "dispute");
        assertThat(evidence().disputed().value()).isZero();
        assertThat(evidence().disputesDecided()).isEqualTo(1);
        assertThat(evidence().disputesRejected()).isEqualTo(1);
        clock.setNoon(TODAY.plusDays(366), tenant.zone());
        assertThat(evidence().disputesDecided()).isEqualTo(1);
        clock.setNoon(TODAY.plusDays(367), tenant.zone());
        assertThat(evidence().disputesDecided()).isZero();
    }

    private String dispute(UUID invoice, String amount) {
        return mutation(
                        rep,
                        "openDispute(input: {receivableId: \"" + NodeId.of(NodeKind.RECEIVABLE, invoice) + "\", "
                                + key()
                                + ", amount: {amount: \"" + amount
                                + "\", currency: \"CNY\"}, reason: PRICE, description: \"Too dear.\"})",
                        "dispute")
                .getString("id");
    }

    @Test
    void contacts_of_the_last_90_days_are_told_by_what_came_of_them() {
        contact("REFUSED", "2026-10-30T07:30:00Z");
        contact("NO_ANSWER", "2026-10-29T07:30:00Z");
        contact("HARDSHIP", "2026-10-28T07:30:00Z");
        contact("REACHED", "2026-10-27T07:30:00Z");
        assertThat(evidence().contacts()).isEqualTo(4);
        assertThat(evidence().refused()).isEqualTo(1);
        assertThat(evidence().unanswered()).isEqualTo(1);
        assertThat(evidence().hardship()).isEqualTo(1);

        clock.setNoon(LocalDate.parse("2026-10-27").plusDays(90), tenant.zone());
        assertThat(evidence().contacts()).isEqualTo(4);
        clock.setNoon(LocalDate.parse("2026-10-27").plusDays(91), tenant.zone());
        assertThat(evidence().contacts()).isEqualTo(3);
    }

    private void contact(String outcome, String at) {
        mutation(
                rep,
                "logContact(input: {" + of() + ", channel: PHONE, outcome: " + outcome
                        + ", summary: \"Called.\", occurredAt: \"" + at + "\"})",
                "contactRecord");
    }

    @Test
    void how_much_of_the_stock_is_sold_is_that_of_the_current_cycle() {
        mutation(
                rep,
                "recordDelivery(input: {" + of() + ", " + key()
                        + ", number: \"D-1\", deliveredOn: \"2026-10-01\", lines: [{sku: \"A\", quantity: \"10\", unitPrice: {amount: \"5.00\", currency: \"CNY\"}}]})",
                "sellThrough");
        assertThat(evidence().sellThrough().value()).isZero();
        mutation(
                rep,
                "reportSellOut(input: {" + of() + ", " + key()
                        + ", reportedOn: \"2026-10-20\", lines: [{sku: \"A\", onHand: \"3\"}]})",
                "sellThrough");
        assertThat(evidence().sellThrough().value()).isEqualByComparingTo("0.7");
    }

    @Test
    void many_customers_are_read_together_and_each_gets_its_own() {
        UUID other = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        tenancy.invoice(tenant, other, "100.00", TODAY.minusDays(50), TODAY.minusDays(12));

        assertThat(tenancy.call(rep, () -> classes.classifications(List.of(customer, other))))
                .hasSize(2)
                .satisfies(found -> {
                    assertThat(found.get(customer).proposed()).isEqualTo(DebtorClass.GOOD);
                    assertThat(found.get(other).proposed()).isEqualTo(DebtorClass.SLOW);
                });
    }
}
