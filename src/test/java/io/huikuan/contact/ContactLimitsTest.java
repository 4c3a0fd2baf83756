package io.huikuan.contact;

import static io.huikuan.contact.ContactWorld.call;
import static io.huikuan.contact.ContactWorld.person;
import static io.huikuan.contact.ContactWorld.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Api;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContactLimitsTest {

    private static final String WHY = "He asked me to.";
    private static final List<String> HOURS = List.of("OUTSIDE_CONTACT_HOURS outsideReason");
    private static final List<String> CAP = List.of("CONTACT_CAP outsideReason");

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    ContactWorld world;

    @Inject
    Sql sql;

    private Actor tenant;
    private Api rep;
    private UUID customer;

    @BeforeEach
    void a_house_and_a_customer() {
        tenant = world.tenant("2026-11-29T18:00");
        rep = ContactWorld.rep(tenant);
        customer = world.customer(tenant, rep);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00, 2026-11-24T08:59, QUIET_HOURS",
        "2026-11-24T11:44, 2026-11-24T11:45, NOON_REST",
        "2026-11-24T14:00, 2026-11-24T13:59, NOON_REST",
        "2026-11-24T19:59, 2026-11-24T20:00, QUIET_HOURS",
        "2026-11-27T10:00, 2026-11-28T10:00, DAY_OFF"
    })
    void a_call_outside_of_the_windows_needs_a_reason_and_is_kept_with_one(String inside, String outside, String rail) {
        assertThat(refusals(call(rep, customer, inside))).isEmpty();
        assertThat(refusals(call(rep, customer, outside))).isEqualTo(HOURS);

        JsonPath kept = call(rep, customer, outside, "outsideReason", WHY);
        assertThat(refusals(kept)).isEmpty();
        assertThat(kept.<String>getList("contactRecord.outside")).containsExactly(rail);
        assertThat(kept.getString("contactRecord.outsideReason")).isEqualTo(WHY);
    }

    @Test
    void a_holiday_is_closed_and_a_day_worked_in_its_place_is_open() {
        world.now("2026-10-12T18:00");
        Api.as(tenant, Role.ADMIN, "admin")
                .done(
                        "setHolidays",
                        "SetHolidaysInput",
                        "settings { version }",
                        Map.of(
                                "year",
                                2026,
                                "holidays",
                                List.of(
                                        Map.of("date", "2026-10-07", "name", "National day", "workday", false),
                                        Map.of("date", "2026-10-10", "name", "Made up for it", "workday", true))));

        assertThat(refusals(call(rep, customer, "2026-10-07T10:00"))).isEqualTo(HOURS);
        assertThat(refusals(call(rep, customer, "2026-10-08T10:00"))).isEmpty();
        assertThat(refusals(call(rep, customer, "2026-10-10T10:00"))).isEmpty();
        assertThat(refusals(call(rep, customer, "2026-10-11T10:00"))).isEqualTo(HOURS);
    }

    @Test
    void the_clock_at_the_customers_rules() {
        tenancy.run(
                tenant,
                () -> sql.of("update customer set time_zone = 'Europe/Berlin' where tenant_id = :tenant")
                        .update());

        assertThat(refusals(call(rep, customer, "2026-11-24T15:59")))
                .as("8:59 in Berlin")
                .isEqualTo(HOURS);
        assertThat(refusals(call(rep, customer, "2026-11-24T16:00")))
                .as("9 o'clock")
                .isEmpty();
    }

    @Test
    void what_a_customer_does_is_never_refused_and_never_counted() {
        String buyer = person(rep, customer);
        for (int i = 0; i < 6; i++) {
            assertThat(refusals(call(
                            rep, customer, "2026-11-24T12:0" + i, "direction", "INBOUND", "contactPersonId", buyer)))
                    .isEmpty();
        }
        assertThat(refusals(call(rep, customer, "2026-11-24T10:00", "contactPersonId", buyer)))
                .isEmpty();
    }

    @Test
    void a_reason_that_was_not_needed_is_not_kept() {
        JsonPath made = call(rep, customer, "2026-11-24T10:00", "outsideReason", WHY);

        assertThat(made.<String>getList("contactRecord.outside")).isEmpty();
        assertThat(made.getString("contactRecord.outsideReason")).isNull();
    }

    @Test
    void a_reason_is_a_line_of_at_most_500_characters() {
        assertThat(refusals(call(rep, customer, "2026-11-24T12:00", "outsideReason", " ")))
                .isEqualTo(HOURS);
        assertThat(refusals(call(rep, customer, "2026-11-24T12:00", "outsideReason", "x".repeat(501))))
                .containsExactly("TOO_LONG outsideReason");
        assertThat(refusals(call(rep, customer, "2026-11-24T12:00", "outsideReason", "x".repeat(500))))
                .isEmpty();
    }

    @Test
    void a_person_is_called_twice_a_day_and_five_times_a_week_without_a_reason() {
        String buyer = person(rep, customer);
        String boss = person(rep, customer, "name", "Demo Boss");
        for (String day : List.of("23", "24")) {
            assertThat(refusals(call(rep, customer, "2026-11-" + day + "T10:00", "contactPersonId", buyer)))
                    .isEmpty();
            assertThat(refusals(call(rep, customer, "2026-11-" + day + "T16:00", "contactPersonId", buyer)))
                    .isEmpty();
            assertThat(refusals(call(rep, customer, "2026-11-" + day + "T17:00", "contactPersonId", buyer)))
                    .isEqualTo(CAP);
        }
        assertThat(refusals(call(rep, customer, "2026-11-24T17:00", "contactPersonId", boss)))
                .as("somebody else")
                .isEmpty();
        assertThat(refusals(call(rep, customer, "2026-11-25T10:00", "contactPersonId", buyer)))
                .isEmpty();
        assertThat(refusals(call(rep, customer, "2026-11-26T10:00", "contactPersonId", buyer)))
                .as("the sixth in the week")
                .isEqualTo(CAP);
        assertThat(refusals(call(rep, customer, "2026-11-20T10:00", "contactPersonId", buyer)))
                .as("the Friday before")
                .isEmpty();
        JsonPath kept = call(
                rep, customer, "2026-11-24T18:00", "contactPersonId", buyer, "outsideReason", WHY, "channel", "VISIT");
        assertThat(kept.<String>getList("contactRecord.outside")).containsExactly("DAY_CAP", "WEEK_CAP");
    }

    @Test
    void a_contact_with_nobody_in_particular_counts_against_everybody_there() {
        String buyer = person(rep, customer);
        call(rep, customer, "2026-11-24T10:00");
        call(rep, customer, "2026-11-24T10:30", "contactPersonId", buyer);

        assertThat(refusals(call(rep, customer, "2026-11-24T15:00", "contactPersonId", buyer)))
                .isEqualTo(CAP);
        assertThat(refusals(call(rep, customer, "2026-11-24T15:00")))
                .as("leaving the name out opens nothing")
                .isEqualTo(CAP);
        assertThat(refusals(call(rep, customer, "2026-11-24T15:00", "contactPersonId", person(rep, customer))))
                .isEmpty();
    }

    @Test
    void it_does_not_matter_in_which_order_contacts_are_entered() {
        for (String day : List.of("27", "26", "25", "24", "23")) {
            assertThat(refusals(call(rep, customer, "2026-11-" + day + "T10:00")))
                    .isEmpty();
        }
        assertThat(refusals(call(rep, customer, "2026-11-23T16:00"))).isEqualTo(CAP);
    }

    @Test
    void the_day_is_that_of_the_customers_place() {
        call(rep, customer, "2026-11-24T10:00");
        call(rep, customer, "2026-11-24T16:00");

        assertThat(refusals(call(rep, customer, "2026-11-24T23:59")))
                .containsExactlyInAnyOrder(HOURS.get(0), CAP.get(0));
        assertThat(refusals(call(rep, customer, "2026-11-25T00:00"))).isEqualTo(HOURS);
    }

    @Test
    void a_tenant_may_be_stricter() {
        Api.as(tenant, Role.ADMIN, "admin")
                .done(
                        "updateContactPolicy",
                        "UpdateContactPolicyInput",
                        "contactPolicy { version }",
                        Map.of("version", 0, "quietFrom", "18:00", "perDay", 1));

        assertThat(refusals(call(rep, customer, "2026-11-24T18:00"))).isEqualTo(HOURS);
        assertThat(refusals(call(rep, customer, "2026-11-24T17:59"))).isEmpty();
        assertThat(refusals(call(rep, customer, "2026-11-24T10:00"))).isEqualTo(CAP);
    }

    @Test
    void hours_that_a_rep_notes_open_nothing_and_those_that_the_customer_says_do() {
        String buyer = person(rep, customer, "preferredFrom", "18:00", "preferredTo", "21:30");
        assertThat(refusals(call(rep, customer, "2026-11-24T20:30", "contactPersonId", buyer)))
                .isEqualTo(HOURS);
        assertThat(refusals(call(rep, customer, "2026-11-24T10:00", "contactPersonId", buyer)))
                .isEqualTo(HOURS);
        assertThat(refusals(call(rep, customer, "2026-11-24T18:30", "contactPersonId", buyer)))
                .isEmpty();

        Api partner = Api.partner(tenant, "C" + customer);
        partner.done(
                "saveMyContactPerson",
                "SaveMyContactPersonInput",
                "contactPerson { hoursSaidByCustomer }",
                Map.of(
                        "id",
                        buyer,
                        "version",
                        1,
                        "name",
                        "Demo Buyer",
                        "preferredFrom",
                        "19:00",
                        "preferredTo",
                        "21:30",
                        "preferredDays",
                        List.of("TUESDAY", "SATURDAY")));
        assertThat(refusals(call(rep, customer, "2026-11-24T20:30", "contactPersonId", buyer)))
                .isEmpty();
        assertThat(refusals(call(rep, customer, "2026-11-28T20:30", "contactPersonId", buyer)))
                .isEmpty();
        assertThat(refusals(call(rep, customer, "2026-11-25T19:30", "contactPersonId", buyer)))
                .isEqualTo(HOURS);
    }

    @Test
    void whose_word_the_hours_are_changes_only_with_them() {
        Api partner = Api.partner(tenant, "C" + customer);
        String buyer = partner.done(
                        "saveMyContactPerson",
                        "SaveMyContactPersonInput",
                        "contactPerson { id }",
                        Map.of("name", "Demo Buyer", "preferredFrom", "19:00", "preferredTo", "21:30"))
                .getString("contactPerson.id");

        assertThat(hoursAfter(buyer, 1, "phone", "12345678")).isEqualTo("19:00 21:30 [] true");
        assertThat(hoursAfter(buyer, 2, "preferredTo", "21:00"))
                .as("what the customer said, only the customer unsays")
                .isEqualTo("19:00 21:30 [] true");
        assertThat(hoursAfter(buyer, 3, "preferredDays", List.of("MONDAY"))).isEqualTo("19:00 21:30 [] true");
        partner.done(
                "saveMyContactPerson",
                "SaveMyContactPersonInput",
                "contactPerson { id }",
                Map.of("id", buyer, "version", 3, "name", "Demo Buyer"));
        assertThat(hoursAfter(buyer, 4, "preferredTo", "21:00")).isEqualTo("19:00 21:00 [] false");
    }

    private String hoursAfter(String person, int version, String field, Object value) {
        Map<String, Object> input = new java.util.HashMap<>(Map.of(
                "id",
                person,
                "version",
                version,
                "customerId",
                NodeId.of(NodeKind.CUSTOMER, customer),
                "name",
                "Demo Buyer",
                "preferredFrom",
                "19:00",
                "preferredTo",
                "21:30"));
        input.put(field, value);
        JsonPath saved = rep.done(
                "saveContactPerson",
                "SaveContactPersonInput",
                "contactPerson { preferredFrom preferredTo preferredDays hoursSaidByCustomer }",
                input);
        return saved.getString("contactPerson.preferredFrom") + " " + saved.getString("contactPerson.preferredTo") + " "
                + saved.getList("contactPerson.preferredDays") + " "
                + saved.getBoolean("contactPerson.hoursSaidByCustomer");
    }

    @Test
    void the_hours_of_the_one_person_who_is_known_count_where_no_name_is_given() {
        String buyer = person(rep, customer, "preferredFrom", "15:00", "preferredTo", "17:00");
        assertThat(refusals(call(rep, customer, "2026-11-24T10:00"))).isEqualTo(HOURS);
        assertThat(refusals(call(rep, customer, "2026-11-24T16:00"))).isEmpty();

        String another = person(rep, customer);
        assertThat(refusals(call(rep, customer, "2026-11-25T10:00")))
                .as("it may be another")
                .isEmpty();
        rep.done(
                "eraseContactPerson",
                "EraseContactPersonInput",
                "contactPerson { id }",
                Map.of("id", another, "version", 1, "reason", "On request."));
        assertThat(refusals(call(rep, customer, "2026-11-26T10:00")))
                .as("nobody but the buyer is left")
                .isEqualTo(HOURS);
        assertThat(buyer).isNotEqualTo(another);
    }

    @Test
    void days_stay_as_they_are_for_whom_does_not_know_them() {
        String buyer = person(rep, customer, "preferredDays", List.of("FRIDAY", "MONDAY", "MONDAY"));

        assertThat(daysAfter(buyer, 1, null)).containsExactly("MONDAY", "FRIDAY");
        assertThat(daysAfter(buyer, 2, List.of())).isEmpty();
    }

    private List<String> daysAfter(String person, int version, List<String> days) {
        Map<String, Object> input = new java.util.HashMap<>(Map.of(
                "id",
                person,
                "version",
                version,
                "customerId",
                NodeId.of(NodeKind.CUSTOMER, customer),
                "name",
                "Demo Buyer",
                "jobTitle",
                "Buyer " + version));
        if (days != null) {
            input.put("preferredDays", days);
        }
        return rep.done("saveContactPerson", "SaveContactPersonInput", "contactPerson { preferredDays }", input)
                .getList("contactPerson.preferredDays");
    }

    @Test
    void of_many_calls_at_the_same_moment_no_more_are_entered_than_the_cap()
            throws InterruptedException, ExecutionException {
        String buyer = person(rep, customer);
        List<List<String>> refused = AtOnce.on(
                8,
                i -> refusals(
                        call(rep, customer, "2026-11-24T1" + (i % 2 == 0 ? 0 : 5) + ":00", "contactPersonId", buyer)));

        assertThat(refused).filteredOn(List::isEmpty).hasSize(2);
        assertThat(refused).filteredOn(CAP::equals).hasSize(6);
    }

    @Test
    void who_passes_a_rail_is_audited_and_the_line_names_the_record() {
        String id =
                call(rep, customer, "2026-11-24T12:00", "outsideReason", WHY).getString("contactRecord.id");

        JsonPath lines = Api.as(tenant, Role.ADMIN, "admin")
                .ask("{ auditEvents(filter: {kind: [GUARD_RAILS_PASSED]}) { nodes { what user { name } } } }")
                .setRootPath("data.auditEvents.nodes");
        assertThat(lines.<String>getList("what")).containsExactly("logContact " + id + ": PHONE [NOON_REST]");
        assertThat(lines.getString("user[0].name")).isEqualTo("rep");
    }

    @Test
    void a_reason_that_names_an_erased_person_is_blanked_like_the_other_texts() {
        String buyer = person(rep, customer, "name", "Li Wei");
        String id = call(rep, customer, "2026-11-24T12:00", "outsideReason", "Li Wei asked for it.")
                .getString("contactRecord.id");

        rep.done(
                "eraseContactPerson",
                "EraseContactPersonInput",
                "contactPerson { id }",
                Map.of("id", buyer, "version", 1, "reason", "On request."));
        assertThat(rep.ask("{ node(id: \"" + id + "\") { ... on ContactRecord { outsideReason } } }")
                        .getString("data.node.outsideReason"))
                .isEqualTo("*** asked for it.");
    }

    @Test
    void a_reason_that_is_blanked_is_news_for_phones() {
        String buyer = person(rep, customer, "name", "Li Wei");
        String id = call(rep, customer, "2026-11-24T12:00", "outsideReason", "Li Wei asked for it.")
                .getString("contactRecord.id");
        int before = changesOf(id);

        rep.done(
                "eraseContactPerson",
                "EraseContactPersonInput",
                "contactPerson { id }",
                Map.of("id", buyer, "version", 1, "reason", "On request."));
        assertThat(changesOf(id)).isEqualTo(before + 1);
    }

    private int changesOf(String record) {
        return tenancy.call(
                tenant,
                () -> sql.of("select count(*) as n from change where tenant_id = :tenant and thing_id = :id")
                        .bind("id", NodeId.uuidOf(record))
                        .one(row -> row.integer("n")));
    }

    @Test
    void a_call_takes_few_statements() {
        AtomicInteger minute = new AtomicInteger(10);
        int least = Statements.during(() -> call(
                rep,
                customer,
                "2026-11-24T09:" + minute.getAndIncrement(),
                "direction",
                "INBOUND",
                "clientKey",
                "in" + minute));
        int most = Statements.during(() -> call(
                rep,
                customer,
                "2026-11-24T12:" + minute.getAndIncrement(),
                "outsideReason",
                WHY,
                "clientKey",
                "out" + minute));

        assertThat(most - least)
                .as(
                        "the turn, the policy, the calendar, how it stands; the reason and its audit line; the task that it closes")
                .isEqualTo(7);
    }
}
