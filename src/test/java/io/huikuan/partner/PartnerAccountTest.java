package io.huikuan.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartnerAccountTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    private Actor tenant;
    private Actor finance;
    private UUID customer;
    private Actor partner;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        partner = partnerOf(customer);
        today = LocalDate.now(java.time.Clock.system(tenant.zone()));
    }

    /** The person comes into being with the first token. */
    private Actor partnerOf(UUID own) {
        return new Actor(
                tenant.tenant(),
                tenant.tenantCode(),
                tenant.zone(),
                tenant.baseCurrency(),
                Optional.of(UUID.randomUUID()),
                Set.of(Role.PARTNER),
                Optional.empty(),
                Optional.of(own));
    }

    @Test
    void a_partner_sees_what_it_owes_and_paid_and_nothing_of_others() {
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(90), today.minusDays(40), today.plusDays(9));
        tenancy.invoice(tenant, tenancy.customer(tenant, null, null), "999.00", today.minusDays(90), today);
        books.pay(finance, customer, "20.00", today.toString());

        JsonPath answer = client.ask(partner, """
                { myAccount {
                    code
                    balances { currency outstanding notYetDue overdue unapplied buckets { label amount } }
                    openReceivables { totalCount nodes { kind amount { amount } balance { amount } daysPastDue } }
                    installments { totalCount nodes { planNumber sequence dueDate amount { amount } balance { amount } timing } }
                    payments { totalCount nodes { amount { amount } unapplied { amount } status } }
                    sellThrough { rate } } }""");

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getMap("data.myAccount.balances[0]"))
                .containsEntry("outstanding", "100.00")
                .containsEntry("overdue", "40.00")
                .containsEntry("notYetDue", "60.00")
                .containsEntry("unapplied", "0.00");
        assertThat(answer.getList("data.myAccount.balances")).hasSize(1);
        assertThat(answer.getList("data.myAccount.openReceivables.nodes.balance.amount"))
                .isEqualTo(List.of("100.00"));
        assertThat(answer.getList("data.myAccount.openReceivables.nodes.daysPastDue"))
                .isEqualTo(List.of(40));
        assertThat(answer.getList("data.myAccount.installments.nodes.balance.amount"))
                .isEqualTo(List.of("40.00", "60.00"));
        assertThat(answer.getList("data.myAccount.installments.nodes.timing")).isEqualTo(List.of("OVERDUE", "PLANNED"));
        assertThat(answer.getInt("data.myAccount.payments.totalCount")).isEqualTo(1);
        assertThat(answer.getMap("data.myAccount")).containsEntry("sellThrough", null);
    }

    @Test
    void installments_of_a_plan_take_the_place_of_the_documents_own() {
        UUID invoice = tenancy.invoice(tenant, customer, "90.00", today.minusDays(60), today.minusDays(30));
        books.plan(
                finance,
                tenancy.user(tenant, Role.MANAGER, null),
                customer,
                List.of(invoice),
                List.of(today.plusDays(3), today.plusDays(33)),
                Collections.nCopies(2, new BigDecimal("45.00")));

        JsonPath answer = client.ask(partner, """
                { myAccount {
                    open: installments { nodes { planNumber receivableNumber sequence balance { amount } } }
                    first: installments(first: 1, openOnly: false) { totalCount pageInfo { hasNextPage endCursor } nodes { sequence } } } }""");

        assertThat(answer.getList("data.myAccount.open.nodes.sequence")).isEqualTo(List.of(1, 2));
        assertThat(answer.getList("data.myAccount.open.nodes.planNumber")).doesNotContainNull();
        assertThat(answer.getList("data.myAccount.open.nodes.receivableNumber")).containsOnlyNulls();
        assertThat(answer.getInt("data.myAccount.first.totalCount")).isEqualTo(2);
        JsonPath second = client.ask(
                partner,
                "query($after: String) { myAccount { installments(first: 1, after: $after, openOnly: false) { pageInfo { hasNextPage } nodes { sequence } } } }",
                Map.of("after", answer.getString("data.myAccount.first.pageInfo.endCursor")));
        assertThat(second.getList("data.myAccount.installments.nodes.sequence")).isEqualTo(List.of(2));
        assertThat(second.getBoolean("data.myAccount.installments.pageInfo.hasNextPage"))
                .isFalse();
    }

    @Test
    void staff_have_no_account() {
        JsonPath answer = client.ask(finance, "{ myAccount { code } }");

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getMap("data")).containsEntry("myAccount", null);
    }

    @Test
    void a_partner_may_ask_for_nothing_else() {
        for (String field : List.of(
                "receivables { totalCount }",
                "aging { totalCount }",
                "customers { totalCount }",
                "payments { totalCount }",
                "node(id: \"x\") { id }")) {
            assertThat(client.ask(partner, "{ " + field + " }").getString("errors[0].extensions.code"))
                    .as(field)
                    .isEqualTo("FORBIDDEN");
        }
    }
}
