package io.huikuan.statement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StatementApiTest {

    private static final String ALL = """
            customerCode customerName from to currencies { currency charges credits
              opening { outstanding unapplied balance } closing { outstanding unapplied balance }
              lines { totalCount pageInfo { hasNextPage } nodes { on kind number reference dueDate amount balance } }
              dues { dueDate amount daysPastDue } }""";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    private Actor tenant;
    private Actor finance;
    private Actor rep;
    private UUID customer;
    private Actor partner;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
        partner = tenancy.partner(tenant, customer);
        today = tenancy.today(tenant);
    }

    private String id() {
        return NodeId.of(NodeKind.CUSTOMER, customer);
    }

    private JsonPath mine(LocalDate from) {
        return client.ask(
                        partner,
                        "query($from: Date) { myStatement(from: $from) { " + ALL + " } }",
                        Map.of("from", from.toString()))
                .setRootPath("data.myStatement");
    }

    private void aHistory() {
        UUID first = tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(5), today.plusDays(9));
        books.pay(finance, customer, "30.00", today.minusDays(4).toString());
        books.writeOff(finance, first, "5.00", today.minusDays(3).toString());
        books.reverse(
                finance,
                books.pay(finance, customer, "300.00", today.minusDays(2).toString()),
                today.minusDays(1).toString());
    }

    @Test
    void shows_what_moved_the_account_and_what_is_due_when() {
        aHistory();

        JsonPath statement = mine(today.minusDays(10));

        assertThat(statement.getString("customerCode")).isEqualTo("C" + customer);
        assertThat(statement.getList("currencies.currency")).isEqualTo(List.of("CNY"));
        assertThat(statement.getMap("currencies[0].opening"))
                .isEqualTo(Map.of("outstanding", "100.00", "unapplied", "0.00", "balance", "100.00"));
        assertThat(statement.getList("currencies[0].lines.nodes.kind"))
                .isEqualTo(List.of("INVOICE", "PAYMENT", "ADJUSTMENT", "PAYMENT", "PAYMENT_REVERSED"));
        assertThat(statement.getList("currencies[0].lines.nodes.amount"))
                .isEqualTo(List.of("60.00", "-30.00", "-5.00", "-300.00", "300.00"));
        assertThat(statement.getList("currencies[0].lines.nodes.balance"))
                .isEqualTo(List.of("160.00", "130.00", "125.00", "-175.00", "125.00"));
        assertThat(statement.getString("currencies[0].charges")).isEqualTo("360.00");
        assertThat(statement.getString("currencies[0].credits")).isEqualTo("335.00");
        assertThat(statement.getMap("currencies[0].closing"))
                .isEqualTo(Map.of("outstanding", "125.00", "unapplied", "0.00", "balance", "125.00"));
        assertThat(statement.getList("currencies[0].dues.amount")).isEqualTo(List.of("65.00", "60.00"));
        assertThat(statement.getList("currencies[0].dues.daysPastDue")).isEqualTo(List.of(9, 0));
    }

    @Test
    void tells_of_unapplied_cash_apart_and_takes_it_off_the_balance() {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        books.pay(finance, customer, "130.00", today.minusDays(2).toString());

        JsonPath statement = mine(today.minusDays(1));

        assertThat(statement.getMap("currencies[0].closing"))
                .isEqualTo(Map.of("outstanding", "0.00", "unapplied", "30.00", "balance", "-30.00"));
        assertThat(statement.getList("currencies[0].dues")).isEmpty();
        assertThat(statement.getInt("currencies[0].lines.totalCount")).isZero();
    }

    @Test
    void staff_read_the_same_paper_as_the_partner() {
        aHistory();
        String document = "{ statementOfAccount(customerId: \"" + id() + "\", from: \"" + today.minusDays(10) + "\") { "
                + ALL + " } }";

        Map<String, Object> partners = mine(today.minusDays(10)).getMap("");

        assertThat(client.ask(finance, document).<String, Object>getMap("data.statementOfAccount"))
                .isEqualTo(partners);
        assertThat(client.ask(rep, document).<String, Object>getMap("data.statementOfAccount"))
                .isEqualTo(partners);
    }

    @Test
    void somebody_elses_statement_does_not_exist() {
        aHistory();
        Actor other = tenancy.user(tenant, Role.REP, null);
        String document = "{ statementOfAccount(customerId: \"" + id() + "\") { customerCode } }";

        JsonPath answer = client.ask(other, document);
        assertThat(answer.getList("errors")).isNull();
        assertThat(answer.getMap("data")).containsEntry("statementOfAccount", null);
        assertThat(file(other, id() + ".csv", "").statusCode()).isEqualTo(404);
        assertThat(file(partner, id() + ".csv", "").statusCode()).isEqualTo(403);
        assertThat(file(finance, "mine.csv", "").statusCode()).isEqualTo(403);
        assertThat(given().get("/statements/mine.csv").statusCode()).isEqualTo(401);
    }

    @Test
    void a_period_that_is_none_is_refused() {
        assertThat(client.ask(
                                partner,
                                "{ myStatement(from: \"" + today + "\", to: \"" + today.minusDays(1) + "\") { from } }")
                        .getString("errors[0].extensions.code"))
                .isEqualTo("DATE_ORDER");
        assertThat(client.ask(partner, "{ myStatement(to: \"" + today.plusDays(1) + "\") { from } }")
                        .getString("errors[0].extensions.code"))
                .isEqualTo("AS_OF_IN_FUTURE");
        assertThat(client.ask(partner, "{ myStatement(from: \"1899-12-31\") { from } }")
                        .getString("errors[0].extensions.code"))
                .isEqualTo("INVALID_VALUE");
    }

    private Response file(Actor actor, String name, String query) {
        return given().auth().oauth2(client.token(actor)).get("/statements/" + name + query);
    }

    @Test
    void the_csv_opens_in_a_spreadsheet_and_computes_nothing() {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(3), today.plusDays(9));
        books.pay(finance, customer, "30.00", today.minusDays(2).toString(), "=HYPERLINK(\"http://x\",\"y\")");

        Response answer = file(partner, "mine.csv", "?lang=en&from=" + today.minusDays(9));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv").contains("charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains("attachment", ".csv");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        List<String> rows = answer.asString().lines().toList();
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0))
                .endsWith("Currency,Date,Entry,Number,Reference,Due date,Charge,Credit,Balance,Outstanding documents");
        assertThat(rows.get(1)).isEqualTo("CNY," + today.minusDays(10) + ",Opening balance,,,,,,0.00,0.00");
        assertThat(rows.get(2)).endsWith(",," + today.plusDays(9) + ",100.00,,100.00,");
        assertThat(rows.get(3)).contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",,,30.00,70.00,");
        assertThat(rows.get(4)).isEqualTo("CNY," + today + ",Closing balance,,,,,,70.00,70.00");
        assertThat(rows.get(5)).isEqualTo("CNY," + today + ",What is due when,,," + today.plusDays(9) + ",,,,70.00");
    }

    @ParameterizedTest
    @CsvSource({
        "'',zh-CN,对账单,zh-CN",
        "'','en-GB,zh;q=0.5',Statement of account,en",
        "'',fr,Statement of account,en",
        "zh-CN,en,对账单,zh-CN"
    })
    void the_page_speaks_the_language_that_is_asked_for(
            String parameter, String ranked, String title, String language) {
        aHistory();

        Response answer = given().auth()
                .oauth2(client.token(finance))
                .header("Accept-Language", ranked)
                .get("/statements/" + id() + ".html?lang=" + parameter);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.asString())
                .contains("<html lang=\"" + language + "\">", "<h1>" + title + "</h1>", "size: A4");
    }

    @Test
    void the_page_groups_thousands_and_escapes_what_others_wrote() {
        tenancy.invoice(tenant, customer, "1234567.80", today.minusDays(3), today.plusDays(9));
        books.pay(finance, customer, "1300000.00", today.toString(), "<script>alert(1)</script>");

        String page = file(partner, "mine.html", "?lang=en&from=" + today.minusDays(9))
                .asString();

        assertThat(page)
                .contains(">1,234,567.80<", ">−65,432.20<", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2026-02-30,400,BAD_INPUT",
        "?lang=fr,400,INVALID_VALUE",
        "?from=2026-02-02&to=2026-02-01,400,DATE_ORDER"
    })
    void what_cannot_be_answered_is_refused_in_the_usual_form(String query, int status, String code) {
        Response answer = file(partner, "mine.html", query);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("errors[0].extensions.code")).isEqualTo(code);
    }
}
