package io.huikuan.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.ledger.IssueReceivable;
import io.huikuan.ledger.ReceivableKind;
import io.huikuan.ledger.ReceivableService;
import io.huikuan.support.Books;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    @Inject
    Aging aging;

    @Inject
    ReceivableService receivables;

    private Actor tenant;
    private Actor finance;
    private UUID customer;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    // --- buckets ---

    @Test
    void a_debt_is_current_on_its_due_day_and_late_the_day_after() {
        owed("1.00", TODAY);
        owed("2.00", TODAY.minusDays(1));

        assertThat(buckets()).containsExactly("Current 1.00", "1–30 2.00", "31–60 0.00", "61–90 0.00", "91+ 0.00");
    }

    @Test
    void thirty_days_are_in_the_first_bucket_and_thirty_one_in_the_second() {
        owed("1.00", TODAY.minusDays(30));
        owed("2.00", TODAY.minusDays(31));

        assertThat(buckets()).contains("1–30 1.00", "31–60 2.00");
    }

    @Test
    void sixty_days_are_in_the_second_bucket_and_sixty_one_in_the_third() {
        owed("1.00", TODAY.minusDays(60));
        owed("2.00", TODAY.minusDays(61));

        assertThat(buckets()).contains("31–60 1.00", "61–90 2.00");
    }

    @Test
    void ninety_days_are_in_the_third_bucket_and_ninety_one_in_the_last() {
        owed("1.00", TODAY.minusDays(90));
        owed("2.00", TODAY.minusDays(91));

        assertThat(buckets()).contains("61–90 1.00", "91+ 2.00");
    }

    @Test
    void other_buckets_of_the_tenant_lay_the_same_debt_elsewhere() {
        owed("1.00", TODAY.minusDays(7));
        owed("2.00", TODAY.minusDays(8));
        settle("aging_buckets = '{7,14}'");

        assertThat(buckets()).containsExactly("Current 0.00", "1–7 1.00", "8–14 2.00", "15+ 0.00");
        assertThat(balance().buckets()).extracting(AgingBucket::label).containsExactly("Current", "1–7", "8–14", "15+");
    }

    @Test
    void a_receivable_in_two_installments_falls_into_two_buckets_and_counts_once() {
        tenancy.invoice(tenant, customer, "50.00", LONG_AGO, TODAY.minusDays(45), TODAY.plusDays(15));

        AgingRow row = only(AgingGroup.CURRENCY);

        assertThat(row.receivables()).isEqualTo(1);
        assertThat(row.customers()).isEqualTo(1);
        assertThat(shown(row)).containsExactly("Current 50.00", "1–30 0.00", "31–60 50.00", "61–90 0.00", "91+ 0.00");
    }

    @Test
    void what_is_paid_is_in_no_bucket_and_no_count() {
        UUID paid = owed("10.00", TODAY.minusDays(5));
        tenancy.pay(tenant, customer, paid, "10.00", TODAY);

        assertThat(rows(finance, AgingGroup.CUSTOMER, AgingBasis.SCHEDULE, TODAY))
                .isEmpty();
        assertThat(rows(finance, AgingGroup.CUSTOMER, AgingBasis.SCHEDULE, TODAY.minusDays(1)))
                .extracting(AgingRow::receivables)
                .containsExactly(1);
    }

    // --- value dates and bases ---

    @Test
    void a_re_planned_debt_is_young_by_its_schedule_and_as_old_as_ever_by_its_own_terms() {
        UUID first = owed("100.00", TODAY.minusDays(40));
        UUID second = owed("50.00", TODAY.minusDays(10));
        books.plan(
                finance,
                tenancy.user(tenant, Role.MANAGER, null),
                customer,
                List.of(first, second),
                List.of(TODAY.plusDays(31), TODAY.plusDays(62), TODAY.plusDays(92)),
                Collections.nCopies(3, new BigDecimal("50.00")));

        assertThat(shown(rows(finance, AgingGroup.CURRENCY, AgingBasis.SCHEDULE, TODAY)
                        .get(0)))
                .containsExactly("Current 150.00", "1–30 0.00", "31–60 0.00", "61–90 0.00", "91+ 0.00");
        assertThat(shown(rows(finance, AgingGroup.CURRENCY, AgingBasis.ORIGINAL_DUE, TODAY)
                        .get(0)))
                .containsExactly("Current 0.00", "1–30 50.00", "31–60 100.00", "61–90 0.00", "91+ 0.00");
        assertThat(shown(rows(finance, AgingGroup.CURRENCY, AgingBasis.SCHEDULE, TODAY.minusDays(1))
                        .get(0)))
                .as("the day before the plan")
                .containsExactly("Current 0.00", "1–30 50.00", "31–60 100.00", "61–90 0.00", "91+ 0.00");
    }

    @Test
    void a_later_day_than_the_business_date_is_refused() {
        assertThat(tenancy.call(finance, () -> aging.day(TODAY))).isEqualTo(TODAY);
        assertThatThrownBy(() -> tenancy.call(finance, () -> aging.day(TODAY.plusDays(1))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.AS_OF_IN_FUTURE));
    }

    @Test
    void money_is_unapplied_from_the_day_it_is_received_until_it_is_reversed() {
        clock.setNoon(TODAY.minusDays(10), tenant.zone());
        UUID payment = books.pay(finance, customer, "70.00", TODAY.minusDays(10).toString());
        clock.setNoon(TODAY, tenant.zone());
        books.reverse(finance, payment, TODAY.minusDays(2).toString());

        assertThat(balances(TODAY.minusDays(11))).isEmpty();
        assertThat(balances(TODAY.minusDays(10)))
                .extracting(b -> b.unapplied().toString())
                .containsExactly("70");
        assertThat(balances(TODAY.minusDays(3)))
                .extracting(b -> b.unapplied().toString())
                .containsExactly("70");
        assertThat(balances(TODAY.minusDays(2))).isEmpty();
    }

    @Test
    void what_a_payment_leaves_over_is_unapplied_beside_what_is_open() {
        owed("30.00", TODAY.minusDays(3));
        books.pay(finance, customer, "70.00", TODAY.toString());
        clock.forward(Duration.ofMinutes(1));
        tenancy.invoice(tenant, customer, "5.00", TODAY, TODAY.plusDays(9));

        CustomerBalance balance = balance();

        assertThat(balance.outstanding()).hasToString("5");
        assertThat(balance.notYetDue()).hasToString("5");
        assertThat(balance.overdue()).hasToString("0");
        assertThat(balance.unapplied()).hasToString("40");
        assertThat(balance.maxDaysPastDue()).isZero();
        CustomerBalance before = balances(TODAY.minusDays(1)).get(0);
        assertThat(before.outstanding()).hasToString("30");
        assertThat(before.overdue()).hasToString("30");
        assertThat(before.unapplied()).hasToString("0");
        assertThat(before.maxDaysPastDue()).isEqualTo(2);
    }

    // --- who sees what, and how it is grouped ---

    @Test
    void everybody_sees_the_aging_of_his_own_customers_only() {
        Actor rep = tenancy.user(tenant, Role.REP, "EAST");
        Actor east = tenancy.user(tenant, Role.MANAGER, "EAST");
        Actor everywhere = tenancy.user(tenant, Role.MANAGER, null);
        owed(tenancy.customer(tenant, rep.user().orElseThrow(), "EAST"), "1.00");
        owed(tenancy.customer(tenant, null, "EAST"), "2.00");
        owed(tenancy.customer(tenant, null, "WEST"), "4.00");
        Actor stranger = tenancy.tenant("Asia/Shanghai");

        assertThat(outstanding(rep)).containsExactly("1");
        assertThat(outstanding(east)).containsExactly("3");
        assertThat(outstanding(everywhere)).containsExactly("7");
        assertThat(outstanding(finance)).containsExactly("7");
        assertThat(outstanding(tenancy.user(stranger, Role.ADMIN, null))).isEmpty();
    }

    @Test
    void customers_without_an_owner_have_a_row_of_their_own_at_the_end() {
        Actor rep = tenancy.user(tenant, Role.REP, null);
        owed(tenancy.customer(tenant, rep.user().orElseThrow(), null), "1.00");
        owed("2.00", TODAY);

        List<AgingRow> rows = rows(finance, AgingGroup.OWNER, AgingBasis.SCHEDULE, TODAY);

        assertThat(rows)
                .extracting(AgingRow::key)
                .containsExactly(NodeId.of(NodeKind.USER, rep.user().orElseThrow()), "");
        assertThat(rows).extracting(AgingRow::label).last().isEqualTo("No owner");
    }

    @Test
    void currencies_are_never_added_up() {
        owed("1.00", TODAY);
        owedInDollars("2.00");

        assertThat(rows(finance, AgingGroup.CUSTOMER, AgingBasis.SCHEDULE, TODAY))
                .extracting(AgingRow::currency, row -> row.outstanding().toString())
                .containsExactly(tuple("CNY", "1"), tuple("USD", "2"));
        assertThat(balances(TODAY)).extracting(CustomerBalance::currency).containsExactly("CNY", "USD");
    }

    // --- pages ---

    @Test
    void pages_hold_every_row_once_also_when_rows_come_in_between() {
        for (String region : List.of("b", "d", "f", "h")) {
            owed(tenancy.customer(tenant, null, region), "1.00");
        }
        owed("1.00", TODAY);
        List<String> seen = new ArrayList<>();
        Page<AgingRow> page = page(AgingGroup.REGION, 2, null);
        page.nodes().forEach(row -> seen.add(row.label()));
        owed(tenancy.customer(tenant, null, "a"), "1.00");
        owed(tenancy.customer(tenant, null, "e"), "1.00");
        while (page.pageInfo().hasNextPage()) {
            page = page(AgingGroup.REGION, 2, page.pageInfo().endCursor());
            page.nodes().forEach(row -> seen.add(row.label()));
        }

        assertThat(seen).containsExactly("b", "d", "e", "f", "h", "No region");
        assertThat(page.totalCount()).isEqualTo(7);
    }

    @Test
    void a_cursor_of_another_grouping_is_refused() {
        owed(tenancy.customer(tenant, null, "a"), "1.00");
        owed(tenancy.customer(tenant, null, "b"), "1.00");
        String cursor = page(AgingGroup.REGION, 1, null).pageInfo().endCursor();

        assertThatThrownBy(() -> page(AgingGroup.GRADE, 1, cursor))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    // --- helpers ---

    private UUID owed(String amount, LocalDate due) {
        return tenancy.invoice(tenant, customer, amount, LONG_AGO, due);
    }

    private void owed(UUID whom, String amount) {
        tenancy.invoice(tenant, whom, amount, LONG_AGO, TODAY);
    }

    private void owedInDollars(String amount) {
        tenancy.run(
                finance,
                () -> assertThat(receivables
                                .issue(new IssueReceivable(
                                        "dollars",
                                        NodeId.of(NodeKind.CUSTOMER, customer),
                                        "USD-1",
                                        ReceivableKind.INVOICE,
                                        TODAY,
                                        new MoneyInput(new Decimal(amount), "USD"),
                                        TODAY,
                                        null,
                                        null))
                                .errors())
                        .isEmpty());
    }

    private void settle(String assignment) {
        tenancy.run(
                tenant,
                () -> sql.of("update tenant_settings set " + assignment + " where tenant_id = :tenant")
                        .update());
    }

    private Page<AgingRow> page(AgingGroup group, int first, String after) {
        return tenancy.call(
                finance,
                () -> aging.rows(new AgingQuestion(TODAY, group, AgingBasis.SCHEDULE), new Paging(first, after, true)));
    }

    private List<AgingRow> rows(Actor actor, AgingGroup group, AgingBasis basis, LocalDate asOf) {
        return tenancy.call(
                actor,
                () -> aging.rows(new AgingQuestion(asOf, group, basis), new Paging(100, null, false))
                        .nodes());
    }

    private AgingRow only(AgingGroup group) {
        List<AgingRow> rows = rows(finance, group, AgingBasis.SCHEDULE, TODAY);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<String> outstanding(Actor actor) {
        return rows(actor, AgingGroup.CURRENCY, AgingBasis.SCHEDULE, TODAY).stream()
                .map(row -> row.outstanding().toString())
                .toList();
    }

    private List<CustomerBalance> balances(LocalDate asOf) {
        return tenancy.call(finance, () -> aging.balances(Set.of(customer), asOf, true))
                .getOrDefault(customer, List.of());
    }

    private CustomerBalance balance() {
        List<CustomerBalance> balances = balances(TODAY);
        assertThat(balances).hasSize(1);
        return balances.get(0);
    }

    private List<String> buckets() {
        return shown(only(AgingGroup.CUSTOMER));
    }

    private static List<String> shown(AgingRow row) {
        return row.buckets().stream()
                .map(bucket -> bucket.label() + " " + bucket.amount().value().toPlainString())
                .toList();
    }
}
