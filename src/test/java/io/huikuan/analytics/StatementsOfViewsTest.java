package io.huikuan.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements an operation takes does not depend on how many rows it shows. */
@QuarkusTest
class StatementsOfViewsTest {

    private static final String CUSTOMERS = """
            { customers(first: 30) { totalCount nodes {
                name owner { name } balances { outstanding buckets { amount } } nextInstallment { dueDate receivable { number } }
                receivables(first: 5, filter: {openOnly: true}) { totalCount nodes {
                    number balance { amount } installments { balance { amount } }
                    history(first: 5) { nodes { kind by { name } payment { number } creditNote { number } } } } }
                payments(first: 5) { nodes { number } } } } }""";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    private Actor tenant;
    private Actor finance;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        today = LocalDate.now(Clock.system(tenant.zone()));
    }

    private void customers(int count) {
        for (int i = 0; i < count; i++) {
            UUID customer = tenancy.customer(tenant, finance.user().orElseThrow(), "R" + i);
            tenancy.invoice(tenant, customer, "10.00", today.minusDays(60), today.minusDays(30), today.plusDays(30));
            tenancy.invoice(tenant, customer, "5.00", today.minusDays(50), today.minusDays(20));
            books.pay(finance, customer, "7.00", today.toString());
        }
    }

    private int statementsOf(String document) {
        return Statements.during(() -> {
            JsonPath answer = client.ask(finance, document);
            assertThat(answer.getList("errors")).isNull();
        });
    }

    @Test
    void a_list_of_customers_with_all_that_hangs_on_it_takes_as_many_for_two_as_for_ten() {
        customers(2);
        int forTwo = statementsOf(CUSTOMERS);
        customers(8);

        assertThat(statementsOf(CUSTOMERS)).isEqualTo(forTwo);
        assertThat(forTwo).isPositive().isLessThan(60);
    }

    @Test
    void aging_takes_as_many_for_two_groups_as_for_ten() {
        String aging = "{ aging(groupBy: REGION) { totalCount nodes { label outstanding buckets { amount } } } }";
        customers(2);
        int forTwo = statementsOf(aging);
        customers(8);

        assertThat(statementsOf(aging)).isEqualTo(forTwo);
    }
}
