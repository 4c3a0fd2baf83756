package io.huikuan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReceivableApiTest {

    private static final String ISSUE = """
            mutation($input: IssueReceivableInput!) { issueReceivable(input: $input) {
                receivable { id number kind amount { amount currency } balance { amount } settlement daysPastDue dueDate
                    customer { id } installments { sequence dueDate amount { amount } receivable { number } } }
                userErrors { code field } } }""";

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    private Actor tenant;
    private Actor finance;
    private UUID customer;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        today = LocalDate.now(Clock.system(tenant.zone()));
    }

    private Map<String, Object> input(String number) {
        return Map.of(
                "clientKey", number,
                "customerId", NodeId.of(NodeKind.CUSTOMER, customer),
                "number", number,
                "issueDate", today.toString(),
                "amount", Map.of("amount", "100.00", "currency", "CNY"),
                "installments",
                        List.of(
                                Map.of("dueDate", today.plusDays(10).toString(), "amount", "40"),
                                Map.of("dueDate", today.plusDays(40).toString(), "amount", "60")));
    }

    @Test
    void an_issued_receivable_shows_its_schedule_and_who_owes() {
        JsonPath answer = client.ask(finance, ISSUE, Map.of("input", input("A-1")));

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getList("data.issueReceivable.userErrors")).isEmpty();
        JsonPath receivable = answer.setRootPath("data.issueReceivable.receivable");
        assertThat(receivable.getString("kind")).isEqualTo("INVOICE");
        assertThat(receivable.getString("settlement")).isEqualTo("OPEN");
        assertThat(receivable.getString("balance.amount")).isEqualTo("100.00");
        assertThat(receivable.getString("dueDate")).isEqualTo(today.plusDays(40).toString());
        assertThat(receivable.getString("customer.id")).isEqualTo(NodeId.of(NodeKind.CUSTOMER, customer));
        assertThat(receivable.getList("installments.amount.amount")).isEqualTo(List.of("40.00", "60.00"));
        assertThat(receivable.getList("installments.receivable.number")).isEqualTo(List.of("A-1", "A-1"));
    }

    @Test
    void a_refusal_names_the_field_and_shows_no_receivable() {
        client.ask(finance, ISSUE, Map.of("input", input("A-1")));
        var again = new java.util.HashMap<>(input("A-1"));
        again.put("clientKey", "another");

        JsonPath answer = client.ask(finance, ISSUE, Map.of("input", again));

        assertThat(answer.getMap("data.issueReceivable")).containsEntry("receivable", null);
        assertThat(answer.getString("data.issueReceivable.userErrors[0].code")).isEqualTo("DUPLICATE_NUMBER");
        assertThat(answer.getList("data.issueReceivable.userErrors[0].field")).isEqualTo(List.of("number"));
    }

    @Test
    void write_off_credit_note_and_their_undoing_are_in_the_history_with_the_balance_after_each() {
        String id = client.ask(finance, ISSUE, Map.of("input", input("A-1")))
                .getString("data.issueReceivable.receivable.id");

        JsonPath answer = client.ask(finance, """
                mutation($id: ID!, $on: Date!) {
                    writeOffReceivable(input: {clientKey: "w", receivableId: $id, on: $on, amount: {amount: "30.00", currency: "CNY"}, reason: "lost"})
                        { receivable { balance { amount } } userErrors { code } }
                    undoWriteOff(input: {clientKey: "u", receivableId: $id, on: $on, reason: "found"})
                        { receivable { balance { amount } } userErrors { code } }
                    issueCreditNote(input: {clientKey: "c", receivableId: $id, number: "C-1", issueDate: $on, amount: {amount: "10.00", currency: "CNY"}, reason: "bent"})
                        { receivable { number kind balance { amount } installments { sequence } history { nodes { kind creditNote { number } } } } userErrors { code } } }""", Map.of("id", id, "on", today.toString()));
        JsonPath history = client.ask(
                finance,
                "query($id: ID!) { receivable(id: $id) { balance { amount } history { totalCount nodes { kind reason amount { amount } balanceAfter { amount } by { id } creditNote { number } } } } }",
                Map.of("id", id));

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getString("data.writeOffReceivable.receivable.balance.amount"))
                .isEqualTo("70.00");
        assertThat(answer.getString("data.undoWriteOff.receivable.balance.amount"))
                .isEqualTo("100.00");
        assertThat(answer.getString("data.issueCreditNote.receivable.kind")).isEqualTo("CREDIT_NOTE");
        assertThat(answer.getString("data.issueCreditNote.receivable.balance.amount"))
                .isEqualTo("0.00");
        assertThat(answer.getList("data.issueCreditNote.receivable.installments"))
                .isEmpty();
        assertThat(answer.getList("data.issueCreditNote.receivable.history.nodes.creditNote"))
                .containsOnlyNulls();
        assertThat(history.getList("data.receivable.history.nodes.kind"))
                .isEqualTo(List.of("ISSUED", "WRITTEN_OFF", "WRITE_OFF_UNDONE", "CREDITED"));
        assertThat(history.getList("data.receivable.history.nodes.balanceAfter.amount"))
                .isEqualTo(List.of("100.00", "70.00", "100.00", "90.00"));
        assertThat(history.getInt("data.receivable.history.totalCount")).isEqualTo(4);
        assertThat(history.getString("data.receivable.history.nodes[3].creditNote.number"))
                .isEqualTo("C-1");
        assertThat(history.getString("data.receivable.history.nodes[1].by.id"))
                .isEqualTo(NodeId.of(NodeKind.USER, finance.user().orElseThrow()));
    }

    @Test
    void two_mutations_of_one_request_each_show_the_balance_that_they_left() {
        tenancy.invoice(tenant, customer, "100.00", today, today.plusDays(5));
        String number = "B-";
        JsonPath answer = client.ask(finance, """
                mutation($a: IssueReceivableInput!, $b: IssueReceivableInput!) {
                    a: issueReceivable(input: $a) { receivable { customer { balances { outstanding } } } }
                    b: issueReceivable(input: $b) { receivable { customer { balances { outstanding } } } } }""", Map.of("a", input(number + 1), "b", input(number + 2)));

        assertThat(answer.getString("data.a.receivable.customer.balances[0].outstanding"))
                .isEqualTo("200.00");
        assertThat(answer.getString("data.b.receivable.customer.balances[0].outstanding"))
                .isEqualTo("300.00");
    }

    @Test
    void a_customers_receivables_are_paged_and_filtered_by_alias() {
        for (int day = 1; day <= 5; day++) {
            tenancy.invoice(
                    tenant,
                    customer,
                    "1.00",
                    today.minusDays(90),
                    today.minusDays(3).plusDays(day));
        }
        String page = "{ totalCount pageInfo { hasNextPage endCursor } nodes { dueDate } }";
        JsonPath answer = client.ask(
                finance,
                "query($id: ID!) { customer(id: $id) { nextInstallment { dueDate } late: receivables(filter: {overdueOnly: true}) "
                        + page + " first: receivables(first: 2) " + page + " } }",
                Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer)));

        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getInt("data.customer.late.totalCount")).isEqualTo(2);
        assertThat(answer.getInt("data.customer.first.totalCount")).isEqualTo(5);
        assertThat(answer.getList("data.customer.first.nodes")).hasSize(2);
        assertThat(answer.getString("data.customer.nextInstallment.dueDate"))
                .isEqualTo(today.minusDays(2).toString());
        JsonPath next = client.ask(
                finance,
                "query($after: String) { receivables(first: 100, after: $after) { totalCount nodes { dueDate } } }",
                Map.of("after", answer.getString("data.customer.first.pageInfo.endCursor")));
        assertThat(next.getList("data.receivables.nodes.dueDate"))
                .isEqualTo(List.of(
                        today.toString(),
                        today.plusDays(1).toString(),
                        today.plusDays(2).toString()));
    }

    @Test
    void a_receivable_and_an_installment_are_nodes_for_those_who_see_the_customer() {
        tenancy.invoice(tenant, customer, "1.00", today, today);
        Actor rep = tenancy.user(tenant, Role.REP, null);
        JsonPath found = client.ask(finance, "{ receivables { nodes { id installments { id } } } }");
        for (String path : List.of("id", "installments[0].id")) {
            String id = found.getString("data.receivables.nodes[0]." + path);
            String document = "query($id: ID!) { node(id: $id) { id } }";
            assertThat(client.ask(finance, document, Map.of("id", id)).getString("data.node.id"))
                    .isEqualTo(id);
            assertThat(client.ask(rep, document, Map.of("id", id)).getMap("data"))
                    .containsEntry("node", null);
        }
    }

    @Test
    void a_rep_sees_his_own_and_issues_nothing() {
        Actor rep = tenancy.user(tenant, Role.REP, null);
        tenancy.invoice(tenant, customer, "1.00", today, today);
        tenancy.invoice(tenant, tenancy.customer(tenant, rep.user().orElseThrow(), null), "2.00", today, today);

        JsonPath seen = client.ask(rep, "{ receivables { totalCount nodes { amount { amount } } } }");
        assertThat(seen.getInt("data.receivables.totalCount")).isEqualTo(1);
        assertThat(seen.getList("data.receivables.nodes.amount.amount")).isEqualTo(List.of("2.00"));
        assertThat(client.ask(rep, ISSUE, Map.of("input", input("A-1"))).getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void a_page_that_is_too_large_and_a_cursor_that_is_none_are_told_apart() {
        assertThat(client.ask(finance, "{ receivables(first: 101) { totalCount } }")
                        .getString("errors[0].extensions.code"))
                .isEqualTo("PAGE_SIZE");
        assertThat(client.ask(finance, "{ receivables(after: \"none\") { totalCount } }")
                        .getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_CURSOR");
    }
}
