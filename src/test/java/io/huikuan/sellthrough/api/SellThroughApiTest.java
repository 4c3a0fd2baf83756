package io.huikuan.sellthrough.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.ActingAs;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.platform.bootstrap.NewTenant;
import io.huikuan.platform.bootstrap.TenantIntroduction;
import io.huikuan.platform.security.TokenIssuer;
import io.huikuan.platform.security.TokenRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sell-through as a client meets it: by token, over HTTP. */
@QuarkusTest
class SellThroughApiTest {

    private static final String CYCLE =
            "{ id rate threshold cycleStartedOn cycleEndedOn reachedOn availableValue { amount currency } soldValue { amount }"
                    + " customer { code } products { sku name available sold onHand rate lastReportedOn } }";

    @Inject
    TenantIntroduction introduction;

    @Inject
    TokenIssuer tokens;

    @Inject
    ActingAs actingAs;

    @Inject
    Sql sql;

    private final String tenantCode = "sth-" + UUID.randomUUID();
    private Actor tenant;
    private UUID customer;

    @BeforeEach
    void a_tenant_has_a_customer() {
        tenant = introduction.introduce(new NewTenant(tenantCode, "Demo", ZoneId.of("Asia/Shanghai"), "CNY"));
        customer = customer("DD07");
    }

    @Test
    void a_delivery_and_reports_are_answered_with_the_cycle() {
        JsonPath delivered = ask(
                Role.FINANCE,
                "mutation($input: RecordDeliveryInput!) { recordDelivery(input: $input) { sellThrough " + CYCLE
                        + " userErrors { code field } } }",
                delivery("D1", "2026-10-01", "10.00", "CNY"));

        assertThat(delivered.getList("data.recordDelivery.userErrors")).isEmpty();
        assertThat(delivered.getString("data.recordDelivery.sellThrough.availableValue.amount"))
                .isEqualTo("1000.00");
        assertThat(delivered.getString("data.recordDelivery.sellThrough.customer.code"))
                .isEqualTo("DD07");

        JsonPath reported = ask(
                Role.FINANCE,
                "mutation($input: ReportSellOutInput!) { reportSellOut(input: $input) { sellThrough " + CYCLE
                        + " userErrors { code field } } }",
                Map.of(
                        "customerId", id(),
                        "reportedOn", "2026-10-05",
                        "lines", List.of(Map.of("sku", "A", "sold", "80"))));

        String cycle = "data.reportSellOut.sellThrough.";
        assertThat(reported.getString(cycle + "rate")).isEqualTo("0.8000");
        assertThat(reported.getString(cycle + "reachedOn")).isEqualTo("2026-10-05");
        assertThat(reported.getString(cycle + "cycleEndedOn")).isNull();
        assertThat(reported.getString(cycle + "products[0].onHand")).isEqualTo("20");
        assertThat(reported.getString(cycle + "products[0].lastReportedOn")).isEqualTo("2026-10-05");
    }

    @Test
    void a_customer_shows_its_current_cycle_and_the_cycle_is_a_node() {
        customer("DD08");
        recordDelivery("D1");

        JsonPath listed = ask(
                Role.FINANCE,
                "{ customers { nodes { code sellThrough { id products { sku } customer { code } } } } }",
                null);
        assertThat(listed.getString("data.customers.nodes.find { it.code == 'DD08' }.sellThrough"))
                .isNull();
        String id = listed.getString("data.customers.nodes.find { it.code == 'DD07' }.sellThrough.id");

        JsonPath node = ask(Role.FINANCE, "{ node(id: \"" + id + "\") { id ... on SellThrough { rate } } }", null);
        assertThat(node.getString("data.node.rate")).isEqualTo("0.0000");
        JsonPath hidden = ask(Role.REP, "{ node(id: \"" + id + "\") { id } }", null);
        assertThat(hidden.getString("data.node")).isNull();
        assertThat(hidden.getList("errors")).isNull();
    }

    @Test
    void another_currency_is_refused_at_its_field() {
        JsonPath refused = ask(
                Role.FINANCE,
                "mutation($input: RecordDeliveryInput!) { recordDelivery(input: $input) { sellThrough { id } userErrors { code field } } }",
                delivery("D1", "2026-10-01", "10.00", "USD"));

        assertThat(refused.getString("data.recordDelivery.sellThrough")).isNull();
        assertThat(refused.getString("data.recordDelivery.userErrors[0].code")).isEqualTo("CURRENCY_MISMATCH");
        assertThat(refused.getList("data.recordDelivery.userErrors[0].field"))
                .isEqualTo(List.of("lines", "0", "unitPrice", "currency"));
    }

    @Test
    void an_id_that_is_no_customers_is_not_found() {
        for (String id :
                List.of("nonsense", NodeId.of(NodeKind.CUSTOMER, Uuids.next()), id().replace("cus_", "rcv_"))) {
            JsonPath refused = ask(
                    Role.FINANCE,
                    "mutation($input: ReportSellOutInput!) { reportSellOut(input: $input) { userErrors { code field } } }",
                    Map.of(
                            "customerId",
                            id,
                            "reportedOn",
                            "2026-10-05",
                            "lines",
                            List.of(Map.of("sku", "A", "sold", "80"))));

            assertThat(refused.getString("data.reportSellOut.userErrors[0].code"))
                    .isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void one_of_sold_and_on_hand_is_needed() {
        for (Map<String, String> line : List.of(Map.of("sku", "A"), Map.of("sku", "A", "sold", "1", "onHand", "1"))) {
            JsonPath refused = ask(
                    Role.FINANCE,
                    "mutation($input: ReportSellOutInput!) { reportSellOut(input: $input) { userErrors { code field } } }",
                    Map.of("customerId", id(), "reportedOn", "2026-10-05", "lines", List.of(line)));

            assertThat(refused.getString("data.reportSellOut.userErrors[0].code"))
                    .isEqualTo("EXACTLY_ONE");
        }
    }

    @Test
    void a_partner_reports_its_own_stock_and_sees_no_more_than_that() {
        recordDelivery("D1");

        JsonPath reported = ask(
                Role.PARTNER,
                "mutation($input: ReportMySellOutInput!) { reportMySellOut(input: $input) {"
                        + " sellThrough { cycleStartedOn rate products { sku name available sold onHand rate lastReportedOn } }"
                        + " userErrors { code } } }",
                Map.of("reportedOn", "2026-10-05", "lines", List.of(Map.of("sku", "A", "onHand", "25"))));

        assertThat(reported.getString("data.reportMySellOut.sellThrough.rate")).isEqualTo("0.7500");
        assertThat(reported.getString("data.reportMySellOut.sellThrough.products[0].sold"))
                .isEqualTo("75");
    }

    @Test
    void who_is_no_partner_has_no_report_of_his_own_and_a_partner_records_nothing_else() {
        JsonPath own = ask(
                Role.FINANCE,
                "mutation($input: ReportMySellOutInput!) { reportMySellOut(input: $input) { userErrors { code } } }",
                Map.of("reportedOn", "2026-10-05", "lines", List.of(Map.of("sku", "A", "sold", "1"))));
        JsonPath delivery = ask(
                Role.PARTNER,
                "mutation($input: RecordDeliveryInput!) { recordDelivery(input: $input) { userErrors { code } } }",
                delivery("D1", "2026-10-01", "10.00", "CNY"));

        assertThat(own.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        assertThat(delivery.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
    }

    private void recordDelivery(String number) {
        ask(
                Role.FINANCE,
                "mutation($input: RecordDeliveryInput!) { recordDelivery(input: $input) { userErrors { code } } }",
                delivery(number, "2026-10-01", "10.00", "CNY"));
    }

    private Map<String, Object> delivery(String number, String day, String price, String currency) {
        return Map.of(
                "customerId",
                id(),
                "number",
                number,
                "deliveredOn",
                day,
                "lines",
                List.of(Map.of(
                        "sku", "A",
                        "name", "Product A",
                        "quantity", "100",
                        "unitPrice", Map.of("amount", price, "currency", currency))));
    }

    private String id() {
        return NodeId.of(NodeKind.CUSTOMER, customer);
    }

    private UUID customer(String code) {
        UUID id = Uuids.next();
        actingAs.run(
                tenant,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> sql.of("""
                                insert into customer (tenant_id, id, version, code, name, kind, status, created_at)
                                values (:tenant, :id, 1, :code, 'Demo Distributor', 'DISTRIBUTOR', 'ACTIVE', now())""").bind("id", id).bind("code", code).update()));
        return id;
    }

    private JsonPath ask(Role role, String document, Map<String, Object> input) {
        String token = tokens.issue(new TokenRequest(
                tenantCode,
                role.name(),
                "Demo",
                Optional.empty(),
                Set.of(role),
                Optional.empty(),
                role == Role.PARTNER ? Optional.of("DD07") : Optional.empty(),
                Duration.ofHours(1)));
        Map<String, Object> body = input == null
                ? Map.of("query", document)
                : Map.of("query", document, "variables", Map.of("input", input));
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .when()
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
