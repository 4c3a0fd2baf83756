package io.huikuan.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Api;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContactPolicyTest {

    private static final String ALL = "version bestAt noonFrom noonTo quietFrom quietTo perDay perWeek quietDays";

    @Inject
    Tenancy tenancy;

    @Inject
    Sql sql;

    private Actor tenant;
    private Api admin;

    @BeforeEach
    void newTenant() {
        tenant = tenancy.tenant("Asia/Shanghai");
        admin = Api.as(tenant, Role.ADMIN, "admin");
    }

    private static Map<String, Object> policy(Api person) {
        return person.ask("{ contactPolicy { " + ALL + " } }").getMap("data.contactPolicy");
    }

    private static JsonPath change(Api person, int version, Object... fields) {
        Map<String, Object> input = new HashMap<>(Map.of("version", version));
        for (int i = 0; i < fields.length; i += 2) {
            input.put((String) fields[i], fields[i + 1]);
        }
        return person.mutate("updateContactPolicy", "UpdateContactPolicyInput", input, "contactPolicy", ALL);
    }

    private List<String> told() {
        return admin.ask("{ auditEvents(filter: {kind: [GUARD_RAILS_CHANGED]}) { nodes { what who user { name } } } }")
                .getList("data.auditEvents.nodes.what");
    }

    @Test
    void until_somebody_decides_the_windows_are_those_of_the_field() {
        assertThat(policy(Api.as(tenant, Role.REP, "rep")))
                .isEqualTo(Map.of(
                        "version", 0,
                        "bestAt", "15:30",
                        "noonFrom", "11:45",
                        "noonTo", "14:00",
                        "quietFrom", "20:00",
                        "quietTo", "09:00",
                        "perDay", 2,
                        "perWeek", 5,
                        "quietDays", 2));
    }

    @Test
    void an_administrator_changes_it_and_the_audit_log_tells_the_old_and_the_new() {
        JsonPath made = change(admin, 0, "quietFrom", "19:00", "perDay", 1);

        assertThat(Api.codes(made)).isEmpty();
        assertThat(made.<String, Object>getMap("contactPolicy"))
                .containsEntry("version", 1)
                .containsEntry("quietFrom", "19:00")
                .containsEntry("perDay", 1)
                .containsEntry("quietTo", "09:00");
        assertThat(policy(admin)).isEqualTo(made.getMap("contactPolicy"));
        assertThat(told()).containsExactly("contactPolicy 1: quietFrom 20:00 > 19:00, perDay 2 > 1");
        JsonPath line =
                admin.ask("{ auditEvents(filter: {kind: [GUARD_RAILS_CHANGED]}) { nodes { who user { name } } } }");
        assertThat(line.getString("data.auditEvents.nodes[0].who")).isEqualTo("admin");
        assertThat(line.getString("data.auditEvents.nodes[0].user.name")).isEqualTo("admin");
    }

    @Test
    void what_changes_everything_is_told_to_the_end() {
        change(
                admin,
                0,
                "bestAt",
                "16:00",
                "noonFrom",
                "11:30",
                "noonTo",
                "14:30",
                "quietFrom",
                "19:30",
                "quietTo",
                "09:30",
                "perDay",
                3,
                "perWeek",
                10,
                "quietDays",
                60);

        assertThat(told())
                .containsExactly(
                        "contactPolicy 1: bestAt 15:30 > 16:00, noonFrom 11:45 > 11:30, noonTo 14:00 > 14:30,"
                                + " quietFrom 20:00 > 19:30, quietTo 09:00 > 09:30, perDay 2 > 3, perWeek 5 > 10, quietDays 2 > 60");
    }

    @Test
    void what_changes_nothing_is_no_version_and_no_line() {
        assertThat(change(admin, 0, "perDay", 2).getInt("contactPolicy.version"))
                .isZero();
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"noonFrom, 12:00, 12:01", "noonTo, 13:30, 13:29", "quietFrom, 21:00, 21:01", "quietTo, 08:00, 07:59"})
    void no_administrator_opens_noon_or_night(String field, String last, String beyond) {
        JsonPath refused = change(admin, 0, field, beyond);
        assertThat(Api.codes(refused)).containsExactly("BELOW_FLOOR");
        assertThat(Api.fields(refused)).containsExactly(field);
        assertThat(policy(admin)).containsEntry("version", 0);

        assertThat(change(admin, 0, field, last).getString("contactPolicy." + field))
                .isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"perDay, 3, 4", "perWeek, 10, 11", "quietDays, 1, 0"})
    void no_administrator_lets_anybody_be_followed_without_end(String field, int last, int beyond) {
        assertThat(Api.codes(change(admin, 0, field, beyond))).containsExactly("BELOW_FLOOR");

        assertThat(change(admin, 0, field, last).getInt("contactPolicy." + field))
                .isEqualTo(last);
    }

    @Test
    void a_policy_must_make_sense() {
        assertThat(Api.fields(change(admin, 0, "bestAt", "9:30"))).containsExactly("bestAt");
        assertThat(Api.fields(change(admin, 0, "bestAt", "11:45"))).containsExactly("bestAt");
        assertThat(Api.fields(change(admin, 0, "bestAt", "20:00"))).containsExactly("bestAt");
        assertThat(Api.fields(change(admin, 0, "quietFrom", "15:30"))).containsExactly("bestAt");
        assertThat(Api.fields(change(admin, 0, "perWeek", 1))).containsExactly("perWeek");
        assertThat(Api.codes(change(admin, 0, "perDay", 0, "quietDays", 61)))
                .containsExactly("INVALID_VALUE", "INVALID_VALUE");
        assertThat(Api.codes(change(admin, 0, "bestAt", "14:00"))).isEmpty();
    }

    @Test
    void of_two_administrators_the_second_must_read_again() {
        assertThat(Api.codes(change(admin, 0, "perDay", 1))).isEmpty();

        assertThat(Api.codes(change(Api.as(tenant, Role.ADMIN, "other"), 0, "perWeek", 4)))
                .containsExactly("STALE");
        assertThat(policy(admin)).containsEntry("perWeek", 5).containsEntry("version", 1);
    }

    @Test
    void of_many_at_the_same_moment_one_decides() throws InterruptedException, ExecutionException {
        List<String> codes = AtOnce.on(
                8, i -> Api.codes(change(admin, 0, "quietDays", 10 + i)).toString());

        assertThat(codes).containsOnlyOnce("[]").contains("[STALE]");
        assertThat(policy(admin)).containsEntry("version", 1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_repeat_under_one_client_key_changes_once() {
        change(admin, 0, "clientKey", "k", "perDay", 1);

        assertThat(change(admin, 0, "clientKey", "k", "perDay", 1).getInt("contactPolicy.version"))
                .isEqualTo(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void every_version_stays_and_belongs_to_its_tenant() {
        change(admin, 0, "perDay", 1);
        change(admin, 1, "perDay", 3);

        assertThat(tenancy.call(
                        tenant,
                        () -> sql.of(
                                        "select version, per_day from contact_policy where tenant_id = :tenant order by version")
                                .list(row -> row.integer("version") + ": " + row.integer("per_day"))))
                .containsExactly("1: 1", "2: 3");
        assertThat(policy(Api.as(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, "admin")))
                .containsEntry("version", 0);
    }
}
