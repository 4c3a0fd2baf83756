package io.huikuan.contact;

import static io.huikuan.contact.ContactWorld.call;
import static io.huikuan.contact.ContactWorld.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.support.Api;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactExceptionsTest {

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    ContactWorld world;

    private Actor tenant;
    private Api manager;
    private Api east;
    private Api west;
    private UUID eastern;
    private UUID western;

    @BeforeEach
    void two_regions() {
        tenant = world.tenant("2026-11-29T18:00");
        manager = Api.as(tenant, Role.MANAGER, "manager");
        east = Api.as(tenant, Role.REP, "East", "rep east");
        west = Api.as(tenant, Role.REP, "West", "rep west");
        eastern = tenancy.customer(tenant, east.userUuid(), "East");
        western = tenancy.customer(tenant, west.userUuid(), "West");
        call(east, eastern, "2026-11-24T10:00");
        call(east, eastern, "2026-11-24T12:00", "outsideReason", "He eats late.");
        call(east, eastern, "2026-11-25T21:00", "outsideReason", "The ship was late.");
        call(west, western, "2026-11-24T10:00");
        call(west, western, "2026-11-24T10:10");
        call(west, western, "2026-11-24T10:20", "outsideReason", "We were cut off.");
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private static List<String> reasons(Api person, String arguments) {
        return person.ask("{ contactExceptions" + arguments + " { nodes { outsideReason } totalCount } }")
                .getList("data.contactExceptions.nodes.outsideReason");
    }

    private static List<String> conduct(Api person, String arguments) {
        JsonPath answer = person.ask("{ contactConduct" + arguments
                + " { nodes { user { name } contacts outside outsideHours aboveCap } totalCount } }");
        List<String> told = new ArrayList<>();
        for (int i = 0; i < answer.getInt("data.contactConduct.totalCount"); i++) {
            JsonPath one = answer.setRootPath("data.contactConduct.nodes[" + i + "]");
            told.add(one.getString("user.name") + " " + one.getInt("outside") + " of " + one.getInt("contacts")
                    + ", hours " + one.getInt("outsideHours") + ", caps " + one.getInt("aboveCap"));
            answer.setRootPath("");
        }
        return told;
    }

    @Test
    void a_manager_sees_who_did_it_and_why_the_newest_first() {
        assertThat(reasons(manager, "")).containsExactly("The ship was late.", "He eats late.", "We were cut off.");
        JsonPath newest = manager.ask(
                        "{ contactExceptions(first: 1) { nodes { outside customer { id } recordedBy { name } } totalCount } }")
                .setRootPath("data.contactExceptions");
        assertThat(newest.getInt("totalCount")).isEqualTo(3);
        assertThat(newest.<String>getList("nodes[0].outside")).containsExactly("QUIET_HOURS");
        assertThat(newest.getString("nodes[0].customer.id")).isEqualTo(NodeId.of(NodeKind.CUSTOMER, eastern));
        assertThat(newest.getString("nodes[0].recordedBy.name")).isEqualTo("rep east");
    }

    @Test
    void the_list_is_told_page_by_page() {
        String end = manager.ask("{ contactExceptions(first: 2) { pageInfo { hasNextPage endCursor } } }")
                .getString("data.contactExceptions.pageInfo.endCursor");

        assertThat(reasons(manager, "(first: 2, after: \"" + end + "\")")).containsExactly("We were cut off.");
    }

    @Test
    void it_can_be_asked_for_by_days_customers_persons_and_rails() {
        assertThat(reasons(manager, "(filter: {from: \"2026-11-25\"})")).containsExactly("The ship was late.");
        assertThat(reasons(manager, "(filter: {to: \"2026-11-24\"})"))
                .containsExactly("He eats late.", "We were cut off.");
        assertThat(reasons(manager, "(filter: {customerId: \"" + NodeId.of(NodeKind.CUSTOMER, western) + "\"})"))
                .containsExactly("We were cut off.");
        assertThat(reasons(manager, "(filter: {recordedById: \"" + east.userId() + "\"})"))
                .hasSize(2);
        assertThat(reasons(manager, "(filter: {outside: [DAY_CAP, NOON_REST]})"))
                .containsExactly("He eats late.", "We were cut off.");
        assertThat(reasons(manager, "(filter: {customerId: \"nonsense\"})")).isEmpty();
    }

    @Test
    void each_person_is_told_with_how_many_contacts_it_made() {
        assertThat(conduct(manager, ""))
                .containsExactly("rep east 2 of 3, hours 2, caps 0", "rep west 1 of 3, hours 0, caps 1");
        assertThat(conduct(manager, "(from: \"2026-11-25\", to: \"2026-11-25\")"))
                .containsExactly("rep east 1 of 1, hours 1, caps 0");
        assertThat(manager.ask("{ contactConduct(from: \"2026-11-25\", to: \"2026-11-24\") { totalCount } }")
                        .<String>getList("errors.extensions.code"))
                .containsExactly("DATE_ORDER");
    }

    @Test
    void the_list_of_people_is_told_page_by_page() {
        String end = manager.ask("{ contactConduct(first: 1) { pageInfo { endCursor } } }")
                .getString("data.contactConduct.pageInfo.endCursor");

        assertThat(manager.ask("{ contactConduct(first: 1, after: \"" + end + "\") { nodes { user { name } } } }")
                        .<String>getList("data.contactConduct.nodes.user.name"))
                .containsExactly("rep west");
    }

    @Test
    void a_manager_of_a_region_sees_its_customers_and_a_rep_sees_no_list() {
        Api ofEast = Api.as(tenant, Role.MANAGER, "East", "manager east");
        assertThat(reasons(ofEast, "")).containsExactly("The ship was late.", "He eats late.");
        assertThat(conduct(ofEast, "")).containsExactly("rep east 2 of 3, hours 2, caps 0");
        assertThat(reasons(Api.as(tenancy.tenant("Asia/Shanghai"), Role.MANAGER, "manager"), ""))
                .isEmpty();
        assertThat(east.ask("{ contactExceptions { totalCount } }").<String>getList("errors.extensions.code"))
                .containsExactly("FORBIDDEN");
    }

    @Test
    void before_the_call_a_rep_is_told_whether_it_is_the_hour() {
        String buyer = person(east, eastern, "preferredFrom", "16:00", "preferredTo", "17:00");
        person(east, eastern, "preferredFrom", "10:00", "preferredTo", "17:00");
        world.now("2026-11-26T12:10");

        assertThat(advice(east, eastern, "")).isEqualTo("[NOON_REST] 2026-11-26T06:00:00Z 2026-11-26T07:30:00Z 0 3");
        assertThat(advice(east, eastern, ", contactPersonId: \"" + buyer + "\""))
                .isEqualTo("[NOON_REST] 2026-11-26T08:00:00Z 2026-11-26T08:00:00Z 0 3");
        world.now("2026-11-26T10:00");
        assertThat(advice(east, eastern, "")).isEqualTo("[] 2026-11-26T02:00:00Z 2026-11-26T07:30:00Z 0 3");
        assertThat(advice(west, eastern, "")).isNull();
        assertThat(advice(west, western, ", contactPersonId: \"" + buyer + "\""))
                .isNull();
    }

    private static String advice(Api person, UUID customer, String more) {
        JsonPath answer =
                person.ask("{ contactAdvice(channel: PHONE, customerId: \"" + NodeId.of(NodeKind.CUSTOMER, customer)
                        + "\"" + more + ") { against nextAt bestAt today thisWeek timeZone } }");
        if (answer.get("data.contactAdvice") == null) {
            return null;
        }
        JsonPath told = answer.setRootPath("data.contactAdvice");
        return told.getList("against") + " " + told.getString("nextAt") + " " + told.getString("bestAt") + " "
                + told.getInt("today") + " " + told.getInt("thisWeek");
    }
}
