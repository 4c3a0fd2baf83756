package io.huikuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.contact.AutomaticCause;
import io.huikuan.contact.AutomaticContact;
import io.huikuan.contact.AutomaticContacts;
import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.Taking;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A rep is in a hurry before the long holiday. He asks whether it is the hour, calls at noon all the same, calls too often, and has to say why each time; the service itself, which has no
 * reasons, waits. The distributor says when he likes to be called, the manager reads who called when, and the administrator, who would like to call until midnight, learns that he cannot.
 */
@QuarkusTest
class GuardRailScenarioTest {

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    AutomaticContacts automatic;

    private Actor tenant;
    private Api admin;
    private Api manager;
    private Api rep;
    private Api distributor;
    private String customer;
    private String owner;

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @Test
    void nobody_is_called_at_table_or_followed_without_end() {
        a_distributor_before_the_holiday();

        now("2026-09-29T11:50");
        assertThat(advice()).isEqualTo("[NOON_REST], next 14:00, best 15:30");
        assertThat(calls("11:50", null)).containsExactly("OUTSIDE_CONTACT_HOURS");
        now("2026-09-29T14:00");
        assertThat(calls("14:00", null)).isEmpty();
        now("2026-09-29T15:30");
        assertThat(calls("15:30", null)).isEmpty();
        now("2026-09-29T16:30");
        assertThat(advice()).isEqualTo("[DAY_CAP], next 09:00, best 15:30");
        assertThat(calls("16:30", null)).containsExactly("CONTACT_CAP");
        assertThat(calls("16:30", "He asked for the account number once more.")).isEmpty();
        assertThat(mail())
                .as("two calls and one with a reason are enough for a day")
                .isEqualTo("DAY_CAP 09-30 09:00");

        now("2026-09-30T20:00");
        assertThat(mail()).as("the holiday begins tomorrow").isEqualTo("QUIET_HOURS 10-08 09:00");
        now("2026-10-08T08:00");
        assertThat(mail()).isEqualTo("QUIET_HOURS 10-08 09:00");
        now("2026-10-08T09:00");
        assertThat(mail()).isEqualTo("taken");
        now("2026-10-10T09:00");
        assertThat(mail())
                .as("a Saturday that is worked, but two days of quiet")
                .isEqualTo("QUIET_DAYS 10-12 09:00");

        his_own_word();
        what_the_manager_reads();
        what_no_administrator_can();
    }

    /** The owner works in the evening and says so himself. */
    private void his_own_word() {
        now("2026-10-12T20:30");
        assertThat(calls("20:30", null)).containsExactly("OUTSIDE_CONTACT_HOURS");
        distributor.done(
                "saveMyContactPerson",
                "SaveMyContactPersonInput",
                "contactPerson { id }",
                Map.of(
                        "id", owner,
                        "version", 1,
                        "name", "Demo Owner",
                        "preferredFrom", "19:00",
                        "preferredTo", "21:30"));
        assertThat(calls("20:30", null)).isEmpty();
        now("2026-10-13T10:00");
        assertThat(calls("10:00", null)).containsExactly("OUTSIDE_CONTACT_HOURS");
    }

    private void what_the_manager_reads() {
        JsonPath read = manager.ask(
                "{ contactExceptions { nodes { outside outsideReason recordedBy { name } } } contactConduct(from: \"2026-09-01\") {"
                        + " nodes { user { name } contacts outside } } }");
        assertThat(read.<String>getList("data.contactExceptions.nodes.outsideReason"))
                .containsExactly("He asked for the account number once more.");
        assertThat(read.<String>getList("data.contactExceptions.nodes[0].outside"))
                .containsExactly("DAY_CAP");
        assertThat(read.getInt("data.contactConduct.nodes[0].contacts")).isEqualTo(4);
        assertThat(read.getInt("data.contactConduct.nodes[0].outside")).isEqualTo(1);
    }

    private void what_no_administrator_can() {
        assertThat(policy("quietFrom", "23:59")).containsExactly("BELOW_FLOOR");
        assertThat(policy("quietFrom", "19:00")).isEmpty();
        assertThat(admin.ask(
                                "{ auditEvents(filter: {kind: [GUARD_RAILS_CHANGED, GUARD_RAILS_PASSED]}) { nodes { kind } } }")
                        .<String>getList("data.auditEvents.nodes.kind"))
                .containsExactly("GUARD_RAILS_CHANGED", "GUARD_RAILS_PASSED");
    }

    private List<String> policy(String field, String time) {
        return Api.codes(admin.mutate(
                "updateContactPolicy",
                "UpdateContactPolicyInput",
                Map.of("version", 0, field, time),
                "contactPolicy",
                "version"));
    }

    private void a_distributor_before_the_holiday() {
        tenant = tenancy.tenant("Asia/Shanghai");
        now("2026-09-28T09:00");
        admin = Api.as(tenant, Role.ADMIN, "admin");
        manager = Api.as(tenant, Role.MANAGER, "manager");
        rep = Api.as(tenant, Role.REP, "rep");
        admin.done(
                "setHolidays",
                "SetHolidaysInput",
                "settings { version }",
                Map.of("year", 2026, "holidays", nationalDay()));
        customer = admin.done(
                        "createCustomer",
                        "CreateCustomerInput",
                        "customer { id }",
                        Map.of("code", "D1", "name", "Demo Distributor", "ownerId", rep.userId()))
                .getString("customer.id");
        distributor = Api.partner(tenant, "D1");
        owner = rep.done(
                        "saveContactPerson",
                        "SaveContactPersonInput",
                        "contactPerson { id }",
                        Map.of("customerId", customer, "name", "Demo Owner"))
                .getString("contactPerson.id");
    }

    private static List<Map<String, Object>> nationalDay() {
        List<Map<String, Object>> days = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            days.add(Map.of("date", "2026-10-0" + day, "name", "National day", "workday", false));
        }
        days.add(Map.of("date", "2026-10-10", "name", "Made up for it", "workday", true));
        return days;
    }

    private void now(String local) {
        clock.set(LocalDateTime.parse(local).atZone(tenant.zone()).toInstant());
    }

    /** Whether he may call the owner now, and when. */
    private String advice() {
        JsonPath told = rep.ask("{ contactAdvice(channel: PHONE, customerId: \"" + customer + "\", contactPersonId: \""
                        + owner + "\") { against nextAt bestAt } }")
                .setRootPath("data.contactAdvice");
        return told.getList("against") + ", next " + hour(told.getString("nextAt")) + ", best "
                + hour(told.getString("bestAt"));
    }

    private String hour(String moment) {
        return LocalDateTime.ofInstant(java.time.Instant.parse(moment), tenant.zone())
                .toLocalTime()
                .toString();
    }

    /** Why the call to the owner at this time of the day is not entered; nothing when it is. */
    private List<String> calls(String time, String reasonOrNull) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "customerId",
                customer,
                "contactPersonId",
                owner,
                "channel",
                "PHONE",
                "outcome",
                "REACHED",
                "occurredAt",
                tenancy.today(tenant) + "T" + time + ":00+08:00",
                "summary",
                "Asked for the money."));
        input.put("outsideReason", reasonOrNull);
        return Api.codes(rep.mutate("logContact", "LogContactInput", input, "contactRecord", "id"));
    }

    /** What the service is told that is about to write to the owner by itself. */
    private String mail() {
        AutomaticContact mail = new AutomaticContact(
                NodeId.uuidOf(customer),
                Optional.of(NodeId.uuidOf(owner)),
                ContactChannel.EMAIL,
                AutomaticCause.STRATEGY,
                Uuids.next());
        Taking taking = tenancy.call(tenant, () -> automatic.take(mail));
        return taking instanceof Taking.Refused refused ? refused.rail() + " " + moment(refused) : "taken";
    }

    private String moment(Taking.Refused refused) {
        return LocalDateTime.ofInstant(refused.next().orElseThrow(), tenant.zone())
                .format(java.time.format.DateTimeFormatter.ofPattern("MM-dd HH:mm", java.util.Locale.ROOT));
    }
}
