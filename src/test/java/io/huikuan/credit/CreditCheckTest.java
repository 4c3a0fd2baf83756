package io.huikuan.credit;

import static io.huikuan.credit.CreditWorld.blocking;
import static io.huikuan.credit.CreditWorld.cny;
import static io.huikuan.credit.CreditWorld.codes;
import static io.huikuan.credit.CreditWorld.id;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Statements;
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

/** The credit check, as an ERP asks it. */
@QuarkusTest
class CreditCheckTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    CreditWorld world;

    private Actor tenant;
    private Actor finance;
    private UUID customer;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        today = tenancy.today(tenant);
    }

    private JsonPath order(String number, String amount, boolean onlyIfAllowed) {
        return world.change(
                finance,
                "recordCreditOrder",
                "RecordCreditOrderInput",
                Map.of(
                        "customerId",
                        id(customer),
                        "number",
                        number,
                        "amount",
                        cny(amount),
                        "onlyIfAllowed",
                        onlyIfAllowed),
                "order { number amount { amount } on }");
    }

    private String exposure() {
        return world.check(finance, customer, "0").getString("standing.exposures[0].exposure");
    }

    @Test
    void exposure_is_what_is_outstanding_less_what_is_unapplied_plus_open_orders() {
        world.limit(finance, customer, "1000.00");
        tenancy.invoice(tenant, customer, "400.00", today.minusDays(9), today.plusDays(20));
        assertThat(exposure()).isEqualTo("400.00");
        books.pay(finance, customer, "450.00", today.toString());
        assertThat(exposure()).isEqualTo("-50.00");
        order("SO-1", "700.00", true);
        assertThat(exposure()).isEqualTo("650.00");
        JsonPath check = world.check(finance, customer, "350.00");
        assertThat(check.getBoolean("allowed")).isTrue();
        assertThat(check.getString("availableAfter.amount")).isEqualTo("0.00");
        assertThat(blocking(world.check(finance, customer, "350.01"))).isEqualTo(List.of("LIMIT_USED"));
    }

    @Test
    void an_order_is_not_counted_beside_itself_and_goes_when_it_is_invoiced() {
        world.limit(finance, customer, "1000.00");
        order("SO-1", "900.00", true);

        JsonPath again = client.ask(
                finance,
                "query($amount: MoneyInput!) { creditCheck(customerId: \"" + id(customer)
                        + "\", orderAmount: $amount, orderNumber: \"SO-1\") { allowed } }",
                Map.of("amount", cny("1000.00")));
        assertThat(again.getBoolean("data.creditCheck.allowed")).isTrue();
        assertThat(codes(order("SO-1", "1000.00", true))).isEmpty();
        assertThat(codes(order("SO-1", "1000.01", true))).isEqualTo(List.of("CREDIT_BLOCKED"));
        assertThat(codes(order("SO-1", "0", true))).isEmpty();
        assertThat(world.check(finance, customer, "0").getList("standing.exposures"))
                .isEmpty();
    }

    @Test
    void what_was_recorded_of_orders_stays_and_shows_what_is_open() {
        order("SO-1", "900.00", true);
        order("SO-2", "10.00", true);
        order("SO-1", "400.00", true);
        order("SO-2", "0", true);
        String document =
                "{ creditOrders(filter: {open: %s}) { totalCount nodes { number amount { amount } recordedBy { id } customer { code } } } }";

        assertThat(client.ask(finance, document.formatted("true")).getList("data.creditOrders.nodes.amount.amount"))
                .isEqualTo(List.of("400.00"));
        assertThat(client.ask(finance, document.formatted("false")).getList("data.creditOrders.nodes.amount.amount"))
                .isEqualTo(List.of("0.00", "10.00", "900.00"));
        assertThat(client.ask(tenancy.user(tenant, Role.REP, null), document.formatted("true"))
                        .getInt("data.creditOrders.totalCount"))
                .isZero();
    }

    @Test
    void what_lessens_an_order_is_never_refused_and_what_is_only_told_is_not_either() {
        assertThat(codes(order("SO-1", "500.00", true))).isEmpty();
        world.limit(finance, customer, "100.00");

        assertThat(codes(order("SO-1", "400.00", true))).isEmpty();
        assertThat(codes(order("SO-2", "1.00", true))).isEqualTo(List.of("CREDIT_BLOCKED"));
        assertThat(codes(order("SO-2", "1.00", false))).isEmpty();
        assertThat(exposure()).isEqualTo("401.00");
    }

    @Test
    void a_number_belongs_to_one_customer() {
        order("SO-1", "1.00", true);
        customer = tenancy.customer(tenant, null, null);

        assertThat(codes(order("SO-1", "1.00", true))).isEqualTo(List.of("DUPLICATE_NUMBER"));
    }

    @Test
    void of_ten_orders_at_once_as_many_are_taken_as_the_limit_has_room_for() throws Exception {
        world.limit(finance, customer, "1000.00");

        List<List<String>> codes = AtOnce.on(10, i -> codes(order("SO-" + i, "300.00", true)));

        assertThat(codes).filteredOn(List::isEmpty).hasSize(3);
        assertThat(codes).filteredOn(List.of("CREDIT_BLOCKED")::equals).hasSize(7);
        assertThat(exposure()).isEqualTo("900.00");
    }

    @Test
    void a_check_reads_by_one_statement_however_much_there_is_to_read() {
        world.limit(finance, customer, "100000.00");
        String document = "{ creditCheck(customerId: \"" + id(customer)
                + "\", orderAmount: {amount: \"1.00\", currency: \"CNY\"}) { allowed verdicts { rule outcome } standing {"
                + " limitAmount { amount } exposures { currency exposure } holds { id } rules { rule } } } }";
        int few = Statements.during(() -> client.ask(finance, document));
        for (int i = 0; i < 20; i++) {
            tenancy.invoice(tenant, customer, "10.00", today.minusDays(90), today.minusDays(i));
            order("SO-" + i, "1.00", false);
            world.hold(finance, customer);
        }

        assertThat(Statements.during(() -> client.ask(finance, document))).isEqualTo(few);
        assertThat(few).isLessThan(10);
    }

    @Test
    void the_credit_of_many_customers_is_read_at_once() {
        String document =
                "{ customers(first: 50) { nodes { code status creditLimit { amount } credit { version exposures { exposure }"
                        + " holds { id placedBy { id } } } creditLimits { nodes { number } } creditAssessments { nodes { number } } } } }";
        int few = Statements.during(() -> client.ask(finance, document));
        for (int i = 0; i < 5; i++) {
            UUID another = tenancy.customer(tenant, null, null);
            world.limit(finance, another, "1.00");
            world.hold(finance, another);
        }

        assertThat(Statements.during(() -> client.ask(finance, document))).isLessThanOrEqualTo(few + 1);
    }

    private Response rest(Actor actor, String query) {
        return given().header("Authorization", "Bearer " + client.token(actor)).get("/credit-checks" + query);
    }

    @Test
    void the_twin_over_http_says_the_same() {
        world.limit(finance, customer, "1000.00");
        tenancy.invoice(tenant, customer, "400.00", today.minusDays(9), today.plusDays(20));
        world.hold(finance, customer);
        String code = client.ask(finance, "{ customer(id: \"" + id(customer) + "\") { code } }")
                .getString("data.customer.code");

        Response answer = rest(finance, "?customer=" + code + "&amount=700.00&currency=CNY");
        JsonPath twin = answer.then().statusCode(200).extract().jsonPath();
        JsonPath check = world.check(finance, customer, "700.00");

        assertThat(twin.getBoolean("allowed")).isFalse().isEqualTo(check.getBoolean("allowed"));
        for (String part : List.of("rule", "outcome", "blocks", "reason", "source")) {
            assertThat(twin.getList("verdicts." + part)).isEqualTo(check.getList("verdicts." + part));
        }
        assertThat(twin.getString("availableAfter.amount")).isEqualTo("-100.00");
        assertThat(twin.getString("standing.exposures[0].exposure")).isEqualTo("400.00");
        assertThat(twin.getString("customer.status")).isEqualTo("ON_HOLD");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(rest(finance, "?customer=" + id(customer) + "&amount=1&currency=CNY")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_twin_refuses_as_http_does() {
        Actor rep = tenancy.user(tenant, Role.REP, null);
        Actor partner = tenancy.partner(tenant, customer);
        String query = "?customer=" + id(customer) + "&amount=1&currency=CNY";

        assertThat(given().get("/credit-checks" + query).statusCode()).isEqualTo(401);
        assertThat(rest(partner, query).statusCode()).isEqualTo(403);
        assertThat(rest(rep, query).statusCode()).isEqualTo(404);
        for (String wrong : List.of(
                "",
                "?customer=x",
                "?customer=x&amount=1e3&currency=CNY",
                "?customer=" + id(customer) + "&amount=-1&currency=CNY",
                "?customer=" + id(customer) + "&amount=1&currency=QQQ",
                "?customer=" + id(customer) + "&amount=1&currency=CNY&stage=NEVER")) {
            assertThat(rest(finance, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void a_question_that_makes_no_sense_has_its_code() {
        String order = "orderAmount: {amount: \"1.00\", currency: \"CNY\"}";
        assertThat(code("creditCheck(" + order + ") { allowed }")).isEqualTo("EXACTLY_ONE");
        assertThat(
                        code(
                                "creditCheck(customerCode: \"x\", orderAmount: {amount: \"-1\", currency: \"CNY\"}) { allowed }"))
                .isEqualTo("INVALID_VALUE");
        assertThat(code("customer(id: \"" + id(customer) + "\") { credit(asOf: \"" + today.plusDays(1)
                        + "\") { version } }"))
                .isEqualTo("AS_OF_IN_FUTURE");
    }

    private String code(String query) {
        return client.ask(finance, "{ " + query + " }").getString("errors[0].extensions.code");
    }

    @Test
    void a_partner_sees_limit_and_room_and_nothing_else() {
        Actor partner = tenancy.partner(tenant, customer);
        world.limit(finance, customer, "1000.00");
        tenancy.invoice(tenant, customer, "400.00", today.minusDays(9), today.plusDays(20));
        world.hold(finance, customer);

        assertThat(client.ask(
                                partner,
                                "{ myCredit { limit { amount } validUntil used { amount } available { amount } supplyStopped } }")
                        .getMap("data.myCredit"))
                .containsEntry("limit", Map.of("amount", "1000.00"))
                .containsEntry("used", Map.of("amount", "400.00"))
                .containsEntry("available", Map.of("amount", "600.00"))
                .containsEntry("supplyStopped", true);
    }
}
