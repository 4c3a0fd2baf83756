package io.huikuan.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarLinkTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    Sql sql;

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
        partner = tenancy.partner(tenant, customer);
        today = tenancy.today(tenant);
    }

    private String create() {
        return client.ask(partner, "mutation { createMyCalendarLink { path userErrors { code } } }")
                .getString("data.createMyCalendarLink.path");
    }

    private boolean revoke() {
        return client.ask(partner, "mutation { revokeMyCalendarLink { revoked userErrors { code } } }")
                .getBoolean("data.revokeMyCalendarLink.revoked");
    }

    private static String day(LocalDate date) {
        return date.toString().replace("-", "");
    }

    @Test
    void a_link_leads_to_the_open_installments_without_a_token() {
        UUID late = tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        tenancy.invoice(tenant, customer, "60.00", today.minusDays(5), today.plusDays(9), today.plusDays(40));
        tenancy.invoice(tenant, tenancy.customer(tenant, null, null), "77.00", today.minusDays(40), today);
        books.pay(finance, customer, "30.00", today.toString());

        Response answer = given().get(create());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/calendar; charset=UTF-8");
        assertThat(answer.header("Cache-Control")).contains("private");
        String calendar = answer.asString();
        assertThat(calendar.split("BEGIN:VEVENT", -1)).hasSize(4);
        assertThat(calendar)
                .contains("DTSTART;VALUE=DATE:" + day(today.minusDays(9)))
                .contains("DTSTART;VALUE=DATE:" + day(today.plusDays(40)))
                .contains("SEQUENCE:1\r\n", "SEQUENCE:0\r\n")
                .doesNotContain("77.00");
        assertThat(calendar.replace("\r\n ", "")).contains("SUMMARY:Due CNY 70.00 · INV-" + late);
    }

    @Test
    void what_changed_keeps_its_name_and_gets_a_later_revision() {
        UUID invoice = tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));
        String path = create();
        Response before = given().get(path);
        assertThat(given().header("If-None-Match", before.header("ETag"))
                        .get(path)
                        .statusCode())
                .isEqualTo(304);

        UUID payment = books.pay(finance, customer, "30.00", today.toString());
        Response after = given().header("If-None-Match", before.header("ETag")).get(path);

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(uid(after)).isEqualTo(uid(before)).endsWith("@huikuan");
        assertThat(after.asString()).contains("SEQUENCE:1\r\n");
        books.reverse(finance, payment, today.toString());
        assertThat(given().get(path).asString()).contains("SEQUENCE:2\r\n");
        books.pay(finance, customer, "100.00", today.toString());
        assertThat(given().get(path).asString()).doesNotContain("VEVENT");
        assertThat(invoice).isNotNull();
    }

    private static String uid(Response calendar) {
        return calendar.asString()
                .lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_speaks_chinese_where_that_is_asked_for() {
        tenancy.invoice(tenant, customer, "100.00", today.minusDays(40), today.minusDays(9));

        assertThat(given().get(create() + "?lang=zh-CN").asString().replace("\r\n ", ""))
                .contains("SUMMARY:应付 CNY 100.00 · INV-", "第 1 期");
    }

    @Test
    void a_new_link_ends_the_one_before_and_a_revoked_one_leads_nowhere() {
        String first = create();
        String second = create();
        assertThat(given().get(first).statusCode()).isEqualTo(404);
        assertThat(given().get(second).statusCode()).isEqualTo(200);
        assertThat(client.ask(partner, "{ myCalendarLink { createdAt } }").getString("data.myCalendarLink.createdAt"))
                .isNotNull();

        assertThat(revoke()).isTrue();
        assertThat(given().get(second).statusCode()).isEqualTo(404);
        assertThat(revoke()).isFalse();
        assertThat(client.ask(partner, "{ myCalendarLink { createdAt } }").<Object>get("data.myCalendarLink"))
                .isNull();
    }

    @Test
    void links_made_at_once_leave_one() throws Exception {
        create();

        List<String> paths = AtOnce.on(6, any -> create());

        assertThat(paths).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(paths)
                .filteredOn(path -> given().get(path).statusCode() == 200)
                .hasSize(1);
    }

    @Test
    void what_is_unknown_is_not_found_whatever_is_wrong_with_it() {
        String path = create();
        String other = tenancy.tenant("Asia/Shanghai").tenant().toString();
        String nobody = "/calendar/" + UUID.randomUUID() + path.substring(path.lastIndexOf('/'));

        for (String wrong : List.of(
                path.replace(tenant.tenant().toString(), other),
                nobody,
                path.replace(".ics", ""),
                path.substring(0, path.length() - 6) + "AA.ics",
                "/calendar/x/y.ics")) {
            assertThat(given().get(wrong).statusCode()).as(wrong).isEqualTo(404);
        }
    }

    @Test
    void only_the_hash_of_the_secret_is_stored() {
        String path = create();
        String secret = path.substring(path.lastIndexOf('/') + 1).replace(".ics", "");
        assertThat(secret).hasSize(43);

        List<String> stored = tenancy.call(
                tenant,
                () -> sql.of("select cast(l as text) as text from calendar_link l where l.tenant_id = :tenant")
                        .list(row -> row.text("text")));
        assertThat(stored).hasSize(1).noneMatch(row -> row.contains(secret));
    }

    @Test
    void a_link_is_as_good_as_the_person() {
        String path = create();
        String user = client.ask(partner, "{ viewer { user { id } } }").getString("data.viewer.user.id");

        tenancy.run(
                tenant,
                () -> sql.of("update app_user set active = false where tenant_id = :tenant and id = :id")
                        .bind("id", NodeId.uuidOf(user))
                        .update());

        assertThat(given().get(path).statusCode()).isEqualTo(404);
    }
}
