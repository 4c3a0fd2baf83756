package io.huikuan.concession;

import static io.huikuan.concession.ConcessionWorld.done;
import static io.huikuan.concession.ConcessionWorld.term;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.huikuan.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for, offering, granting and ending concessions: who may, and what may be said. */
@QuarkusTest
class ConcessionTest {

    private static final String MONDAY = "2026-11-02";
    private static final String THURSDAY = "2026-11-05";

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    Client client;

    @Inject
    ConcessionWorld world;

    @Inject
    TestClock clock;

    private Actor tenant;
    private Actor finance;
    private Actor manager;
    private Actor rep;
    private UUID customer;

    @BeforeEach
    void a_customer_wants_something() {
        tenant = tenancy.tenant("Asia/Shanghai");
        clock.setNoon(LocalDate.parse(MONDAY), tenant.zone());
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, null);
        rep = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), null);
    }

    @AfterEach
    void let_time_run() {
        clock.reset();
    }

    private static String codes(Outcome<?> outcome) {
        return String.join(" ", outcome.errors().stream().map(UserError::code).toList());
    }

    @Test
    void what_was_asked_offered_and_granted_is_kept() {
        UUID concession = world.asked(rep, customer);
        done(world.offer(rep, concession, term("500.00", THURSDAY)));
        done(world.offer(manager, concession, term("600.00", THURSDAY), term("400.00", "2026-12-05")));
        done(world.grant(finance, concession, term("600.00", THURSDAY), term("300.00", "2026-12-05")));

        JsonPath found = client.ask(
                        rep,
                        "{ node(id: \"" + ConcessionWorld.id(concession)
                                + "\") { ... on Concession { status asked grantedOn recordedBy { id } decidedBy { id }"
                                + " offers { round terms { amount { amount } } } steps { step term { amount { amount } payBy } due { amount } state } } } }")
                .setRootPath("data.node");
        assertThat(found.getString("status")).isEqualTo("GRANTED");
        assertThat(found.getString("grantedOn")).isEqualTo(MONDAY);
        assertThat(found.getList("offers.round")).containsExactly(2, 1);
        assertThat(found.getList("offers[0].terms.amount.amount")).containsExactly("600.00", "400.00");
        assertThat(found.getList("offers[1].terms.amount.amount")).containsExactly("500.00");
        assertThat(found.getList("steps.due.amount")).containsExactly("600.00", "900.00");
        assertThat(found.getList("steps.state")).containsExactly("WAITING", "WAITING");
        assertThat(found.getString("recordedBy.id"))
                .isEqualTo(NodeId.of(NodeKind.USER, rep.user().orElseThrow()));
        assertThat(found.getString("decidedBy.id"))
                .isEqualTo(NodeId.of(NodeKind.USER, finance.user().orElseThrow()));
    }

    @Test
    void what_was_offered_last_is_granted_where_no_other_terms_are_named() {
        UUID concession = world.asked(rep, customer);
        assertThat(codes(world.grant(finance, concession)))
                .as("nothing was offered")
                .isEqualTo("REQUIRED");
        done(world.offer(rep, concession, term("500.00", THURSDAY)));
        done(world.offer(rep, concession, term("600.00", THURSDAY)));

        done(world.grant(finance, concession));

        assertThat(world.stands(rep, concession)).isEqualTo("WAITING 0.00/600.00");
    }

    @Test
    void an_offer_whose_day_has_passed_is_not_granted() {
        UUID concession = world.asked(rep, customer);
        done(world.offer(rep, concession, term("500.00", THURSDAY)));
        clock.setNoon(LocalDate.parse(THURSDAY).plusDays(1), tenant.zone());
        assertThat(codes(world.grant(finance, concession))).isEqualTo("DATE_IN_PAST");
        clock.setNoon(LocalDate.parse(THURSDAY), tenant.zone());
        assertThat(codes(world.grant(finance, concession))).isEmpty();
    }

    @Test
    void whoever_asked_on_the_customers_behalf_may_not_grant_it() {
        UUID concession = world.asked(manager, customer);
        assertThat(codes(world.grant(manager, concession, term("10.00", THURSDAY))))
                .isEqualTo("PROPOSER_CANNOT_APPROVE");
        assertThat(codes(world.grant(finance, concession, term("10.00", THURSDAY))))
                .isEmpty();
    }

    @Test
    void an_admin_may_where_nobody_else_could() {
        Actor lonely = tenancy.tenant("Asia/Shanghai");
        Actor admin = tenancy.user(lonely, Role.ADMIN, null);
        UUID his = tenancy.customer(lonely, null, "East");
        UUID first = world.asked(admin, his);
        tenancy.user(lonely, Role.REP, null);
        tenancy.user(lonely, Role.MANAGER, "West");
        assertThat(codes(world.grant(admin, first, term("10.00", THURSDAY)))).isEmpty();

        UUID second = world.asked(admin, his);
        tenancy.user(lonely, Role.MANAGER, "East");
        assertThat(codes(world.grant(admin, second, term("10.00", THURSDAY)))).isEqualTo("PROPOSER_CANNOT_APPROVE");
    }

    @Test
    void of_a_customer_and_currency_one_at_a_time_waits_for_money() {
        UUID first = world.granted(rep, finance, customer, "10.00", THURSDAY);
        UUID second = world.asked(rep, customer);
        assertThat(codes(world.grant(finance, second, term("10.00", THURSDAY)))).isEqualTo("CONCESSION_EXISTS");

        done(world.withdraw(manager, first));

        assertThat(codes(world.grant(finance, second, term("10.00", THURSDAY)))).isEmpty();
        assertThat(world.stands(rep, first)).isEqualTo("LAPSED 0.00/10.00");
    }

    @Test
    void what_is_decided_is_decided() {
        UUID declined = world.asked(rep, customer);
        done(world.decline(finance, declined));
        assertThat(codes(world.offer(rep, declined, term("10.00", THURSDAY)))).isEqualTo("INVALID_STATUS");
        assertThat(codes(world.grant(finance, declined, term("10.00", THURSDAY))))
                .isEqualTo("INVALID_STATUS");
        UUID granted = world.granted(rep, finance, customer, "10.00", THURSDAY);
        assertThat(codes(world.decline(finance, granted))).isEqualTo("INVALID_STATUS");
        assertThat(codes(world.grant(finance, granted, term("10.00", THURSDAY))))
                .isEqualTo("INVALID_STATUS");
        done(world.withdraw(finance, granted));
        assertThat(codes(world.withdraw(finance, granted))).isEqualTo("INVALID_STATUS");
    }

    @Test
    void a_rep_withdraws_only_what_is_not_granted() {
        UUID asked = world.asked(rep, customer);
        assertThat(codes(world.withdraw(rep, asked))).isEmpty();
        UUID granted = world.granted(rep, finance, customer, "10.00", THURSDAY);

        JsonPath answer = client.ask(
                rep,
                "mutation { withdrawConcession(input: {clientKey: \"1\", id: \"" + ConcessionWorld.id(granted)
                        + "\", version: 2, reason: \"No.\"}) { concession { id } } }");

        assertThat(answer.getList("errors.extensions.code")).containsExactly("FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-11-05, AMOUNT_NOT_POSITIVE",
        "1.001, 2026-11-05, TOO_MANY_DECIMALS",
        "10, 2026-11-01, DATE_IN_PAST",
        "10, 2026-11-02, ''",
        "10, 2027-11-03, ''",
        "10, 2027-11-04, INVALID_VALUE"
    })
    void what_can_be_offered_has_bounds(String amount, String payBy, String code) {
        UUID concession = world.asked(rep, customer);

        assertThat(codes(world.offer(rep, concession, term(amount, payBy)))).isEqualTo(code);
    }

    @Test
    void steps_follow_each_other_in_one_currency_and_say_what_they_give() {
        UUID concession = world.asked(rep, customer);
        assertThat(codes(world.offer(rep, concession))).isEqualTo("INVALID_VALUE");
        assertThat(codes(world.offer(rep, concession, term("1.00", THURSDAY), term("1.00", "2026-11-04"))))
                .isEqualTo("DATE_ORDER");
        assertThat(codes(world.offer(rep, concession, term("1.00", THURSDAY), term("1.00", THURSDAY))))
                .isEmpty();
        ConcessionTermWish dollars = new ConcessionTermWish(
                ConcessionKind.FREE_GOODS,
                "Ten boxes.",
                null,
                new MoneyInput(new Decimal("1.00"), "USD"),
                LocalDate.parse(THURSDAY));
        assertThat(codes(world.offer(rep, concession, term("1.00", THURSDAY), dollars)))
                .isEqualTo("CURRENCY_MISMATCH");
        ConcessionTermWish nothing = new ConcessionTermWish(
                ConcessionKind.FREE_GOODS, " ", null, ConcessionWorld.cny("1.00"), LocalDate.parse(THURSDAY));
        assertThat(codes(world.offer(rep, concession, nothing))).isEqualTo("REQUIRED");
        ConcessionTermWish worth = new ConcessionTermWish(
                ConcessionKind.FREE_GOODS,
                null,
                ConcessionWorld.cny("5.00"),
                ConcessionWorld.cny("1.00"),
                LocalDate.parse(THURSDAY));
        assertThat(codes(world.offer(rep, concession, worth))).isEmpty();
    }

    @Test
    void after_twenty_rounds_it_is_granted_or_declined() {
        UUID concession = world.asked(rep, customer);
        for (int round = 1; round <= 20; round++) {
            done(world.offer(rep, concession, term(round + ".00", THURSDAY)));
        }

        assertThat(codes(world.offer(rep, concession, term("1.00", THURSDAY)))).isEqualTo("INVALID_STATUS");
        assertThat(codes(world.grant(finance, concession))).isEmpty();
        assertThat(world.stands(rep, concession)).isEqualTo("WAITING 0.00/20.00");
    }

    private Map<String, Object> ask() {
        Map<String, Object> input = new HashMap<>();
        input.put("clientKey", Uuids.next().toString());
        input.put("customerId", NodeId.of(NodeKind.CUSTOMER, customer));
        input.put("kind", "PRICE_SUPPORT");
        input.put("asked", "Five off each box.");
        return input;
    }

    private JsonPath asked(Map<String, ?> input) {
        return client.ask(
                        rep,
                        "mutation($input: AskConcessionInput!) { askConcession(input: $input) { concession { id askedOn } userErrors { code field } } }",
                        Map.of("input", input))
                .setRootPath("data.askConcession");
    }

    @Test
    void a_repeat_answers_the_same_concession_and_another_input_is_refused() {
        Map<String, Object> wish = ask();
        String first = asked(wish).getString("concession.id");

        assertThat(asked(wish).getString("concession.id")).isEqualTo(first);
        wish.put("asked", "Six off each box.");
        assertThat(asked(wish).getList("userErrors.code")).containsExactly("CLIENT_KEY_REUSED");
    }

    @Test
    void what_is_asked_for_is_checked() {
        Map<String, Object> tomorrow = ask();
        tomorrow.put("askedOn", "2026-11-03");
        assertThat(asked(tomorrow).getList("userErrors.code")).containsExactly("DATE_IN_FUTURE");
        Map<String, Object> old = ask();
        old.put("askedOn", "2026-10-01");
        assertThat(asked(old).getList("userErrors.code")).containsExactly("INVALID_VALUE");
        old.put("askedOn", "2026-10-02");
        assertThat(asked(old).getString("concession.askedOn")).isEqualTo("2026-10-02");
        Map<String, Object> nobody = ask();
        nobody.put("contactPersonId", NodeId.of(NodeKind.CONTACT_PERSON, Uuids.next()));
        assertThat(asked(nobody).getList("userErrors.code")).containsExactly("NOT_FOUND");
        Map<String, Object> blank = ask();
        blank.put("asked", " ");
        assertThat(asked(blank).getList("userErrors.code")).containsExactly("REQUIRED");
    }

    @Test
    void a_decision_on_what_somebody_changed_meanwhile_is_stale() {
        UUID concession = world.asked(rep, customer);
        done(world.offer(rep, concession, term("500.00", THURSDAY)));

        JsonPath answer = client.ask(
                finance,
                "mutation { grantConcession(input: {clientKey: \"1\", id: \"" + ConcessionWorld.id(concession)
                        + "\", version: 1}) { concession { id } userErrors { code } } }");

        assertThat(answer.getList("data.grantConcession.userErrors.code")).containsExactly("STALE");
    }

    @Test
    void a_partner_sees_what_it_was_offered_or_granted_and_what_must_be_paid_by_when() {
        tenancy.invoice(tenant, customer, "1000.00", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-01"));
        Actor partner = tenancy.partner(tenant, customer);
        String document =
                "{ myConcessions { totalCount nodes { status reason steps { gives payBy amount { amount } state due { amount } paid { amount } } } } }";
        UUID concession = world.asked(rep, customer);
        assertThat(client.ask(partner, document).getInt("data.myConcessions.totalCount"))
                .as("asking alone shows nothing")
                .isZero();

        done(world.offer(rep, concession, term("500.00", THURSDAY)));
        JsonPath offered = client.ask(partner, document).setRootPath("data.myConcessions.nodes[0]");
        assertThat(offered.getString("status")).isEqualTo("OFFERED");
        assertThat(offered.getString("steps[0].payBy")).isEqualTo(THURSDAY);
        assertThat(offered.getString("steps[0].state")).isNull();

        done(world.grant(finance, concession));
        books.pay(finance, customer, "200.00", MONDAY);
        JsonPath granted = client.ask(partner, document).setRootPath("data.myConcessions.nodes[0]");
        assertThat(granted.getString("steps[0].state")).isEqualTo("WAITING");
        assertThat(granted.getString("steps[0].paid.amount")).isEqualTo("200.00");
        assertThat(granted.getString("steps[0].due.amount")).isEqualTo("500.00");
        assertThat(granted.getString("reason")).isNull();

        Actor neighbour = tenancy.partner(tenant, tenancy.customer(tenant, null, null));
        assertThat(client.ask(neighbour, document).getInt("data.myConcessions.totalCount"))
                .isZero();
    }

    @Test
    void a_rep_sees_the_concessions_of_his_own_customers_only() {
        UUID concession = world.granted(rep, finance, customer, "10.00", THURSDAY);
        Actor other = tenancy.user(tenant, Role.REP, null);
        Actor stranger = tenancy.user(tenancy.tenant("Asia/Shanghai"), Role.ADMIN, null);
        String document = "{ concessions { totalCount nodes { id } } node(id: \"" + ConcessionWorld.id(concession)
                + "\") { id } }";

        for (Actor one : List.of(other, stranger)) {
            JsonPath seen = client.ask(one, document);
            assertThat(seen.getInt("data.concessions.totalCount")).isZero();
            assertThat(seen.getString("data.node")).isNull();
        }
        assertThat(client.ask(rep, document).getInt("data.concessions.totalCount"))
                .isEqualTo(1);
    }

    @Test
    void more_customers_take_no_more_statements() {
        String document =
                "{ customers(first: %d) { nodes { id concessions(first: 2) { totalCount nodes { id offers { round offeredBy { id } } steps { state fulfilledBy { id } } recordedBy { id } } } } } }";
        world.granted(rep, finance, customer, "10.00", THURSDAY);
        for (int n = 0; n < 3; n++) {
            world.granted(rep, finance, tenancy.customer(tenant, rep.user().orElseThrow(), null), "10.00", THURSDAY);
        }

        int one = Statements.during(() -> client.ask(rep, String.format(document, 1)));
        int four = Statements.during(() -> client.ask(rep, String.format(document, 4)));

        assertThat(four).isEqualTo(one);
    }
}
