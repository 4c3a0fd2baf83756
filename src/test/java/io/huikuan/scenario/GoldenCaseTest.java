package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Books;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two invoices, a plan over both, a payment, a write-off, and the payment bounces. */
@QuarkusTest
class GoldenCaseTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    TestClock clock;

    private Actor finance;
    private Actor manager;
    private UUID customer;

    @BeforeEach
    void lay_the_case() {
        Actor tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        customer = tenancy.customer(tenant, null, null);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private void on(String date) {
        clock.setNoon(LocalDate.parse(date), finance.zone());
    }

    @Test
    void a_bounced_payment_opens_the_plan_again_and_leaves_earlier_days_as_they_were() {
        on("2026-10-01");
        UUID first = books.issue(finance, customer, "R1", "1000.00", "2026-10-31");
        UUID second = books.issue(finance, customer, "R2", "500.00", "2026-11-15");
        on("2026-11-20");
        books.plan(
                finance,
                manager,
                customer,
                List.of(first, second),
                List.of(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 31)),
                Collections.nCopies(3, new BigDecimal("500.00")));
        on("2026-11-30");
        UUID payment = books.pay(finance, customer, "600.00", "2026-11-30");
        on("2026-12-05");
        books.writeOff(finance, second, "500.00", "2026-12-05");
        on("2026-12-10");
        books.reverse(finance, payment, "2026-12-10");

        assertThat(books.aging(finance, customer, "2026-12-04", "SCHEDULE")).containsExactly("0 900.00");
        assertThat(books.aging(finance, customer, "2026-12-09", "SCHEDULE")).containsExactly("0 400.00");
        assertThat(books.aging(finance, customer, "2026-12-10", "SCHEDULE")).containsExactly("0 500.00", "10 500.00");
        assertThat(books.aging(finance, customer, "2026-12-10", "ORIGINAL_DUE")).containsExactly("40 1000.00");
        assertThat(books.aging(finance, customer, "2026-12-04", "ORIGINAL_DUE"))
                .containsExactly("19 500.00", "34 400.00");
    }
}
