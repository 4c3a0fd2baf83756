package io.huikuan.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantSettingsTest {

    private static final String ALL = """
            version agingBuckets dueSoonDays sellThroughThreshold businessDayRoll jobHour planGraceDays brokenPlanPolicy
            autoApplyUnapplied closedThrough defaultTerms { installments { share days endOfMonth } }
            planAutoApproval { maxTotal { amount currency } maxInstallments maxDays minFirstShare }""";

    @Inject
    Tenancy tenancy;

    @Inject
    TenantSettingsService settings;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Api admin;

    @BeforeEach
    void newTenant() {
        tenant = tenancy.tenant("Asia/Shanghai");
        admin = Api.as(tenant, Role.ADMIN, "admin");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private JsonPath update(Map<String, ?> input) {
        return admin.mutate("updateTenantSettings", "UpdateTenantSettingsInput", input, "settings", ALL);
    }

    private JsonPath setHolidays(int year, List<?> holidays) {
        return admin.mutate(
                "setHolidays",
                "SetHolidaysInput",
                Map.of("year", year, "holidays", holidays),
                "settings",
                "version holidays(year: " + year + ") { date name workday }");
    }

    @Test
    void the_viewer_is_told_who_asks_and_on_which_day() {
        clock.setNoon(LocalDate.of(2026, 3, 1), tenant.zone());
        JsonPath viewer = admin.ask(
                "{ viewer { user { id name email roles region active } tenant { id code timeZone baseCurrency businessDate } } }");

        assertThat(viewer.getString("data.viewer.user.email")).isEqualTo("admin@example.com");
        assertThat(viewer.getList("data.viewer.user.roles")).isEqualTo(List.of("ADMIN"));
        assertThat(viewer.getString("data.viewer.tenant.code")).isEqualTo(tenant.tenantCode());
        assertThat(viewer.getString("data.viewer.tenant.businessDate")).isEqualTo("2026-03-01");
    }

    @Test
    void a_new_tenant_has_the_defaults() {
        JsonPath found = admin.ask("{ tenantSettings { " + ALL + " } }").setRootPath("data.tenantSettings");

        assertThat(found.getList("agingBuckets")).isEqualTo(List.of(30, 60, 90));
        assertThat(found.getInt("dueSoonDays")).isEqualTo(7);
        assertThat(found.getString("sellThroughThreshold")).isEqualTo("0.8");
        assertThat(found.getString("defaultTerms.installments[0].share")).isEqualTo("1");
        assertThat(found.getInt("defaultTerms.installments[0].days")).isEqualTo(30);
        assertThat(found.getString("planAutoApproval")).isNull();
    }

    @Test
    void settings_change_and_what_is_absent_stays() {
        JsonPath changed = update(Map.of(
                "version", 1,
                "agingBuckets", List.of(15, 45),
                "defaultTerms",
                        Map.of(
                                "installments",
                                List.of(
                                        Map.of("share", "0.3", "days", 0),
                                        Map.of("share", "0.7", "days", 60, "endOfMonth", true))),
                "planAutoApproval",
                        Map.of(
                                "maxTotal",
                                Map.of("amount", "5000", "currency", "CNY"),
                                "maxInstallments",
                                3,
                                "maxDays",
                                90,
                                "minFirstShare",
                                "0.2")));

        assertThat(Api.codes(changed)).isEmpty();
        assertThat(changed.getInt("settings.version")).isEqualTo(2);
        assertThat(changed.getList("settings.agingBuckets")).isEqualTo(List.of(15, 45));
        assertThat(changed.getBoolean("settings.defaultTerms.installments[1].endOfMonth"))
                .isTrue();
        assertThat(changed.getString("settings.planAutoApproval.maxTotal.amount"))
                .isEqualTo("5000.00");
        assertThat(changed.getInt("settings.dueSoonDays")).isEqualTo(7);

        JsonPath cleared = update(Map.of("version", 2, "clear", List.of("PLAN_AUTO_APPROVAL")));
        assertThat(cleared.getString("settings.planAutoApproval")).isNull();
        assertThat(cleared.getList("settings.agingBuckets")).isEqualTo(List.of(15, 45));
    }

    @Test
    void an_old_version_is_stale() {
        update(Map.of("version", 1, "dueSoonDays", 3));

        JsonPath refused = update(Map.of("version", 1, "dueSoonDays", 5));
        assertThat(Api.codes(refused)).containsExactly("STALE");
        assertThat(refused.getString("settings")).isNull();
    }

    @Test
    void all_that_is_wrong_is_told_at_once_and_nothing_is_changed() {
        JsonPath refused = update(Map.of(
                "version",
                1,
                "agingBuckets",
                List.of(30, 30),
                "dueSoonDays",
                -1,
                "sellThroughThreshold",
                "1.1",
                "jobHour",
                24,
                "planGraceDays",
                3,
                "defaultTerms",
                Map.of("installments", List.of(Map.of("share", "0.5", "days", 1))),
                "planAutoApproval",
                Map.of(
                        "maxTotal",
                        Map.of("amount", "5.001", "currency", "CNY"),
                        "maxInstallments",
                        0,
                        "maxDays",
                        90,
                        "minFirstShare",
                        "0.2")));

        assertThat(Api.fields(refused))
                .containsExactlyInAnyOrder(
                        "agingBuckets",
                        "dueSoonDays",
                        "sellThroughThreshold",
                        "jobHour",
                        "defaultTerms.installments",
                        "planAutoApproval.maxTotal.amount",
                        "planAutoApproval.maxInstallments");
        assertThat(Api.codes(refused)).contains("SUM_MISMATCH", "TOO_MANY_DECIMALS", "INVALID_VALUE");
        assertThat(tenancy.call(tenant, settings::current).planGraceDays()).isEqualTo(7);
    }

    @Test
    void a_period_is_closed_through_the_business_date_at_most_and_opened_again() {
        clock.setNoon(LocalDate.of(2026, 3, 31), tenant.zone());

        assertThat(Api.codes(update(Map.of("version", 1, "closedThrough", "2026-04-01"))))
                .containsExactly("DATE_IN_FUTURE");
        assertThat(Api.codes(update(Map.of("version", 1, "closedThrough", "2026-03-31"))))
                .isEmpty();
        assertThat(tenancy.call(tenant, settings::current).closes(LocalDate.of(2026, 3, 31)))
                .isTrue();
        assertThat(Api.codes(update(Map.of("version", 2, "closedThrough", "2026-02-28"))))
                .isEmpty();
        assertThat(tenancy.call(tenant, settings::current).closes(LocalDate.of(2026, 3, 1)))
                .isFalse();
        assertThat(update(Map.of("version", 3, "clear", List.of("CLOSED_THROUGH")))
                        .getString("settings.closedThrough"))
                .isNull();
    }

    @Test
    void holidays_replace_those_of_their_year_and_move_business_days() {
        setHolidays(2027, List.of(Map.of("date", "2027-01-01", "name", "New Year")));
        JsonPath set = setHolidays(
                2026,
                List.of(
                        Map.of("date", "2026-10-01", "name", "National Day"),
                        Map.of("date", "2026-10-10", "name", "Make-up day", "workday", true)));
        assertThat(set.getList("settings.holidays.date")).isEqualTo(List.of("2026-10-01", "2026-10-10"));

        var calendar = tenancy.call(tenant, settings::calendar);
        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 10, 10))).isTrue();

        setHolidays(2026, List.of());
        calendar = tenancy.call(tenant, settings::calendar);
        assertThat(calendar.isBusinessDay(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(calendar.isBusinessDay(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void impossible_holidays_are_refused() {
        JsonPath refused = setHolidays(
                2026,
                List.of(
                        Map.of("date", "2027-10-01", "name", "Next year"),
                        Map.of("date", "2026-10-07", "name", " "),
                        Map.of("date", "2026-10-07", "name", "Twice"),
                        Map.of("date", "2026-10-08", "name", "A Thursday", "workday", true)));

        assertThat(Api.fields(refused))
                .containsExactly("holidays.0.date", "holidays.1.name", "holidays.2.date", "holidays.3.workday");
    }

    @Test
    void a_repeat_under_one_client_key_changes_nothing_and_answers_the_same() {
        Map<String, ?> input = Map.of("version", 1, "dueSoonDays", 3, "clientKey", "k1");

        assertThat(update(input).getInt("settings.version")).isEqualTo(2);
        assertThat(update(input).getInt("settings.version")).isEqualTo(2);
        assertThat(Api.codes(update(Map.of("version", 2, "dueSoonDays", 4, "clientKey", "k1"))))
                .containsExactly("CLIENT_KEY_REUSED");
    }

    @Test
    void settings_are_for_an_admin_only() {
        for (Role role : List.of(Role.FINANCE, Role.MANAGER, Role.REP)) {
            JsonPath answer = Api.as(tenant, role, "not-admin-" + role).ask("{ tenantSettings { version } }");
            assertThat(answer.getString("data.tenantSettings")).isNull();
            assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void the_people_of_the_tenant_are_paged_by_name() {
        Api.as(tenant, Role.REP, "b-rep").userId();
        Api.as(tenant, Role.REP, "c-rep").userId();
        Api.as(tenant, Role.FINANCE, "a-finance").userId();
        Api.as(tenancy.tenant("Asia/Shanghai"), Role.REP, "a-stranger").userId();
        admin.userId();

        JsonPath first =
                admin.ask("{ users(first: 2) { nodes { name } pageInfo { hasNextPage endCursor } totalCount } }");
        assertThat(first.getList("data.users.nodes.name")).isEqualTo(List.of("a-finance", "admin"));
        assertThat(first.getInt("data.users.totalCount")).isEqualTo(4);
        JsonPath second = admin.ask("{ users(first: 2, after: \"" + first.getString("data.users.pageInfo.endCursor")
                + "\") { nodes { name } pageInfo { hasNextPage } } }");
        assertThat(second.getList("data.users.nodes.name")).isEqualTo(List.of("b-rep", "c-rep"));
        assertThat(second.getBoolean("data.users.pageInfo.hasNextPage")).isFalse();
        assertThat(admin.ask("{ users(role: FINANCE) { nodes { name } } }").getList("data.users.nodes.name"))
                .isEqualTo(List.of("a-finance"));
    }

    @Test
    void a_manager_of_a_region_sees_no_partners_among_the_people() {
        Api.as(tenant, Role.MANAGER, "East", "manager").userId();
        admin.mutate(
                "createCustomer",
                "CreateCustomerInput",
                Map.of("clientKey", "k", "code", "D1", "name", "Demo Distributor", "kind", "DISTRIBUTOR"),
                "customer",
                "id");
        Api.partner(tenant, "D1").ask("{ viewer { user { id } } }");
        String people = "{ users(first: 100) { nodes { roles } totalCount } }";

        JsonPath seen = Api.as(tenant, Role.MANAGER, "East", "manager").ask(people);

        assertThat(seen.getString("data.users.nodes.roles")).doesNotContain("PARTNER");
        assertThat(seen.getInt("data.users.totalCount"))
                .isEqualTo(seen.getList("data.users.nodes").size());
        assertThat(admin.ask(people).getString("data.users.nodes.roles")).contains("PARTNER");
    }

    @Test
    void terms_keep_their_text_form() {
        PaymentTerms terms = PaymentTerms.ofText("0.3:0,0.7:60E");

        assertThat(terms.asText()).isEqualTo("0.3:0,0.7:60E");
        assertThat(PaymentTerms.parse("1 : 30 ", "terms")).isEqualTo(Outcome.done(PaymentTerms.net(30)));
        for (String wrong : List.of("", "30", "1:", "1:30,", "1:30X", "1:99999999", "0.5:30", "-1:30", "1e0:30")) {
            assertThat(PaymentTerms.parse(wrong, "terms").errors()).as(wrong).isNotEmpty();
        }
    }
}
