package io.huikuan.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
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

@QuarkusTest
class MySellOutImportTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Client client;

    @Inject
    Sql sql;

    private Actor tenant;
    private UUID customer;
    private UUID other;
    private Actor partner;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        customer = tenancy.customer(tenant, null, null);
        other = tenancy.customer(tenant, null, null);
        partner = tenancy.partner(tenant, customer);
        today = tenancy.today(tenant);
    }

    private Response send(Actor actor, String query, String... lines) {
        return given().auth()
                .oauth2(client.token(actor))
                .contentType("text/csv")
                .body(String.join("\n", lines) + "\n")
                .post("/imports/my-sell-out" + query);
    }

    private List<String> reports() {
        return tenancy.call(
                tenant,
                () -> sql.of("""
                select customer_id, sku, coalesce(sold, on_hand) as units from sell_out_report
                where tenant_id = :tenant order by sku""")
                        .list(row -> (row.uuid("customer_id").equals(customer) ? "own " : "other ") + row.text("sku")
                                + " " + row.number("units").stripTrailingZeros().toPlainString()));
    }

    @Test
    void a_partner_loads_its_own_sell_out_with_or_without_its_code() {
        JsonPath answer = send(
                        partner,
                        "",
                        "customer_code,reported_on,sku,sold,on_hand",
                        "," + today + ",A,5,",
                        "C" + customer + "," + today + ",B,,7")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("kind")).isEqualTo("my-sell-out");
        assertThat(answer.getInt("created")).isEqualTo(2);
        assertThat(reports()).isEqualTo(List.of("own A 5", "own B 7"));
        assertThat(send(partner, "", "reported_on,sku,sold", today + ",A,5")
                        .jsonPath()
                        .getInt("unchanged"))
                .isEqualTo(1);
        assertThat(send(partner, "?dryRun=true", "reported_on,sku,sold", today + ",A,6")
                        .jsonPath()
                        .getInt("updated"))
                .isEqualTo(1);
        assertThat(reports()).contains("own A 5");
    }

    @Test
    void every_row_that_is_wrong_is_named_and_nothing_is_loaded() {
        JsonPath answer = send(
                        partner,
                        "",
                        "reported_on,sku,sold,on_hand",
                        today + ",A,5,",
                        today + ",B,5,5",
                        today + ",A,6,",
                        today + ",C,-1,",
                        "yesterday,D,1,")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(answer.getList("errors.row")).isEqualTo(List.of(3, 4, 5, 6));
        assertThat(answer.getList("errors.code"))
                .isEqualTo(List.of("EXACTLY_ONE", "REPEATED_ROW", "INVALID_VALUE", "BAD_INPUT"));
        assertThat(answer.getList("errors.column")).isEqualTo(List.of("sold", "sold", "sold", "reported_on"));
        assertThat(reports()).isEmpty();
        assertThat(send(partner, "", "reported_on,sku,sold", today.plusDays(1) + ",A,5")
                        .jsonPath()
                        .getList("errors.code"))
                .isEqualTo(List.of("DATE_IN_FUTURE"));
    }

    @Test
    void another_customers_code_is_answered_as_one_that_nobody_has() {
        List<Object> answers = java.util.stream.Stream.of("C" + other, "nobody")
                .map(code -> send(partner, "", "customer_code,reported_on,sku,sold", code + "," + today + ",A,5")
                        .then()
                        .statusCode(422)
                        .extract()
                        .jsonPath()
                        .get("errors"))
                .toList();

        assertThat(answers.get(0)).isEqualTo(answers.get(1));
        assertThat(answers.get(0))
                .isEqualTo(List.of(Map.of(
                        "row",
                        2,
                        "column",
                        "customer_code",
                        "code",
                        "NOT_FOUND",
                        "message",
                        "This is not your code: you can only report of yourself.")));
        assertThat(reports()).isEmpty();
    }

    @Test
    void only_a_partner_loads_it_and_it_loads_nothing_else() {
        assertThat(send(tenancy.user(tenant, Role.FINANCE, null), "", "reported_on,sku,sold")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().auth()
                        .oauth2(client.token(partner))
                        .contentType("text/csv")
                        .body("x")
                        .post("/imports/sell-out")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().auth()
                        .oauth2(client.token(partner))
                        .contentType("text/csv")
                        .header("Content-Encoding", "gzip")
                        .body("x")
                        .post("/imports/my-sell-out")
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(partner, "", "reported_on,sku,sold", "x".repeat(2 << 20))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_form_is_told_which_line_is_wrong_and_of_which_product() {
        JsonPath answer = client.ask(
                partner,
                "mutation($input: ReportMySellOutInput!) { reportMySellOut(input: $input) { userErrors { code field message } } }",
                Map.of(
                        "input",
                        Map.of(
                                "reportedOn",
                                today.toString(),
                                "lines",
                                List.of(
                                        Map.of("sku", "A", "sold", "1"),
                                        Map.of("sku", "B", "sold", "1", "onHand", "2"),
                                        Map.of("sku", "A", "sold", "-1")))));

        assertThat(answer.getList("data.reportMySellOut.userErrors.message"))
                .isEqualTo(List.of(
                        "Line 2, B: Give either the units sold or the units on hand.",
                        "Line 3, A: Units are zero or more.",
                        "Line 3, A: A report names a product once."));
    }
}
