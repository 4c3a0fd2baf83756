package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.credit.CreditWorld;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.plan.PlanReview;
import io.huikuan.support.Api;
import io.huikuan.support.Books;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 授信: a new distributor starts on a trial limit, which grows while it pays on time; it falls behind, supply is stopped (停供), a manager lets one delivery go, it
 * makes a plan and breaks it, and pays in the end. What the ERP is told is right on each of these days, and later for each of them.
 */
@QuarkusTest
class CreditScenarioTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    PlanReview review;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Actor financeActor;
    private Actor managerActor;
    private Api admin;
    private Api finance;
    private Api manager;
    private UUID customer;

    @BeforeEach
    void a_supplier() {
        tenant = tenancy.tenant("Asia/Shanghai");
        on(START);
        financeActor = tenancy.user(tenant, Role.FINANCE, null);
        managerActor = tenancy.user(tenant, Role.MANAGER, null);
        admin = Api.as(tenant, Role.ADMIN, "admin");
        finance = Api.as(tenant, Role.FINANCE, "finance");
        manager = Api.as(tenant, Role.MANAGER, "manager");
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private void on(LocalDate day) {
        clock.setNoon(day, tenant.zone());
    }

    private static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    private JsonPath done(Api by, String mutation, String input, Map<String, ?> values, String thing, String fields) {
        Map<String, Object> keyed = new HashMap<>(values);
        keyed.put("clientKey", Uuids.next().toString());
        JsonPath answer = by.mutate(mutation, input, keyed, thing, fields);
        assertThat(Api.codes(answer))
                .as(mutation + answer.getList("userErrors.message"))
                .isEmpty();
        return answer;
    }

    private String limit(LocalDate day) {
        return finance.ask("{ customer(id: \"" + CreditWorld.id(customer) + "\") { credit(asOf: \"" + day
                        + "\") { limitAmount { amount } } } }")
                .getString("data.customer.credit.limitAmount.amount");
    }

    private JsonPath check(String amount) {
        return finance.ask(
                        "query($amount: MoneyInput!) { creditCheck(customerId: \"" + CreditWorld.id(customer)
                                + "\", orderAmount: $amount) { allowed verdicts { rule outcome blocks reason } } }",
                        Map.of("amount", cny(amount)))
                .setRootPath("data.creditCheck");
    }

    private List<String> blocking(String amount) {
        return check(amount).getList("verdicts.findAll { it.blocks }.rule");
    }

    private String status() {
        return finance.ask("{ customer(id: \"" + CreditWorld.id(customer) + "\") { status } }")
                .getString("data.customer.status");
    }

    @Test
    void from_the_first_order_to_the_last_payment() {
        done(
                admin,
                "updateCreditPolicy",
                "UpdateCreditPolicyInput",
                Map.of(
                        "version",
                        0,
                        "countOrders",
                        true,
                        "trial",
                        Map.of("amount", cny("1000.00"), "step", "500.00", "every", 2, "most", "1800.00")),
                "policy",
                "version");
        customer = NodeId.uuidOf(done(
                        finance,
                        "createCustomer",
                        "CreateCustomerInput",
                        Map.of("code", "D01", "name", "Demo Distributor 01"),
                        "customer",
                        "id creditLimit { amount }")
                .getString("customer.id"));
        assertThat(limit(START)).isEqualTo("1000.00");
        assertThat(blocking("1000.01")).containsExactly("LIMIT_USED");

        // Two invoices paid by their due dates make the limit grow by one step.
        paidOnTime("INV-1", START.plusDays(10));
        assertThat(limit(START.plusDays(10))).isEqualTo("1000.00");
        UUID second = paidOnTime("INV-2", START.plusDays(20));
        assertThat(limit(START.plusDays(20))).isEqualTo("1500.00");
        paidOnTime("INV-3", START.plusDays(30));
        paidOnTime("INV-4", START.plusDays(40));
        assertThat(limit(START.plusDays(40))).as("the most of the policy").isEqualTo("1800.00");

        // The bank returns one of them: its part of the growth goes, and the past stays as it was.
        on(START.plusDays(41));
        books.reverse(financeActor, second, START.plusDays(41).toString());
        assertThat(limit(START.plusDays(41))).isEqualTo("1500.00");
        assertThat(limit(START.plusDays(40))).isEqualTo("1800.00");
        books.pay(financeActor, customer, "100.00", START.plusDays(41).toString());
        assertThat(limit(START.plusDays(41))).as("paid late").isEqualTo("1500.00");

        // It falls behind by more than the days of grace, and supply is stopped.
        LocalDate late = START.plusDays(100);
        UUID invoice = books.issue(
                financeActor, customer, "INV-5", "600.00", START.plusDays(60).toString());
        on(late);
        assertThat(blocking("1.00")).containsExactly("DAYS_OVERDUE");
        String hold = done(
                        finance,
                        "placeCreditHold",
                        "PlaceCreditHoldInput",
                        Map.of(
                                "customerId",
                                CreditWorld.id(customer),
                                "scope",
                                "ALL",
                                "cause",
                                "OVERDUE",
                                "reason",
                                "Forty days late."),
                        "creditHold",
                        "id")
                .getString("creditHold.id");
        assertThat(status()).isEqualTo("ON_HOLD");
        assertThat(blocking("1.00")).containsExactly("HOLD", "DAYS_OVERDUE");

        // A manager lets the goods of the season go, for a week.
        done(
                manager,
                "releaseCreditHold",
                "ReleaseCreditHoldInput",
                Map.of(
                        "id",
                        hold,
                        "version",
                        1,
                        "reason",
                        "The season begins.",
                        "until",
                        late.plusDays(7).toString()),
                "creditHold",
                "id");
        done(
                manager,
                "releaseCreditRules",
                "ReleaseCreditRulesInput",
                Map.of(
                        "customerId",
                        CreditWorld.id(customer),
                        "version",
                        1,
                        "rules",
                        List.of("DAYS_OVERDUE"),
                        "reason",
                        "The season begins.",
                        "until",
                        late.plusDays(7).toString()),
                "standing",
                "version");
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(blocking("900.00")).isEmpty();
        on(late.plusDays(7));
        assertThat(blocking("900.00")).isEmpty();
        on(late.plusDays(8));
        assertThat(status()).isEqualTo("ON_HOLD");
        assertThat(blocking("900.00")).containsExactly("HOLD", "DAYS_OVERDUE");

        // An accepted plan lifts the hold; a broken one blocks by itself.
        books.plan(
                financeActor,
                managerActor,
                customer,
                List.of(invoice),
                List.of(late.plusDays(10), late.plusDays(40)),
                List.of(new BigDecimal("300.00"), new BigDecimal("300.00")));
        assertThat(status()).isEqualTo("ACTIVE");
        assertThat(blocking("900.00")).isEmpty();
        on(late.plusDays(20));
        tenancy.callOutside(
                Actor.system(tenant.tenant(), tenant.tenantCode(), tenant.zone(), tenant.baseCurrency()),
                () -> review.review(late.plusDays(20)));
        assertThat(blocking("1.00")).contains("BROKEN_PLAN");

        // It pays all of it, and buys again.
        books.pay(financeActor, customer, "600.00", late.plusDays(20).toString());
        assertThat(blocking("1500.00")).isEmpty();
        assertThat(check("0").getBoolean("allowed")).isTrue();
    }

    /** An invoice of 100, due on the day and paid on it. */
    private UUID paidOnTime(String number, LocalDate day) {
        books.issue(financeActor, customer, number, "100.00", day.toString());
        on(day);
        return books.pay(financeActor, customer, "100.00", day.toString());
    }
}
