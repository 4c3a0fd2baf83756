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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A distributor is reminded of two invoices, promises one of them, and is written to about the other alone; the notice names the reminder and the day; the money
 * comes, and the distributor is thanked.
 */
@QuarkusTest
class LetterScenarioTest {

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Api finance;
    private Api manager;
    private Api rep;
    private Api distributor;
    private String customer;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void from_a_reminder_to_thanks() {
        a_distributor_owes_two_invoices();
        JsonPath reminder = issued(rep, "PAYMENT_REMINDER", Map.of());
        assertThat(reminder.getString("number")).isEqualTo("LTR-000001");
        assertThat(asked(reminder)).isEqualTo("15000.00, 10000.00 of it overdue");

        promised();
        on("2026-11-06");
        String text = preview("OVERDUE_NOTICE");
        assertThat(text)
                .contains("截至2026年11月6日", "人民币 10,000.00 元", "我方曾于2026年11月2日致函贵司（编号 LTR-000001）")
                .doesNotContain("INV-2");
        JsonPath notice =
                issued(manager, "OVERDUE_NOTICE", Map.of("warning", Map.of("next", "FIRM", "deadline", "2026-11-16")));
        assertThat(asked(notice)).as("what is promised is left out").isEqualTo("10000.00, 10000.00 of it overdue");
        assertThat(notice.getString("warning.deadline")).isEqualTo("2026-11-16");

        assertThat(received()).isEmpty();
        finance.done(
                "markLettersPrinted",
                "MarkLettersPrintedInput",
                "letters { status }",
                Map.of("letterIds", List.of(reminder.getString("id"), notice.getString("id"))));
        assertThat(received()).isEqualTo(List.of("LTR-000002", "LTR-000001"));

        on("2026-11-10");
        paid("15000.00");
        JsonPath refused = rep.mutate(
                "issueLetter",
                "IssueLetterInput",
                Map.of("clientKey", "late", "customerId", customer, "kind", "PAYMENT_REMINDER"),
                "letter",
                "id");
        assertThat(Api.codes(refused)).as("nobody is reminded of what is paid").isEqualTo(List.of("NOTHING_TO_DUN"));
        assertThat(preview("RECEIPT")).contains("人民币 15,000.00 元", "2026年11月10日", "贵司账户的余额目前为零");
        assertThat(issued(rep, "RECEIPT", Map.of()).getString("number")).isEqualTo("LTR-000003");
    }

    private void a_distributor_owes_two_invoices() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse("2026-11-02"), tenant.zone());
        finance = Api.as(tenant, Role.FINANCE, "finance");
        manager = Api.as(tenant, Role.MANAGER, "manager");
        rep = Api.as(tenant, Role.REP, "rep");
        customer = finance.done(
                        "createCustomer",
                        "CreateCustomerInput",
                        "customer { id }",
                        Map.of("code", "D1", "name", "Demo Distributor", "ownerId", rep.userId()))
                .getString("customer.id");
        distributor = Api.partner(tenant, "D1");
        rep.done(
                "setLetterLanguage",
                "SetLetterLanguageInput",
                "customer { letterLanguage }",
                Map.of("customerId", customer, "language", "ZH_CN"));
        invoice("INV-1", "10000.00", "2026-10-31");
        invoice("INV-2", "5000.00", "2026-11-05");
    }

    private void invoice(String number, String amount, String due) {
        finance.done(
                "issueReceivable",
                "IssueReceivableInput",
                "receivable { id }",
                Map.of(
                        "customerId",
                        customer,
                        "number",
                        number,
                        "issueDate",
                        "2026-10-01",
                        "dueDate",
                        due,
                        "amount",
                        cny(amount)));
    }

    private void promised() {
        String invoice = rep.ask("{ receivable(number: \"INV-2\") { id } }").getString("data.receivable.id");
        rep.done(
                "recordPromise",
                "RecordPromiseInput",
                "promise { id }",
                Map.of(
                        "customerId",
                        customer,
                        "receivableIds",
                        List.of(invoice),
                        "amount",
                        cny("5000.00"),
                        "promisedFor",
                        "2026-11-12"));
    }

    private void paid(String amount) {
        finance.done(
                "recordPayment",
                "RecordPaymentInput",
                "payment { id }",
                Map.of(
                        "customerId",
                        customer,
                        "amount",
                        cny(amount),
                        "receivedOn",
                        "2026-11-10",
                        "method",
                        "BANK_TRANSFER"));
    }

    private void on(String day) {
        clock.setNoon(LocalDate.parse(day), tenant.zone());
    }

    private JsonPath issued(Api who, String kind, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("customerId", customer);
        input.put("kind", kind);
        JsonPath payload = who.done(
                "issueLetter",
                "IssueLetterInput",
                "letter { id number warning { deadline } amounts { total { amount } overdue { amount } } }",
                input);
        return payload.setRootPath("data.issueLetter.letter");
    }

    private static String asked(JsonPath letter) {
        return letter.getString("amounts[0].total.amount") + ", " + letter.getString("amounts[0].overdue.amount")
                + " of it overdue";
    }

    private String preview(String kind) {
        return manager.ask(
                        "query($id: ID!, $kind: LetterKind!) { previewLetter(customerId: $id, kind: $kind) { text } }",
                        Map.of("id", customer, "kind", kind))
                .getString("data.previewLetter.text");
    }

    private List<String> received() {
        return distributor.ask("{ myLetters { nodes { number } } }").getList("data.myLetters.nodes.number");
    }

    private static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
