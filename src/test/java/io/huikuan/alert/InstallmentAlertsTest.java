package io.huikuan.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InstallmentAlertsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    AlertKeeper keeper;

    @Inject
    Sql sql;

    private Actor tenant;
    private UUID customer;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
        customer = tenancy.customer(tenant, null, null);
    }

    @AfterEach
    void close() {
        clock.reset();
    }

    record Seen(String type, String status, int occurrence, LocalDate due) {}

    @Test
    void due_soon_starts_seven_days_before_and_not_eight() {
        invoiceDue(TODAY.plusDays(7));
        invoiceDue(TODAY.plusDays(8));

        assertThat(judge(TODAY).raised()).isEqualTo(1);
        assertThat(alerts()).containsExactly(new Seen("INSTALLMENT_DUE_SOON", "OPEN", 1, TODAY.plusDays(7)));
    }

    @Test
    void on_the_due_day_it_is_due_soon_and_the_day_after_it_is_overdue() {
        invoiceDue(TODAY);
        invoiceDue(TODAY.minusDays(1));

        judge(TODAY);

        assertThat(alerts())
                .containsExactly(
                        new Seen("INSTALLMENT_OVERDUE", "OPEN", 1, TODAY.minusDays(1)),
                        new Seen("INSTALLMENT_DUE_SOON", "OPEN", 1, TODAY));
    }

    @Test
    void overdue_resolves_the_due_soon_alert_of_the_same_installment() {
        invoiceDue(TODAY);
        judge(TODAY);

        clock.forward(Duration.ofDays(1));
        Tally tally = judge(TODAY.plusDays(1));

        assertThat(tally.raised()).isEqualTo(1);
        assertThat(tally.resolved()).isEqualTo(1);
        assertThat(alerts())
                .containsExactlyInAnyOrder(
                        new Seen("INSTALLMENT_DUE_SOON", "RESOLVED", 1, TODAY),
                        new Seen("INSTALLMENT_OVERDUE", "OPEN", 1, TODAY));
        assertThat(reasons()).containsExactly("It is overdue now.");
    }

    @Test
    void the_number_of_days_is_the_tenants() {
        tenancy.run(
                tenant,
                () -> sql.of("update tenant_settings set due_soon_days = 2 where tenant_id = :tenant")
                        .update());
        invoiceDue(TODAY.plusDays(2));
        invoiceDue(TODAY.plusDays(3));

        assertThat(judge(TODAY).raised()).isEqualTo(1);
    }

    @Test
    void the_same_run_again_raises_and_resolves_nothing() {
        invoiceDue(TODAY.minusDays(3));
        invoiceDue(TODAY.plusDays(3));
        judge(TODAY);

        assertThat(judge(TODAY)).isEqualTo(new Tally(2, 0, 0, Set.of()));
    }

    @Test
    void a_payment_resolves_its_alert_at_once() {
        UUID invoice = invoiceDue(TODAY.minusDays(3));
        judge(TODAY);

        tenancy.pay(tenant, customer, invoice, "100.00", TODAY);

        assertThat(alerts()).containsExactly(new Seen("INSTALLMENT_OVERDUE", "RESOLVED", 1, TODAY.minusDays(3)));
        assertThat(reasons()).containsExactly("Nothing of it is open any more.");
    }

    @Test
    void a_part_payment_brings_the_amount_up_to_date() {
        UUID invoice = invoiceDue(TODAY.minusDays(3));
        judge(TODAY);

        tenancy.pay(tenant, customer, invoice, "30.00", TODAY);

        BigDecimal amount = tenancy.call(
                tenant,
                () -> sql.of("select amount from alert where tenant_id = :tenant and status = 'OPEN'")
                        .one(row -> row.number("amount")));
        assertThat(amount).isEqualByComparingTo("70.00");
    }

    @Test
    void a_bounced_payment_reopens_the_same_alert_at_once_with_the_next_occurrence() {
        UUID invoice = invoiceDue(TODAY.minusDays(3));
        judge(TODAY);
        tenancy.pay(tenant, customer, invoice, "100.00", TODAY);

        tenancy.reverse(tenant, invoice, TODAY);

        assertThat(alerts()).containsExactly(new Seen("INSTALLMENT_OVERDUE", "OPEN", 2, TODAY.minusDays(3)));
    }

    @Test
    void a_bounced_payment_raises_what_no_run_has_seen_yet() {
        UUID invoice = invoiceDue(TODAY.minusDays(3));
        tenancy.pay(tenant, customer, invoice, "100.00", TODAY);
        assertThat(alerts()).isEmpty();

        tenancy.reverse(tenant, invoice, TODAY);

        assertThat(alerts()).containsExactly(new Seen("INSTALLMENT_OVERDUE", "OPEN", 1, TODAY.minusDays(3)));
    }

    @Test
    void what_was_issued_late_is_left_to_the_daily_run() {
        invoiceDue(TODAY.minusDays(300));

        assertThat(alerts()).isEmpty();
    }

    @Test
    void nothing_is_raised_for_what_was_paid_while_no_run_came() {
        UUID paid = invoiceDue(TODAY.plusDays(2));
        invoiceDue(TODAY.plusDays(3));
        judge(TODAY);
        clock.forward(Duration.ofDays(20));
        tenancy.pay(tenant, customer, paid, "100.00", TODAY.plusDays(20));

        Tally tally = judge(TODAY.plusDays(20));

        assertThat(tally.raised()).isEqualTo(1);
        assertThat(alerts())
                .contains(new Seen("INSTALLMENT_OVERDUE", "OPEN", 1, TODAY.plusDays(3)))
                .doesNotContain(new Seen("INSTALLMENT_OVERDUE", "OPEN", 1, TODAY.plusDays(2)));
    }

    @Test
    void a_run_for_a_past_date_counts_what_was_open_then_and_a_later_one_resolves_it() {
        UUID invoice = invoiceDue(LocalDate.of(2026, 1, 31));
        tenancy.pay(tenant, customer, invoice, "100.00", LocalDate.of(2026, 2, 20));

        assertThat(judge(LocalDate.of(2026, 2, 19)).raised()).isEqualTo(1);
        assertThat(judge(LocalDate.of(2026, 2, 19)).raised()).isZero();
        assertThat(judge(LocalDate.of(2026, 2, 20)).resolved()).isEqualTo(1);
    }

    @Test
    void a_run_for_a_past_date_touches_nothing_of_later_dates() {
        UUID invoice = invoiceDue(TODAY.minusDays(1));
        judge(TODAY);

        assertThat(judge(TODAY.minusDays(30))).isEqualTo(new Tally(0, 0, 0, Set.of()));

        tenancy.pay(tenant, customer, invoice, "100.00", TODAY);
        assertThat(judge(TODAY).raised()).isZero();
        assertThat(alerts()).containsExactly(new Seen("INSTALLMENT_OVERDUE", "RESOLVED", 1, TODAY.minusDays(1)));
    }

    @Test
    void an_installment_past_the_first_aging_bucket_is_critical() {
        invoiceDue(TODAY.minusDays(30));
        invoiceDue(TODAY.minusDays(31));

        judge(TODAY);

        List<String> severities = tenancy.call(
                tenant,
                () -> sql.of("select severity from alert where tenant_id = :tenant order by cause_date desc")
                        .list(row -> row.text("severity")));
        assertThat(severities).containsExactly("WARNING", "CRITICAL");
    }

    private UUID invoiceDue(LocalDate due) {
        return tenancy.invoice(tenant, customer, "100.00", LONG_AGO, due);
    }

    private Tally judge(LocalDate asOf) {
        return tenancy.call(tenant, () -> keeper.judgeInstallments(asOf));
    }

    private List<Seen> alerts() {
        return tenancy.call(
                tenant,
                () -> sql.of("select type, status, occurrence, cause_date from alert where tenant_id = :tenant"
                                + " order by cause_date, type")
                        .list(row -> new Seen(
                                row.text("type"),
                                row.text("status"),
                                row.integer("occurrence"),
                                row.date("cause_date"))));
    }

    private List<String> reasons() {
        return tenancy.call(
                tenant,
                () -> sql.of("select resolved_because from alert where tenant_id = :tenant and status = 'RESOLVED'")
                        .list(row -> row.text("resolved_because")));
    }
}
