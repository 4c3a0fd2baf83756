package io.huikuan.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.platform.live.LiveClient;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartnerAlertTest {

    private static final String LIST =
            "{ myAlerts { totalCount nodes { id kind raisedAt installment { receivableNumber dueDate balance { amount } timing } } } }";

    @TestHTTPResource("/graphql")
    URI address;

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    AlertKeeper keeper;

    private Actor tenant;
    private Actor finance;
    private UUID customer;
    private UUID other;
    private Actor partner;
    private LocalDate today;

    @BeforeEach
    void open() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        customer = tenancy.customer(tenant, null, null);
        other = tenancy.customer(tenant, null, null);
        partner = tenancy.partner(tenant, customer);
        today = tenancy.today(tenant);
    }

    private void judge() {
        tenancy.run(tenant, () -> keeper.judgeInstallments(today));
    }

    @Test
    void a_partner_sees_what_of_its_own_is_due_and_nothing_of_others() {
        UUID late = tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(5), today.plusDays(3));
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(5), today.plusDays(30));
        tenancy.invoice(tenant, other, "77.00", today.minusDays(40), today.minusDays(9));
        judge();

        JsonPath alerts = client.ask(partner, LIST).setRootPath("data.myAlerts");

        assertThat(alerts.getInt("totalCount")).isEqualTo(2);
        assertThat(alerts.<String>getList("nodes.kind"))
                .containsExactlyInAnyOrder("INSTALLMENT_OVERDUE", "INSTALLMENT_DUE_SOON");
        assertThat(alerts.getMap("nodes.find { it.kind == 'INSTALLMENT_OVERDUE' }.installment"))
                .containsEntry("receivableNumber", "INV-" + late)
                .containsEntry("timing", "OVERDUE");
        books.pay(finance, customer, "160.00", today.toString());
        judge();
        assertThat(client.ask(partner, LIST).getInt("data.myAlerts.totalCount")).isZero();
    }

    @Test
    void what_somebody_at_the_supplier_put_aside_is_still_the_partners_to_see() {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        judge();
        String id = client.ask(finance, "{ alerts { nodes { id } } }").getString("data.alerts.nodes[0].id");
        client.ask(
                finance,
                "mutation { snoozeAlert(input: {id: \"" + id + "\", until: \"" + today.plusDays(3)
                        + "\"}) { userErrors { code } } }");

        assertThat(client.ask(partner, LIST).getInt("data.myAlerts.totalCount")).isEqualTo(1);
    }

    @Test
    void it_comes_live_to_the_partner_whose_it_is() throws InterruptedException {
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(90), today.minusDays(4));
        String document = "subscription { myAlertRaised { kind installment { balance { amount } receivableNumber } } }";

        try (LiveClient hearing = LiveClient.acknowledged(socket(), client.token(partner));
                LiveClient deaf = LiveClient.acknowledged(socket(), client.token(tenancy.partner(tenant, other)))) {
            hearing.subscribe("1", document);
            deaf.subscribe("1", document);
            Thread.sleep(500);
            judge();

            JsonObject answer = hearing.next().getJsonObject("payload");
            assertThat(answer.getValue("errors")).isNull();
            JsonObject alert = answer.getJsonObject("data").getJsonObject("myAlertRaised");
            assertThat(alert.getString("kind")).isEqualTo("INSTALLMENT_OVERDUE");
            assertThat(alert.getJsonObject("installment")
                            .getJsonObject("balance")
                            .getString("amount"))
                    .isEqualTo("60.00");
            assertThat(hearing.nextSoon()).isNull();
            assertThat(deaf.nextSoon()).isNull();
        }
    }

    @Test
    void staff_and_partners_each_have_a_subscription_of_their_own() throws InterruptedException {
        for (var refused : List.of(
                List.of(client.token(finance), "subscription { myAlertRaised { kind } }"),
                List.of(client.token(partner), "subscription { alertRaised { title } }"))) {
            try (LiveClient socket = LiveClient.acknowledged(socket(), refused.get(0))) {
                socket.subscribe("1", refused.get(1));

                JsonObject answer = socket.next();
                assertThat(answer.getString("type")).isEqualTo("error");
                assertThat(answer.encode()).contains("FORBIDDEN");
            }
        }
    }

    private URI socket() {
        return URI.create(address.toString().replaceFirst("^http", "ws"));
    }
}
