package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A distributor before the long holiday: the owner promises, half of it comes, the rest does not; he promises again, the cheque bounces; he pays at last.
 * At each turn the rep sees what the word was worth and whether he may remind him.
 */
@QuarkusTest
class PromiseScenarioTest {

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Api admin;
    private Api finance;
    private Api rep;
    private Api distributor;
    private String customer;
    private String invoice;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void what_a_distributors_word_is_worth() {
        the_distributor_owes_since_august();
        on("2026-09-28");

        String first = promised("60000.00", "2026-09-30");
        assertThat(windowEnd(first))
                .as("the holiday is 1 to 7 October, 10 October is worked in its place")
                .isEqualTo("2026-10-10");
        assertThat(held()).isEqualTo("2026-10-10");

        on("2026-09-30");
        assertThat(openAlerts()).containsExactly("PROMISE_DUE");
        paid("PAY-1", "30000.00", "2026-09-30");
        assertThat(openAlerts())
                .as("half came, and the rep is told at once")
                .containsExactly("PAYMENT_SHORTFALL", "PROMISE_DUE");

        on("2026-10-10");
        assertThat(standing(first)).isEqualTo("OPEN 30000.00 of 60000.00, level 0");
        on("2026-10-11");
        assertThat(standing(first)).isEqualTo("PARTIALLY_KEPT 30000.00 of 60000.00, level 0");
        assertThat(openAlerts()).containsExactly("PROMISE_BROKEN");
        assertThat(held()).as("he may be reminded again").isNull();

        String second = promised("70000.00", "2026-10-15");
        assertThat(standing(second)).isEqualTo("OPEN 0.00 of 70000.00, level 1");
        assertThat(openAlerts()).isEmpty();
        String cheque = paid("PAY-2", "70000.00", "2026-10-14");
        on("2026-10-14");
        assertThat(standing(second)).isEqualTo("KEPT 70000.00 of 70000.00, level 1");

        on("2026-10-26");
        assertThat(rate()).isEqualTo("1 of 2 kept, 100000.00 of 130000.00");
        bounced(cheque);
        assertThat(standing(second)).isEqualTo("BROKEN 0.00 of 70000.00, level 1");
        assertThat(openAlerts()).containsExactly("PROMISE_BROKEN");
        assertThat(rate()).isEqualTo("0 of 2 kept, 30000.00 of 130000.00");

        String third = ownPromise("70000.00", "2026-10-28");
        assertThat(held())
                .as("his own word holds nothing until the rep believes it")
                .isNull();
        confirm(third);
        assertThat(standing(third)).isEqualTo("OPEN 0.00 of 70000.00, level 2");
        assertThat(held()).isEqualTo("2026-11-02");
        paid("PAY-3", "70000.00", "2026-10-27");
        on("2026-11-03");
        assertThat(standing(third)).isEqualTo("KEPT 70000.00 of 70000.00, level 2");
        assertThat(openAlerts()).isEmpty();
        assertThat(rate()).isEqualTo("1 of 3 kept, 100000.00 of 200000.00");
    }

    private void the_distributor_owes_since_august() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse("2026-08-20"), tenant.zone());
        admin = Api.as(tenant, Role.ADMIN, "admin");
        finance = Api.as(tenant, Role.FINANCE, "finance");
        rep = Api.as(tenant, Role.REP, "rep");
        admin.done(
                "setHolidays",
                "SetHolidaysInput",
                "settings { version }",
                Map.of("year", 2026, "holidays", nationalDay()));
        customer = finance.done(
                        "createCustomer",
                        "CreateCustomerInput",
                        "customer { id }",
                        Map.of("code", "D1", "name", "Demo Distributor", "ownerId", rep.userId()))
                .getString("customer.id");
        distributor = Api.partner(tenant, "D1");
        invoice = finance.done(
                        "issueReceivable",
                        "IssueReceivableInput",
                        "receivable { id }",
                        Map.of(
                                "customerId",
                                customer,
                                "number",
                                "INV-1",
                                "issueDate",
                                "2026-08-01",
                                "dueDate",
                                "2026-08-31",
                                "amount",
                                cny("100000.00")))
                .getString("receivable.id");
    }

    private static List<Map<String, Object>> nationalDay() {
        List<Map<String, Object>> days = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            days.add(Map.of("date", "2026-10-0" + day, "name", "National day", "workday", false));
        }
        days.add(Map.of("date", "2026-10-10", "name", "Made up for it", "workday", true));
        return days;
    }

    /** It is noon of the day, and the daily review is done. */
    private void on(String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
        admin.done("runJob", "RunJobInput", "jobRun { status }", Map.of("job", "PROMISE_REVIEW"));
    }

    private String promised(String amount, String day) {
        return rep.done(
                        "recordPromise",
                        "RecordPromiseInput",
                        "promise { id }",
                        Map.of(
                                "customerId",
                                customer,
                                "receivableIds",
                                List.of(invoice),
                                "amount",
                                cny(amount),
                                "promisedFor",
                                day,
                                "note",
                                "The owner said so."))
                .getString("promise.id");
    }

    private String ownPromise(String amount, String day) {
        return distributor
                .done(
                        "makeMyPromise",
                        "MakeMyPromiseInput",
                        "promise { id }",
                        Map.of("receivableNumbers", List.of("INV-1"), "amount", cny(amount), "promisedFor", day))
                .getString("promise.id");
    }

    private void confirm(String promise) {
        rep.done("confirmPromise", "ConfirmPromiseInput", "promise { id }", Map.of("id", promise, "version", 1));
    }

    private String paid(String number, String amount, String on) {
        clock.setNoon(LocalDate.parse(on), tenant.zone());
        return finance.done(
                        "recordPayment",
                        "RecordPaymentInput",
                        "payment { id }",
                        Map.of(
                                "customerId",
                                customer,
                                "number",
                                number,
                                "amount",
                                cny(amount),
                                "receivedOn",
                                on,
                                "method",
                                "CHEQUE"))
                .getString("payment.id");
    }

    private void bounced(String payment) {
        finance.done(
                "reversePayment",
                "ReversePaymentInput",
                "payment { id }",
                Map.of("paymentId", payment, "on", "2026-10-26", "reason", "The cheque bounced."));
    }

    private String standing(String promise) {
        JsonPath found = rep.ask("{ node(id: \"" + promise
                        + "\") { ... on PromiseToPay { status paid { amount } asked { amount } level } } }")
                .setRootPath("data.node");
        return found.getString("status") + " " + found.getString("paid.amount") + " of "
                + found.getString("asked.amount") + ", level " + found.getInt("level");
    }

    private String windowEnd(String promise) {
        return rep.ask("{ node(id: \"" + promise + "\") { ... on PromiseToPay { windowEnd } } }")
                .getString("data.node.windowEnd");
    }

    private String held() {
        return rep.ask("{ receivable(id: \"" + invoice + "\") { dunningHeldThrough } }")
                .getString("data.receivable.dunningHeldThrough");
    }

    private String rate() {
        JsonPath rate = rep.ask("{ customer(id: \"" + customer + "\") { promiseRates { matured kept asked paid } } }")
                .setRootPath("data.customer.promiseRates[0]");
        return rate.getInt("kept") + " of " + rate.getInt("matured") + " kept, " + rate.getString("paid") + " of "
                + rate.getString("asked");
    }

    private List<String> openAlerts() {
        return rep
                .ask(
                        "{ alerts(filter: {status: [OPEN], type: [PROMISE_DUE, PROMISE_BROKEN, PAYMENT_SHORTFALL]}) { nodes { type } } }")
                .<String>getList("data.alerts.nodes.type")
                .stream()
                .sorted()
                .toList();
    }

    private static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
