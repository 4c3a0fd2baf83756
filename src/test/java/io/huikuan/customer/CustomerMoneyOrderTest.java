package io.huikuan.customer;

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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerMoneyOrderTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Api finance;
    private String late;
    private String big;
    private String soon;
    private String none;

    @BeforeEach
    void fourCustomers() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(TODAY, tenant.zone());
        finance = Api.as(tenant, Role.FINANCE, "finance");
        late = owing("100", TODAY.minusDays(1));
        big = owing("900", TODAY.plusDays(20));
        soon = owing("50", TODAY);
        none = code(tenancy.customer(tenant, null, null));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private String owing(String amount, LocalDate due) {
        UUID customer = tenancy.customer(tenant, null, null);
        tenancy.invoice(tenant, customer, amount, ISSUED, due);
        return code(customer);
    }

    private static String code(UUID customer) {
        return "C" + customer;
    }

    private List<String> listed(String arguments) {
        List<String> codes = new ArrayList<>();
        String after = "";
        JsonPath page;
        do {
            page = finance.ask("{ customers(first: 1, " + arguments + after
                            + ") { nodes { code } pageInfo { hasNextPage endCursor } totalCount } }")
                    .setRootPath("data.customers");
            assertThat(page.<Object>get("")).isNotNull();
            codes.addAll(page.getList("nodes.code"));
            after = ", after: \"" + page.getString("pageInfo.endCursor") + "\"";
        } while (page.getBoolean("pageInfo.hasNextPage"));
        assertThat(page.getInt("totalCount")).isEqualTo(codes.size());
        return codes;
    }

    @Test
    void customers_are_listed_by_what_is_overdue_outstanding_and_next_due() {
        assertThat(listed("orderBy: OVERDUE_DESC")).startsWith(late).hasSize(4);
        assertThat(listed("orderBy: OUTSTANDING_DESC")).containsExactly(big, late, soon, none);
        assertThat(listed("orderBy: NEXT_DUE")).containsExactly(late, soon, big, none);
    }

    @Test
    void orders_by_money_compare_one_currency_only() {
        assertThat(listed("orderBy: OUTSTANDING_DESC, currency: \"USD\""))
                .containsExactlyInAnyOrder(big, late, soon, none);
        assertThat(listed("orderBy: NEXT_DUE, currency: \"USD\"")).containsExactly(late, soon, big, none);
    }

    @Test
    void something_is_overdue_from_the_day_after_its_due_date() {
        assertThat(listed("filter: {overdueOnly: true}")).containsExactly(late);

        clock.setNoon(TODAY.plusDays(1), tenant.zone());
        assertThat(listed("filter: {overdueOnly: true}")).containsExactlyInAnyOrder(late, soon);
    }
}
