package io.huikuan.contact;

import static io.huikuan.contact.ContactWorld.call;
import static io.huikuan.contact.ContactWorld.person;
import static io.huikuan.contact.ContactWorld.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.support.Api;
import io.huikuan.support.AtOnce;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AutomaticContactsTest {

    /** What was done is not to stay. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final String WHY = "He asked me to.";

    @Inject
    Tenancy tenancy;

    @Inject
    TestClock clock;

    @Inject
    ContactWorld world;

    @Inject
    AutomaticContacts contacts;

    @Inject
    Sql sql;

    private Actor tenant;
    private Api rep;
    private UUID customer;

    @BeforeEach
    void a_house_and_a_customer() {
        tenant = world.tenant("2026-11-24T10:00");
        rep = ContactWorld.rep(tenant);
        customer = world.customer(tenant, rep);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private static AutomaticContact contact(UUID customer, ContactChannel channel) {
        return new AutomaticContact(customer, Optional.empty(), channel, AutomaticCause.STRATEGY, Uuids.next());
    }

    private static AutomaticContact with(UUID customer, String person) {
        return new AutomaticContact(
                customer,
                Optional.of(NodeId.uuidOf(person)),
                ContactChannel.EMAIL,
                AutomaticCause.STRATEGY,
                Uuids.next());
    }

    private Taking take(AutomaticContact contact) {
        return tenancy.call(tenant, () -> contacts.take(contact));
    }

    /** What it came to: taken, or the rail and the next moment in Shanghai. */
    private static String told(Taking taking) {
        return taking instanceof Taking.Refused refused
                ? refused.rail() + " until "
                        + refused.next()
                                .map(at -> LocalDateTime.ofInstant(at, ZoneId.of("Asia/Shanghai")))
                                .orElseThrow()
                : "taken";
    }

    private String mailAt(String local) {
        world.now(local);
        return told(take(contact(customer, ContactChannel.EMAIL)));
    }

    @Test
    void it_is_refused_outside_of_the_windows_and_told_when_it_may_be_made() {
        assertThat(mailAt("2026-11-24T08:59")).isEqualTo("QUIET_HOURS until 2026-11-24T09:00");
        assertThat(mailAt("2026-11-28T10:00")).isEqualTo("DAY_OFF until 2026-11-30T09:00");
        world.now("2026-11-24T12:00");
        assertThat(told(take(contact(customer, ContactChannel.WECHAT)))).isEqualTo("NOON_REST until 2026-11-24T14:00");
        assertThat(mailAt("2026-11-24T12:00"))
                .as("an e-mail disturbs nobody at table")
                .isEqualTo("taken");
    }

    @Test
    void two_days_of_quiet_lie_between_two_of_them() {
        assertThat(mailAt("2026-11-24T10:00")).isEqualTo("taken");
        assertThat(mailAt("2026-11-24T16:00")).isEqualTo("QUIET_DAYS until 2026-11-27T09:00");
        assertThat(mailAt("2026-11-26T19:59")).isEqualTo("QUIET_DAYS until 2026-11-27T09:00");
        assertThat(mailAt("2026-11-27T09:00")).isEqualTo("taken");
    }

    @Test
    void no_reason_lets_it_pass_a_cap_that_people_have_used_up() {
        call(rep, customer, "2026-11-24T09:10");
        assertThat(refusals(call(rep, customer, "2026-11-24T09:20"))).isEmpty();
        assertThat(mailAt("2026-11-24T10:00")).isEqualTo("DAY_CAP until 2026-11-25T09:00");

        world.now("2026-11-27T18:00");
        for (String day : List.of("25", "26", "27")) {
            call(rep, customer, "2026-11-" + day + "T10:00");
        }
        assertThat(mailAt("2026-11-27T18:00")).isEqualTo("WEEK_CAP until 2026-11-30T09:00");
    }

    @Test
    void people_are_counted_against_what_went_out_by_itself() {
        String buyer = person(rep, customer);
        assertThat(told(take(with(customer, buyer)))).isEqualTo("taken");
        world.now("2026-11-24T18:00");

        assertThat(refusals(call(rep, customer, "2026-11-24T11:00", "contactPersonId", buyer)))
                .isEmpty();
        assertThat(refusals(call(rep, customer, "2026-11-24T16:00", "contactPersonId", buyer)))
                .containsExactly("CONTACT_CAP outsideReason");
        assertThat(refusals(call(rep, customer, "2026-11-24T16:00", "contactPersonId", buyer, "outsideReason", WHY)))
                .isEmpty();
    }

    @Test
    void of_many_at_the_same_moment_one_is_taken() throws InterruptedException, ExecutionException {
        List<String> told = AtOnce.on(8, i -> told(take(contact(customer, ContactChannel.EMAIL))));

        assertThat(told).filteredOn("taken"::equals).hasSize(1);
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void people_and_automatons_together_never_pass_the_cap() throws InterruptedException, ExecutionException {
        String buyer = person(rep, customer);
        world.now("2026-11-24T18:00");
        List<Boolean> made = AtOnce.on(
                10,
                i -> i % 2 == 0
                        ? take(with(customer, buyer)) instanceof Taking.Taken
                        : refusals(call(rep, customer, "2026-11-24T16:00", "contactPersonId", buyer))
                                .isEmpty());

        assertThat(made).filteredOn(Boolean::booleanValue).hasSize(2);
    }

    @Test
    void what_is_rolled_back_was_never_made() {
        assertThatThrownBy(() -> tenancy.run(tenant, () -> {
                    assertThat(contacts.take(contact(customer, ContactChannel.EMAIL)))
                            .isInstanceOf(Taking.Taken.class);
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class);

        assertThat(made()).isZero();
        assertThat(told(take(contact(customer, ContactChannel.EMAIL)))).isEqualTo("taken");
    }

    @Test
    void weighing_tells_the_same_and_counts_nothing() {
        AutomaticContact mail = contact(customer, ContactChannel.EMAIL);
        assertThat(weigh(mail)).isEmpty();
        assertThat(made()).isZero();
        assertThat(told(take(mail))).isEqualTo("taken");
        assertThat(weigh(mail).map(AutomaticContactsTest::told)).contains("QUIET_DAYS until 2026-11-27T09:00");
    }

    private Optional<Taking.Refused> weigh(AutomaticContact contact) {
        return tenancy.callOutside(tenant, () -> contacts.weigh(Set.of(contact)))
                .get(customer);
    }

    private Optional<Taking.Refused> weighToday(AutomaticContact contact) {
        return tenancy.callOutside(tenant, () -> contacts.weighToday(Set.of(contact)))
                .get(customer);
    }

    @Test
    void a_task_of_the_day_waits_for_its_hour_but_not_for_another_day() {
        AutomaticContact call = contact(customer, ContactChannel.PHONE);
        world.now("2026-11-24T06:00");
        assertThat(weigh(call)).isPresent();
        assertThat(weighToday(call)).isEmpty();
        world.now("2026-11-24T19:59");
        assertThat(weighToday(call)).isEmpty();
        world.now("2026-11-24T20:00");
        assertThat(weighToday(call).map(AutomaticContactsTest::told)).contains("QUIET_HOURS until 2026-11-25T09:00");
        world.now("2026-11-28T06:00");
        assertThat(weighToday(call).map(AutomaticContactsTest::told)).contains("DAY_OFF until 2026-11-30T09:00");
    }

    @Test
    void many_customers_take_as_many_statements_as_one() {
        List<AutomaticContact> many = IntStream.range(0, 50)
                .mapToObj(i -> contact(world.customer(tenant, rep), ContactChannel.LETTER))
                .toList();
        int one = Statements.during(() -> takeAndForget(List.of(contact(customer, ContactChannel.LETTER))));

        assertThat(Statements.during(() -> takeAndForget(many))).isEqualTo(one);
    }

    private void takeAndForget(List<AutomaticContact> wanted) {
        assertThatThrownBy(() -> tenancy.run(tenant, () -> {
                    assertThat(contacts.takeAll(wanted).values())
                            .hasSize(wanted.size())
                            .allMatch(Taking.Taken.class::isInstance);
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class);
    }

    @Test
    void nobody_takes_two_with_one_customer_at_once_nor_any_with_one_he_does_not_see() {
        List<AutomaticContact> twice =
                List.of(contact(customer, ContactChannel.EMAIL), contact(customer, ContactChannel.LETTER));
        assertThatThrownBy(() -> tenancy.run(tenant, () -> contacts.takeAll(twice)))
                .isInstanceOf(IllegalArgumentException.class);

        Actor other = tenancy.tenant("Asia/Shanghai");
        Map<UUID, Taking> none = tenancy.call(other, () -> contacts.takeAll(Set.of(twice.get(0))));
        assertThat(none).isEmpty();
        assertThat(made()).isZero();
    }

    @Test
    void a_letter_that_goes_out_by_itself_is_told_in_one_look_over_all_customers() {
        UUID quiet = world.customer(tenant, rep);
        call(rep, customer, "2026-11-23T10:00");
        take(contact(customer, ContactChannel.LETTER));
        world.now("2026-11-24T18:00");
        call(rep, customer, "2026-11-24T16:00");

        Map<UUID, String> seen = tenancy.call(
                tenant,
                () -> sql.of("select m.* from contacts_made(:tenant, :now) m")
                        .bind("now", clock.instant())
                        .map(
                                row -> row.uuid("customer_id"),
                                row -> row.instant("last_at") + " " + row.instant("last_automatic_at") + " "
                                        + row.integer("today") + " " + row.integer("this_week")));
        assertThat(seen)
                .isEqualTo(Map.of(
                        customer, "2026-11-24T08:00:00Z 2026-11-24T02:00:00Z 2 3",
                        quiet, "null null 0 0"));
    }

    @Test
    void an_administrator_may_ask_for_longer_quiet() {
        Api.as(tenant, Role.ADMIN, "admin")
                .done(
                        "updateContactPolicy",
                        "UpdateContactPolicyInput",
                        "contactPolicy { version }",
                        Map.of("version", 0, "quietDays", 7));
        take(contact(customer, ContactChannel.EMAIL));

        assertThat(mailAt("2026-12-01T19:00")).isEqualTo("QUIET_DAYS until 2026-12-02T09:00");
        assertThat(mailAt("2026-12-02T09:00")).isEqualTo("taken");
    }

    private int made() {
        return tenancy.call(
                tenant,
                () -> sql.of("select count(*) as n from automatic_contact where tenant_id = :tenant")
                        .one(row -> row.integer("n")));
    }
}
