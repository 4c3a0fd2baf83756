package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.Uuids;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator changes one setting, as the back office does it, and what the service does from then on is another thing. */
@QuarkusTest
class TenantSettingsAtWorkTest {

    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Api admin;
    private Api manager;
    private String customer;
    private int numbers;

    @BeforeEach
    void a_new_tenant() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
        admin = Api.as(tenant, Role.ADMIN, "admin");
        manager = Api.as(tenant, Role.MANAGER, "manager");
        customer = customer();
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void aging_buckets() {
        invoice("100.00", "2026-10-01", "2026-11-09");
        assertThat(bucketOf("100.00")).isEqualTo("1–30");

        set("agingBuckets", List.of(10, 20));
        assertThat(bucketOf("100.00")).isEqualTo("11–20");
    }

    @Test
    void gross_margin() {
        String invoice = invoice("100.00", "2026-10-01", "2026-11-09");
        String document = "query($id: ID) { aging { nodes { overdue salesToMakeUp } }"
                + " receivable(id: $id) { customer { balances { salesToMakeUp } } history(first: 9) { nodes { kind salesToMakeUp { amount } } } } }";
        mutate(
                "writeOffReceivable",
                "WriteOffInput",
                "receivable { id }",
                Map.of("receivableId", invoice, "on", "2026-11-20", "amount", cny("30.00"), "reason", "It is gone."));
        assertThat(admin.ask(document, Map.of("id", invoice)).getString("data.aging.nodes[0].salesToMakeUp"))
                .isNull();

        set("grossMargin", "0.15");
        JsonPath answer = admin.ask(document, Map.of("id", invoice)).setRootPath("data");
        assertThat(answer.getString("aging.nodes[0].salesToMakeUp"))
                .as("70 ÷ 0.15")
                .isEqualTo("466.67");
        assertThat(answer.getString("receivable.customer.balances[0].salesToMakeUp"))
                .isEqualTo("466.67");
        assertThat(answer.getString("receivable.history.nodes.find { it.kind == 'WRITTEN_OFF' }.salesToMakeUp.amount"))
                .isEqualTo("200.00");
        assertThat(answer.getString("receivable.history.nodes.find { it.kind == 'ISSUED' }.salesToMakeUp"))
                .isNull();
    }

    @Test
    void due_soon_days() {
        invoice("100.00", "2026-11-20", "2026-12-05");
        assertThat(raised("INSTALLMENT_ALERTS")).isZero();

        set("dueSoonDays", 15);
        assertThat(raised("INSTALLMENT_ALERTS")).isEqualTo(1);
    }

    @Test
    void sell_through_threshold() {
        mutate(
                "recordDelivery",
                "RecordDeliveryInput",
                "sellThrough { rate }",
                Map.of(
                        "customerId",
                        customer,
                        "number",
                        "D1",
                        "deliveredOn",
                        "2026-11-01",
                        "lines",
                        List.of(Map.of("sku", "A", "quantity", "100", "unitPrice", cny("10.00")))));
        mutate(
                "reportSellOut",
                "ReportSellOutInput",
                "sellThrough { rate }",
                Map.of(
                        "customerId",
                        customer,
                        "reportedOn",
                        "2026-11-10",
                        "lines",
                        List.of(Map.of("sku", "A", "sold", "70"))));
        assertThat(alerts("SELL_THROUGH_REACHED")).isZero();

        set("sellThroughThreshold", "0.7");
        assertThat(alerts("SELL_THROUGH_REACHED")).isEqualTo(1);
    }

    @Test
    void default_terms() {
        assertThat(dueByTerms("2026-11-20")).as("net 30, a Sunday, rolled").isEqualTo("2026-12-21");

        set("defaultTerms", Map.of("installments", List.of(Map.of("share", "1", "days", 10, "endOfMonth", true))));
        assertThat(dueByTerms("2026-11-20")).isEqualTo("2026-12-10");
    }

    @Test
    void business_day_roll() {
        set("businessDayRoll", "NONE");
        assertThat(dueByTerms("2026-11-20")).isEqualTo("2026-12-20");
        set("businessDayRoll", "PRECEDING");
        assertThat(dueByTerms("2026-11-20")).isEqualTo("2026-12-18");
    }

    @Test
    void holidays_and_workdays_made_up_for_them() {
        mutate(
                "setHolidays",
                "SetHolidaysInput",
                "settings { version }",
                Map.of("year", 2026, "holidays", List.of(Map.of("date", "2026-12-21", "name", "Founding day"))));
        assertThat(dueByTerms("2026-11-20")).isEqualTo("2026-12-22");

        mutate(
                "setHolidays",
                "SetHolidaysInput",
                "settings { version }",
                Map.of(
                        "year",
                        2026,
                        "holidays",
                        List.of(Map.of("date", "2026-12-20", "name", "Made up for it", "workday", true))));
        assertThat(dueByTerms("2026-11-20")).isEqualTo("2026-12-20");
    }

    @Test
    void plan_grace_days() {
        String graced = planBrokenOn("2026-11-26", "2026-11-20");
        assertThat(graced).isEqualTo("ACTIVE");

        clock.setNoon(TODAY, tenant.zone());
        set("planGraceDays", 2);
        customer = customer();
        assertThat(planBrokenOn("2026-11-23", "2026-11-20")).isEqualTo("BROKEN");
    }

    @ParameterizedTest
    @CsvSource({"ACCELERATE, Current", "RETURN_TO_TERMS, 1–30"})
    void broken_plan_policy(String policy, String bucket) {
        set("brokenPlanPolicy", policy);

        planBrokenOn("2026-12-01", "2026-11-20");

        assertThat(bucketOf("100.00")).isEqualTo(bucket);
    }

    @Test
    void plan_auto_approval() {
        assertThat(propose(invoice("100.00", "2026-10-01", "2026-11-10"), "2026-12-10"))
                .isEqualTo("PROPOSED");

        set(
                "planAutoApproval",
                Map.of("maxTotal", cny("1000.00"), "maxInstallments", 3, "maxDays", 60, "minFirstShare", "0"));
        assertThat(propose(invoice("100.00", "2026-10-01", "2026-11-10"), "2026-12-10"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void closed_through() {
        assertThat(issue("100.00", "2026-10-31", "2026-12-01").<String>getList("userErrors.code"))
                .isEmpty();

        set("closedThrough", "2026-10-31");
        assertThat(issue("100.00", "2026-10-31", "2026-12-01").<String>getList("userErrors.code"))
                .containsExactly("PERIOD_CLOSED");
        assertThat(issue("100.00", "2026-11-01", "2026-12-01").<String>getList("userErrors.code"))
                .isEmpty();
    }

    @Test
    void auto_apply_unapplied() {
        mutate(
                "recordPayment",
                "RecordPaymentInput",
                "payment { id }",
                Map.of("customerId", customer, "amount", cny("150.00"), "receivedOn", "2026-11-20", "method", "CASH"));
        assertThat(balance(invoice("100.00", "2026-11-20", "2026-12-01"))).isEqualTo("100.00");

        set("autoApplyUnapplied", true);
        assertThat(balance(invoice("70.00", "2026-11-20", "2026-11-25"))).isEqualTo("0.00");
    }

    private void set(String setting, Object value) {
        int version = admin.ask("{ tenantSettings { version } }").getInt("data.tenantSettings.version");
        mutate(
                "updateTenantSettings",
                "UpdateTenantSettingsInput",
                "settings { version }",
                Map.of("version", version, setting, value));
    }

    /** The answer to a mutation that must not be refused. */
    private JsonPath mutate(String mutation, String inputType, String thing, Map<String, ?> input) {
        JsonPath payload = tried(mutation, inputType, thing, input);
        assertThat(payload.getList("userErrors")).isEmpty();
        return payload;
    }

    private JsonPath tried(String mutation, String inputType, String thing, Map<String, ?> input) {
        Map<String, Object> keyed = new HashMap<>(input);
        keyed.put("clientKey", Uuids.next().toString());
        return asker(mutation)
                .mutate(
                        mutation,
                        inputType,
                        keyed,
                        thing.substring(0, thing.indexOf(' ')),
                        thing.substring(thing.indexOf('{') + 1, thing.lastIndexOf('}')));
    }

    private Api asker(String mutation) {
        return mutation.equals("approvePaymentPlan") ? manager : admin;
    }

    private String customer() {
        return mutate(
                        "createCustomer",
                        "CreateCustomerInput",
                        "customer { id }",
                        Map.of("code", "C" + numbers++, "name", "Demo Distributor", "kind", "DISTRIBUTOR"))
                .getString("customer.id");
    }

    private JsonPath issue(String amount, String issued, String due) {
        return tried(
                "issueReceivable",
                "IssueReceivableInput",
                "receivable { id dueDate }",
                Map.of(
                        "customerId",
                        customer,
                        "number",
                        "R" + numbers++,
                        "issueDate",
                        issued,
                        "amount",
                        cny(amount),
                        "dueDate",
                        due));
    }

    private String invoice(String amount, String issued, String due) {
        return issue(amount, issued, due).getString("receivable.id");
    }

    private String dueByTerms(String issued) {
        return mutate(
                        "issueReceivable",
                        "IssueReceivableInput",
                        "receivable { dueDate }",
                        Map.of(
                                "customerId",
                                customer,
                                "number",
                                "R" + numbers++,
                                "issueDate",
                                issued,
                                "amount",
                                cny("100.00")))
                .getString("receivable.dueDate");
    }

    private String balance(String receivable) {
        return admin.ask("query($id: ID) { receivable(id: $id) { balance { amount } } }", Map.of("id", receivable))
                .getString("data.receivable.balance.amount");
    }

    /** The bucket in which the whole of this amount lies. */
    private String bucketOf(String amount) {
        return admin.ask("{ aging { nodes { buckets { label amount } } } }")
                .getString("data.aging.nodes[0].buckets.find { it.amount == '" + amount + "' }.label");
    }

    private int raised(String job) {
        return mutate("runJob", "RunJobInput", "jobRun { raised }", Map.of("job", job))
                .getInt("jobRun.raised");
    }

    private int alerts(String type) {
        return admin.ask(
                        "query($filter: AlertFilter) { alerts(filter: $filter) { totalCount } }",
                        Map.of("filter", Map.of("type", List.of(type))))
                .getInt("data.alerts.totalCount");
    }

    private String propose(String receivable, String due) {
        return proposed(receivable, due).getString("paymentPlan.status");
    }

    private JsonPath proposed(String receivable, String due) {
        return mutate(
                "proposePaymentPlan",
                "ProposePaymentPlanInput",
                "paymentPlan { id version status }",
                Map.of(
                        "customerId",
                        customer,
                        "receivableIds",
                        List.of(receivable),
                        "installments",
                        List.of(Map.of("dueDate", due, "amount", "100.00"))));
    }

    /** Proposes and approves a plan with one row, reviews it on the day and tells how it stands. */
    private String planBrokenOn(String day, String due) {
        JsonPath plan = proposed(invoice("100.00", "2026-10-01", "2026-11-10"), due);
        mutate(
                "approvePaymentPlan",
                "DecidePaymentPlanInput",
                "paymentPlan { status }",
                Map.of("id", plan.getString("paymentPlan.id"), "version", plan.getInt("paymentPlan.version")));
        clock.setNoon(LocalDate.parse(day), tenant.zone());
        mutate("runJob", "RunJobInput", "jobRun { status }", Map.of("job", "PLAN_REVIEW"));
        return admin.ask(
                        "query($id: ID!) { paymentPlan(id: $id) { status } }",
                        Map.of("id", plan.getString("paymentPlan.id")))
                .getString("data.paymentPlan.status");
    }

    private static Map<String, String> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
