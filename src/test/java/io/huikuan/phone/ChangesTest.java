package io.huikuan.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.customer.ContactPerson;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.support.Books;
import io.huikuan.support.Client;
import io.huikuan.support.Statements;
import io.huikuan.support.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phone is told: everything once, then what changed, and what it must forget. */
@QuarkusTest
class ChangesTest {

    @Inject
    Tenancy tenancy;

    @Inject
    Books books;

    @Inject
    PhoneWorld world;

    @Inject
    Client client;

    @Inject
    ChangeFeed feed;

    private Actor tenant;
    private Actor finance;
    private Actor manager;
    private Actor rep;
    private Actor other;
    private UUID customer;
    private UUID invoice;
    private String record;
    private String announcement;
    private LocalDate today;

    @BeforeEach
    void lay_one_of_everything() {
        tenant = tenancy.tenant("Asia/Shanghai");
        finance = tenancy.user(tenant, Role.FINANCE, null);
        manager = tenancy.user(tenant, Role.MANAGER, "East");
        rep = tenancy.user(tenant, Role.REP, null);
        other = tenancy.user(tenant, Role.REP, null);
        customer = tenancy.customer(tenant, rep.user().orElseThrow(), "East");
        tenancy.customer(tenant, null, "West");
        today = tenancy.today(tenant);
        invoice = tenancy.invoice(finance, customer, "300.00", today.minusDays(60), today.minusDays(30));
        books.pay(finance, customer, "100.00", today.toString());
        UUID planned =
                books.issue(finance, customer, "P", "200.00", today.plusDays(20).toString());
        books.plan(
                rep,
                finance,
                customer,
                List.of(planned),
                List.of(today.plusDays(10), today.plusDays(40)),
                List.of(new BigDecimal("100.00"), new BigDecimal("100.00")));
        ContactPerson person = world.person(rep, customer, "Demo Buyer");
        record = world.contact(rep, customer, person.id(), "Demo Buyer will pay.");
        announcement = world.announce(rep, customer, "50.00");
        world.deliver(rep, customer, 100, 9);
        world.count(rep, customer, 10, 1);
    }

    @Test
    void without_a_cursor_it_tells_everything_that_he_may_see() {
        JsonPath page = new Phone(client, rep).page(100);

        assertThat(page.getBoolean("reset")).isTrue();
        assertThat(page.getBoolean("fullSnapshot")).isTrue();
        assertThat(page.getBoolean("hasMore")).isFalse();
        assertThat(page.getList("deletions")).isEmpty();
        assertThat(page.<String>getList("nodes.__typename"))
                .containsExactly(
                        "Customer",
                        "ContactPerson",
                        "Receivable",
                        "Receivable",
                        "PaymentPlan",
                        "Payment",
                        "PaymentAnnouncement",
                        "SellThrough",
                        "Alert",
                        "Alert",
                        "ContactRecord");
    }

    @Test
    void each_sees_his_own() {
        assertThat(new Phone(client, finance).sync(100).ids("Customer")).hasSize(2);
        assertThat(Phone.fresh(client, manager)).isEqualTo(Phone.fresh(client, rep));
        assertThat(Phone.fresh(client, other)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void pages_of_any_size_come_to_the_same(int first) {
        assertThat(new Phone(client, rep).sync(first).holds()).hasSize(11).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void nothing_is_told_twice_where_nothing_happened() {
        Phone phone = new Phone(client, rep).sync(100);

        JsonPath page = phone.page(100);

        assertThat(page.getList("nodes")).isEmpty();
        assertThat(page.getList("deletions")).isEmpty();
        assertThat(page.getBoolean("reset")).isFalse();
        assertThat(page.getBoolean("fullSnapshot")).isFalse();
        assertThat(page.getBoolean("hasMore")).isFalse();
    }

    @Test
    void a_payment_changes_the_documents_and_alerts_that_it_settles() {
        Phone phone = new Phone(client, rep).sync(100);

        books.pay(finance, customer, "200.00", today.toString());
        JsonPath page = phone.page(100);

        assertThat(page.<String>getList("nodes.__typename"))
                .containsExactlyInAnyOrder("Payment", "Receivable", "Alert");
        assertThat(page.getString("nodes.find { it.__typename == 'Receivable' }.balance.amount"))
                .isEqualTo("0.00");
        assertThat(page.getString("nodes.find { it.__typename == 'Alert' }.alertStatus"))
                .isEqualTo("RESOLVED");
        assertThat(phone.holds()).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void what_becomes_of_an_announced_payment_arrives() {
        Phone phone = new Phone(client, rep).sync(100);

        world.withdraw(finance, announcement);

        JsonPath page = phone.page(100);
        assertThat(page.<String>getList("nodes.__typename")).containsExactly("PaymentAnnouncement");
        assertThat(page.getString("nodes[0].announcementStatus")).isEqualTo("WITHDRAWN");
    }

    @Test
    void a_promise_and_a_dispute_arrive_and_what_becomes_of_them() {
        Phone phone = new Phone(client, rep).sync(100);
        String receivable = NodeId.of(NodeKind.RECEIVABLE, invoice);

        String promise = made(
                "recordPromise",
                "promise",
                Map.of(
                        "clientKey", "p1",
                        "customerId", NodeId.of(NodeKind.CUSTOMER, customer),
                        "receivableIds", List.of(receivable),
                        "amount", Map.of("amount", "50.00", "currency", "CNY"),
                        "promisedFor", today.plusDays(20).toString()));
        String dispute = made(
                "openDispute",
                "dispute",
                Map.of(
                        "clientKey", "d1",
                        "receivableId", receivable,
                        "reason", "QUALITY",
                        "description", "It was wet."));

        assertThat(phone.page(100).<String>getList("nodes.id")).contains(promise, dispute);
        books.pay(finance, customer, "400.00", today.toString());
        JsonPath page = phone.page(100);
        assertThat(page.<String>getList("nodes.findAll { it.id == '" + promise + "' }.promiseStatus"))
                .containsExactly("KEPT");
        assertThat(phone.holds()).isEqualTo(Phone.fresh(client, rep));
    }

    /** The id of what a mutation of the rep makes. */
    private String made(String mutation, String thing, Map<String, ?> input) {
        String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        JsonPath answer = client.ask(
                rep,
                "mutation($input: " + type + "!) { done: " + mutation + "(input: $input) { " + thing
                        + " { id } userErrors { code field } } }",
                Map.of("input", input));
        assertThat(answer.getList("data.done.userErrors")).isEmpty();
        return answer.getString("data.done." + thing + ".id");
    }

    @Test
    void a_record_arrives_again_with_a_file_that_came_to_it() {
        Phone phone = new Phone(client, rep).sync(100);

        world.attach(rep, record, "receipt.png");

        JsonPath page = phone.page(100);
        assertThat(page.<String>getList("nodes.__typename")).containsExactly("ContactRecord");
        assertThat(page.<String>getList("nodes[0].attachments.name")).containsExactly("receipt.png");
    }

    @Test
    void a_payment_through_a_plan_changes_the_plan_too() {
        tenancy.pay(finance, customer, invoice, "200.00", today);
        Phone phone = new Phone(client, rep).sync(100);

        UUID payment = books.pay(finance, customer, "50.00", today.toString());
        assertThat(phone.page(100).<String>getList("nodes.__typename"))
                .as("it falls short of the plan, which is told too")
                .containsExactlyInAnyOrder("Payment", "Receivable", "PaymentPlan", "Alert");

        books.reverse(finance, payment, today.toString());
        assertThat(phone.page(100).<String>getList("nodes.__typename"))
                .containsExactlyInAnyOrder("Payment", "Receivable", "PaymentPlan", "Alert");
        assertThat(phone.holds()).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void a_credit_note_arrives_with_what_it_credits() {
        Phone phone = new Phone(client, rep).sync(100);

        books.credit(finance, invoice, "CN", "10.00", today.toString());

        assertThat(phone.sync(100).ids("Receivable")).hasSize(3);
        assertThat(phone.holds()).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void an_erased_person_arrives_without_a_name_and_so_do_the_records() {
        ContactPerson person = world.person(rep, customer, "Wang Demo");
        world.contact(rep, customer, person.id(), "Wang Demo asked for a copy.");
        Phone phone = new Phone(client, rep).sync(100);
        assertThat(phone.holds().toString()).contains("Wang Demo");

        world.erase(manager, person);
        JsonPath page = phone.page(100);

        assertThat(page.<String>getList("nodes.__typename"))
                .containsExactlyInAnyOrder("ContactPerson", "ContactRecord");
        assertThat(page.getString("nodes.find { it.__typename == 'ContactPerson' }.erasedAt"))
                .isNotNull();
        assertThat(phone.holds().toString()).doesNotContain("Wang Demo");
    }

    @Test
    void a_customer_that_is_handed_over_leaves_one_phone_and_comes_to_another_with_everything() {
        Phone phone = new Phone(client, rep).sync(100);
        Phone others = new Phone(client, other).sync(100);
        assertThat(others.holds()).isEmpty();

        world.handOver(finance, customer, other.user().orElseThrow());

        JsonPath page = phone.page(100);
        assertThat(page.getList("nodes")).isEmpty();
        assertThat(page.<Map<String, String>>getList("deletions"))
                .containsExactly(Map.of("id", NodeId.of(NodeKind.CUSTOMER, customer), "kind", "CUSTOMER"));
        assertThat(phone.holds()).isEmpty();
        assertThat(others.sync(3).holds()).hasSize(11).isEqualTo(Phone.fresh(client, other));
    }

    @Test
    void a_customer_that_goes_and_comes_back_between_two_askings_stays() {
        Phone phone = new Phone(client, rep).sync(100);

        world.handOver(finance, customer, other.user().orElseThrow());
        books.pay(finance, customer, "10.00", today.toString());
        world.handOver(finance, customer, rep.user().orElseThrow());

        assertThat(phone.page(100).getList("deletions")).isEmpty();
        assertThat(phone.holds()).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void a_customer_that_moves_to_another_region_leaves_the_managers_phone() {
        Phone phone = new Phone(client, manager).sync(100);
        Phone reps = new Phone(client, rep).sync(100);

        world.move(finance, customer, "West");

        assertThat(phone.sync(100).holds()).isEmpty();
        assertThat(reps.sync(100).holds()).hasSize(11).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void who_never_saw_a_customer_is_not_told_that_it_went() {
        Phone phone = new Phone(client, other).sync(100);

        world.handOver(finance, customer, finance.user().orElseThrow());

        JsonPath page = phone.page(100);
        assertThat(page.getList("deletions")).isEmpty();
        assertThat(page.getList("nodes")).isEmpty();
    }

    @Test
    void a_stock_cycle_that_is_undone_by_a_corrected_count_is_to_be_forgotten() {
        world.deliver(rep, customer, 50, 0);
        Phone phone = new Phone(client, rep).sync(100);
        assertThat(phone.ids("SellThrough")).hasSize(2);

        world.count(rep, customer, 90, 1);

        assertThat(phone.sync(100).holds()).isEqualTo(Phone.fresh(client, rep));
        assertThat(phone.ids("SellThrough")).hasSize(1);
    }

    @Test
    void another_role_begins_anew() {
        Phone phone = new Phone(client, rep).sync(100);

        phone.user(new Actor(
                rep.tenant(),
                rep.tenantCode(),
                rep.zone(),
                rep.baseCurrency(),
                rep.user(),
                Set.of(Role.MANAGER),
                Optional.of("West"),
                Optional.empty()));
        JsonPath page = phone.page(100);

        assertThat(page.getBoolean("reset")).isTrue();
        assertThat(phone.ids("Customer")).hasSize(1).doesNotContain(NodeId.of(NodeKind.CUSTOMER, customer));
    }

    @Test
    void the_cursor_of_somebody_else_begins_anew() {
        Phone phone = new Phone(client, other);
        phone.cursor(new Phone(client, rep).sync(100).cursor());

        assertThat(phone.page(100).getBoolean("reset")).isTrue();
        assertThat(phone.holds()).isEmpty();
    }

    @Test
    void a_cursor_from_before_what_was_forgotten_begins_anew() {
        Phone phone = new Phone(client, rep).sync(100);
        world.rename(finance, customer, "Demo Renamed");
        tenancy.callOutside(tenant, () -> {
            feed.forget(Duration.ZERO);
            return true;
        });

        JsonPath page = phone.page(100);

        assertThat(page.getBoolean("reset")).isTrue();
        assertThat(phone.holds()).isEqualTo(Phone.fresh(client, rep));
        assertThat(phone.page(100).getBoolean("reset")).isFalse();
    }

    @Test
    void what_is_forgotten_is_old() {
        Phone phone = new Phone(client, rep).sync(100);
        world.rename(finance, customer, "Demo Renamed");
        tenancy.callOutside(tenant, () -> {
            feed.forget(Duration.ofDays(1));
            return true;
        });

        assertThat(phone.page(100).<String>getList("nodes.__typename")).containsExactly("Customer");
    }

    @Test
    void a_round_that_has_begun_goes_on_where_it_was() {
        Phone phone = new Phone(client, rep);
        assertThat(phone.page(4).getBoolean("hasMore")).isTrue();
        world.rename(finance, customer, "Demo Renamed");
        books.pay(finance, customer, "10.00", today.toString());

        JsonPath page = phone.page(4);
        assertThat(page.getBoolean("reset")).isFalse();
        assertThat(page.getBoolean("fullSnapshot")).isTrue();
        assertThat(phone.sync(4).sync(4).holds()).isEqualTo(Phone.fresh(client, rep));
    }

    @Test
    void a_cursor_that_was_not_made_here_is_refused() {
        String good = new Phone(client, rep).sync(100).cursor();
        List<String> parts = Cursor.decode(good, 7).parts();

        assertThat(refusal("%%%")).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(Cursor.of("a", "b").encoded())).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 0, "me"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 1, ""))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 1, "9:5:"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 1, "5:9:8,6"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 1, "5:9:9"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 2, "5:9:"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 3, "NOWHERE"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 3, "TOUCHED"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 4, "-1"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 5, "x"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(with(parts, 6, "x"))).isEqualTo("INVALID_CURSOR");
        assertThat(refusal(good)).isNull();
    }

    @Test
    void a_cursor_from_a_history_that_is_not_this_ones_begins_anew() {
        Phone phone = new Phone(client, rep).sync(100);
        phone.cursor(with(Cursor.decode(phone.cursor(), 7).parts(), 1, "900000000000:900000000000:"));

        assertThat(phone.page(100).getBoolean("reset")).isTrue();
    }

    @Test
    void a_page_has_1_to_100_things() {
        assertThat(client.ask(rep, "{ changes(first: 0) { cursor } }").getString("errors[0].extensions.code"))
                .isEqualTo("PAGE_SIZE");
        assertThat(client.ask(rep, "{ changes(first: 101) { cursor } }").getString("errors[0].extensions.code"))
                .isEqualTo("PAGE_SIZE");
    }

    @Test
    void more_things_take_no_more_statements() {
        Phone few = new Phone(client, finance).sync(100);
        String before = few.cursor();
        books.issue(finance, customer, "R0", "10.00", today.plusDays(20).toString());
        int one = Statements.during(() -> pageFrom(few, before));
        for (int i = 1; i < 9; i++) {
            books.issue(finance, customer, "R" + i, "10.00", today.plusDays(20).toString());
        }

        assertThat(Statements.during(() -> pageFrom(few, before))).isEqualTo(one);
    }

    private static void pageFrom(Phone phone, String cursor) {
        phone.cursor(cursor);
        phone.page(100);
    }

    private static String with(List<String> parts, int index, String part) {
        Object[] changed = parts.toArray();
        changed[index] = part;
        return Cursor.of(changed).encoded();
    }

    private String refusal(String cursor) {
        JsonPath answer =
                client.ask(rep, "query($after: String) { changes(after: $after) { cursor } }", Map.of("after", cursor));
        return answer.getString("errors[0].extensions.code");
    }
}
