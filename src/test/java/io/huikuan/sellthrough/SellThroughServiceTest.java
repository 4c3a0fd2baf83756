package io.huikuan.sellthrough;

import static io.huikuan.sellthrough.StockWorld.counted;
import static io.huikuan.sellthrough.StockWorld.delivery;
import static io.huikuan.sellthrough.StockWorld.line;
import static io.huikuan.sellthrough.StockWorld.sold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerChange;
import io.huikuan.customer.CustomerDetails;
import io.huikuan.customer.CustomerField;
import io.huikuan.customer.CustomerReads;
import io.huikuan.customer.CustomerService;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.tenant.SettingsChange;
import io.huikuan.tenant.TenantSettings;
import io.huikuan.tenant.TenantSettingsService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SellThroughServiceTest {

    @Inject
    StockWorld world;

    @Inject
    SellThroughService service;

    @Inject
    TenantSettingsService settings;

    @Inject
    CustomerService customers;

    @Inject
    CustomerReads reads;

    private Actor tenant;
    private Actor rep;
    private UUID customer;

    @BeforeEach
    void a_rep_has_a_customer() {
        tenant = world.tenant();
        rep = world.person(tenant, Role.REP, Optional.empty());
        customer = world.customer(tenant, rep.user());
    }

    @Test
    void the_golden_case_of_rule_18() {
        deliver("D1", "2026-10-01", line("A", "100", "10.00"), line("B", "50", "40.00"));
        assertThat(reported("2026-10-10", sold("A", "90"), sold("B", "35")).rate())
                .isEqualTo(new Decimal("0.7667"));
        assertThat(reached("2026-10-31")).isEmpty();

        SellThrough reached = reported("2026-10-12", counted("B", "10"));
        assertThat(reached.rate()).isEqualTo(new Decimal("0.8333"));
        assertThat(reached.reachedOn()).isEqualTo("2026-10-12");
        assertThat(reached("2026-10-11")).isEmpty();
        assertThat(reached("2026-10-12")).containsExactly(reached.uuid());

        SellThrough next = deliver("D2", "2026-10-15", line("A", "20", "10.00"));
        assertThat(next.id()).isNotEqualTo(reached.id());
        assertThat(next.cycleStartedOn()).isEqualTo("2026-10-15");
        assertThat(next.availableValue()).isEqualTo(cny("700.00"));
        assertThat(next.rate()).isEqualTo(Decimal.ZERO);
        assertThat(reached("2026-10-14")).containsExactly(reached.uuid());
        assertThat(reached("2026-10-15")).isEmpty();
        assertThat(products(next))
                .extracting(ProductSellThrough::sku, ProductSellThrough::available, ProductSellThrough::onHand)
                .containsExactly(
                        tuple("A", new Decimal("30"), new Decimal("30")),
                        tuple("B", new Decimal("10"), new Decimal("10")));
    }

    @Test
    void there_is_nothing_to_show_before_the_first_delivery() {
        Outcome<CustomerStock> outcome = report("2026-10-01", sold("A", "0"));

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.valueOrNull().sellThrough()).isEmpty();
        assertThat(current()).isEmpty();
    }

    @Test
    void products_show_what_is_known_about_them() {
        deliver("D1", "2026-10-01", line("A", "3", "10.00"));
        SellThrough cycle = reported("2026-10-05", counted("A", "2"));

        assertThat(products(cycle))
                .containsExactly(new ProductSellThrough(
                        "A",
                        "Product A",
                        new Decimal("3"),
                        new Decimal("1"),
                        new Decimal("2"),
                        new Decimal("0.3333"),
                        LocalDate.parse("2026-10-05")));
    }

    @Test
    void a_delivery_repeated_with_the_same_content_changes_nothing() {
        deliver("D1", "2026-10-01", line("A", "100", "10.00"), line("B", "1", "2.5"));
        int told = world.newsOf(tenant).size();

        SellThrough again = deliver("D1", "2026-10-01", line("B", "1.0", "2.50"), line("A", "100", "10"));

        assertThat(again.availableValue()).isEqualTo(cny("1002.50"));
        assertThat(world.newsOf(tenant)).hasSize(told);
    }

    @Test
    void a_known_number_with_another_content_is_refused() {
        UUID other = world.customer(tenant, rep.user());
        deliver("D1", "2026-10-01", line("A", "100", "10.00"));

        assertThat(codes(deliver(delivery(customer, "D1", "2026-10-01", line("A", "100", "10.01")))))
                .containsExactly("DUPLICATE_NUMBER");
        assertThat(codes(deliver(delivery(customer, "D1", "2026-10-02", line("A", "100", "10.00")))))
                .containsExactly("DUPLICATE_NUMBER");
        assertThat(codes(deliver(delivery(other, "D1", "2026-10-01", line("A", "100", "10.00")))))
                .containsExactly("DUPLICATE_NUMBER");
        assertThat(current().orElseThrow().availableValue()).isEqualTo(cny("1000.00"));
    }

    @Test
    void a_number_of_another_tenant_is_free() {
        deliver("D1", "2026-10-01", line("A", "1", "1.00"));
        Actor elsewhere = world.tenant();
        UUID theirs = world.customer(elsewhere, Optional.empty());

        Outcome<CustomerStock> outcome = world.as(
                elsewhere,
                () -> service.recordDelivery(null, delivery(theirs, "D1", "2026-10-01", line("A", "2", "1.00"))));

        assertThat(outcome.errors()).isEmpty();
    }

    @Test
    void a_report_repeated_changes_nothing_and_another_one_takes_its_place_and_keeps_the_history() {
        deliver("D1", "2026-10-01", line("A", "100", "1.00"));
        reported("2026-10-05", sold("A", "30"));
        reported("2026-10-05", sold("A", "30.0"));
        assertThat(world.count(tenant, "select count(*) from sell_out_report where tenant_id = :tenant"))
                .isEqualTo(1);

        SellThrough cycle = reported("2026-10-05", counted("A", "80"));

        assertThat(cycle.soldValue()).isEqualTo(cny("20.00"));
        assertThat(world.list(
                        tenant,
                        "select sold, on_hand, replaced_at is null as counts from sell_out_report where tenant_id = :tenant order by id",
                        row -> row.number("sold") + "/" + row.number("on_hand") + "/" + row.flag("counts")))
                .containsExactly("30/null/false", "null/80/true");
    }

    @Test
    void a_report_that_is_replaced_takes_back_what_had_been_reached() {
        deliver("D1", "2026-10-01", line("A", "10", "1.00"));
        SellThrough reached = reported("2026-10-05", sold("A", "9"));
        deliver("D2", "2026-10-08", line("A", "10", "1.00"));

        SellThrough cycle = reported("2026-10-05", sold("A", "7"));

        assertThat(cycle.id()).isEqualTo(reached.id());
        assertThat(cycle.rate()).isEqualTo(new Decimal("0.35"));
        assertThat(cycle.reachedOn()).isNull();
        assertThat(world.count(tenant, "select count(*) from stock_cycle where tenant_id = :tenant"))
                .isEqualTo(1);
        assertThat(world.count(tenant, "select count(*) from stock_position where tenant_id = :tenant"))
                .isEqualTo(1);
    }

    @Test
    void a_late_earlier_delivery_leaves_the_cycle_its_identity() {
        SellThrough before = deliver("D2", "2026-10-08", line("A", "10", "1.00"));

        SellThrough after = deliver("D1", "2026-10-01", line("A", "5", "1.00"));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.cycleStartedOn()).isEqualTo("2026-10-01");
        assertThat(after.availableValue()).isEqualTo(cny("15.00"));
    }

    @Test
    void impossible_reports_are_kept_and_found_until_they_are_replaced() {
        SellThrough cycle = deliver("D1", "2026-10-01", line("A", "10", "1.00"));
        reported("2026-10-05", sold("A", "12"));
        reported("2026-10-06", counted("A", "4"));

        assertThat(findings())
                .containsExactly(
                        "2026-10-05 SOLD_BEYOND_STOCK 12 of 10 in " + cycle.uuid(),
                        "2026-10-06 COUNT_ROSE 4 of 0 in " + cycle.uuid());

        SellThrough mended = reported("2026-10-05", sold("A", "6"));

        assertThat(findings()).isEmpty();
        assertThat(mended.rate()).isEqualTo(new Decimal("0.6"));
    }

    @Test
    void a_finding_keeps_its_id_when_the_customer_is_derived_again() {
        deliver("D1", "2026-10-01", line("A", "10", "1.00"));
        reported("2026-10-05", sold("A", "12"));
        List<UUID> before = findingIds();

        deliver("D2", "2026-10-20", line("A", "5", "1.00"));

        assertThat(findingIds()).isEqualTo(before).hasSize(1);
    }

    @Test
    void prices_are_in_the_base_currency() {
        NewDelivery.Line dollars =
                new NewDelivery.Line("A", Optional.empty(), new Decimal("1"), new Money(new Decimal("1.00"), "USD"));

        Outcome<CustomerStock> outcome = deliver(delivery(customer, "D1", "2026-10-01", dollars));

        assertThat(outcome.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("CURRENCY_MISMATCH");
            assertThat(error.field()).containsExactly("lines", "0", "unitPrice", "currency");
        });
        assertThat(world.count(tenant, "select count(*) from delivery where tenant_id = :tenant"))
                .isZero();
    }

    @Test
    void what_is_not_yours_does_not_exist() {
        Actor stranger = world.person(tenant, Role.REP, Optional.empty());
        Actor elsewhere = world.tenant();
        SellThrough cycle = deliver("D1", "2026-10-01", line("A", "10", "1.00"));

        for (Actor actor : List.of(stranger, elsewhere)) {
            assertThat(codes(world.as(
                            actor,
                            () -> service.recordDelivery(
                                    null, delivery(customer, "D9", "2026-10-01", line("A", "1", "1.00"))))))
                    .containsExactly("NOT_FOUND");
            assertThat(codes(world.as(
                            actor,
                            () -> service.reportSellOut(
                                    "reportSellOut", null, StockWorld.report(customer, "2026-10-01", sold("A", "1"))))))
                    .containsExactly("NOT_FOUND");
            assertThat(world.as(actor, () -> service.currentOf(Set.of(customer))))
                    .isEmpty();
            assertThat(world.as(actor, () -> service.byIds(Set.of(cycle.uuid()))))
                    .isEmpty();
        }
    }

    @Test
    void a_partner_reports_for_its_own_account_only() {
        Actor partner = world.person(tenant, Role.PARTNER, Optional.of(customer));
        UUID other = world.customer(tenant, rep.user());
        deliver("D1", "2026-10-01", line("A", "10", "1.00"));

        assertThat(codes(world.as(
                        partner,
                        () -> service.reportSellOut(
                                "reportMySellOut", null, StockWorld.report(customer, "2026-10-02", sold("A", "1"))))))
                .isEmpty();
        assertThat(codes(world.as(
                        partner,
                        () -> service.reportSellOut(
                                "reportMySellOut", null, StockWorld.report(other, "2026-10-02", sold("A", "1"))))))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void a_closed_customer_gives_back_but_gets_nothing() {
        deliver("D1", "2026-10-01", line("A", "10", "1.00"));
        world.change(tenant, "update customer set status = 'CLOSED' where tenant_id = :tenant");

        assertThat(codes(deliver(delivery(customer, "D2", "2026-10-02", line("A", "1", "1.00")))))
                .containsExactly("CUSTOMER_CLOSED");
        assertThat(codes(deliver(delivery(customer, "D3", "2026-10-02", line("A", "-1", "1.00")))))
                .isEmpty();
    }

    @Test
    void the_tenants_threshold_judges_at_once_whoever_has_none_of_his_own() {
        UUID other = world.customer(tenant, rep.user());
        world.change(
                tenant,
                "update customer set sell_through_threshold = 0.9 where tenant_id = :tenant and id = '" + other + "'");
        deliver("D1", "2026-10-01", line("A", "10", "1.00"));
        deliver(delivery(other, "D2", "2026-10-01", line("A", "10", "1.00")));
        assertThat(reported("2026-10-02", sold("A", "5")).reachedOn()).isNull();

        tenantThreshold("0.5");

        assertThat(current().orElseThrow().reachedOn()).isEqualTo("2026-10-02");
        assertThat(current().orElseThrow().threshold()).isEqualTo(new Decimal("0.5"));
        assertThat(world.newsOf(tenant)).last().isEqualTo(Set.of(customer));

        tenantThreshold("0.51");

        assertThat(current().orElseThrow().reachedOn()).isNull();
    }

    @Test
    void the_customers_own_threshold_goes_before_the_tenants_until_it_is_cleared() {
        deliver("D1", "2026-10-01", line("A", "10", "1.00"));
        reported("2026-10-02", sold("A", "8"));

        customerThreshold(new Decimal("0.9"), Set.of());
        assertThat(current().orElseThrow().threshold()).isEqualTo(new Decimal("0.9"));
        assertThat(current().orElseThrow().reachedOn()).isNull();

        customerThreshold(null, Set.of(CustomerField.SELL_THROUGH_THRESHOLD));
        assertThat(current().orElseThrow().reachedOn()).isEqualTo("2026-10-02");
    }

    private void tenantThreshold(String threshold) {
        Outcome<TenantSettings> outcome = world.as(
                tenant,
                () -> settings.update(new SettingsChange(
                        null,
                        settings.current().version(),
                        null,
                        null,
                        new Decimal(threshold),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Set.of())));
        assertThat(outcome.errors()).isEmpty();
    }

    private void customerThreshold(Decimal threshold, Set<CustomerField> clear) {
        CustomerDetails details = new CustomerDetails(null, null, null, null, null, null, null, null, null, threshold);
        Outcome<Customer> outcome = world.as(
                tenant,
                () -> customers.update(new CustomerChange(
                        null,
                        NodeId.of(NodeKind.CUSTOMER, customer),
                        reads.find(customer).orElseThrow().version(),
                        null,
                        details,
                        clear)));
        assertThat(outcome.errors()).isEmpty();
    }

    @Test
    void a_client_key_does_it_once_and_answers_again() {
        NewDelivery delivery = delivery(customer, "D1", "2026-10-01", line("A", "10", "1.00"));
        CustomerStock first =
                world.as(rep, () -> service.recordDelivery("k1", delivery)).valueOrNull();
        CustomerStock again =
                world.as(rep, () -> service.recordDelivery("k1", delivery)).valueOrNull();

        assertThat(again).isEqualTo(first);
        assertThat(codes(world.as(
                        rep,
                        () -> service.recordDelivery(
                                "k1", delivery(customer, "D2", "2026-10-01", line("A", "10", "1.00"))))))
                .containsExactly("CLIENT_KEY_REUSED");
    }

    @Test
    void every_change_of_facts_is_told_once() {
        deliver("D1", "2026-10-01", line("A", "10", "1.00"));
        reported("2026-10-02", sold("A", "1"), sold("B", "0"));
        reported("2026-10-02", sold("A", "1"));

        assertThat(world.newsOf(tenant)).containsExactly(Set.of(customer), Set.of(customer));
    }

    @Test
    void twenty_at_once_add_up() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<Outcome<CustomerStock>>> running = new ArrayList<>();
            IntStream.range(0, 20)
                    .forEach(i -> running.add(threads.submit(
                            () -> deliver(delivery(customer, "D" + i % 10, "2026-10-01", line("A", "10", "1.00"))))));
            for (Future<Outcome<CustomerStock>> one : running) {
                assertThat(one.get().errors()).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(current().orElseThrow().availableValue()).isEqualTo(cny("100.00"));
    }

    private SellThrough deliver(String number, String day, NewDelivery.Line... lines) {
        return shown(deliver(delivery(customer, number, day, lines)));
    }

    private Outcome<CustomerStock> deliver(NewDelivery delivery) {
        return world.as(rep, () -> service.recordDelivery(null, delivery));
    }

    private SellThrough reported(String day, NewSellOut.Line... lines) {
        return shown(report(day, lines));
    }

    private Outcome<CustomerStock> report(String day, NewSellOut.Line... lines) {
        return world.as(
                rep, () -> service.reportSellOut("reportSellOut", null, StockWorld.report(customer, day, lines)));
    }

    private static SellThrough shown(Outcome<CustomerStock> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return outcome.valueOrNull().sellThrough().orElseThrow();
    }

    private Optional<SellThrough> current() {
        return Optional.ofNullable(
                world.as(rep, () -> service.currentOf(Set.of(customer))).get(customer));
    }

    private List<ProductSellThrough> products(SellThrough cycle) {
        UUID id = NodeId.uuidOf(cycle.id());
        return world.as(rep, () -> service.products(Set.of(id))).get(id);
    }

    private List<UUID> reached(String asOf) {
        return world.list(
                tenant,
                "select cycle_id from reached_stock_cycle(:tenant, date '" + asOf + "')",
                row -> row.uuid("cycle_id"));
    }

    private List<String> findings() {
        return world.list(
                tenant,
                "select * from stock_finding where tenant_id = :tenant order by on_date, kind",
                row -> row.date("on_date") + " " + row.text("kind") + " " + row.number("reported") + " of "
                        + row.number("possible") + " in " + row.uuid("cycle_id"));
    }

    private List<UUID> findingIds() {
        return world.list(tenant, "select id from stock_finding where tenant_id = :tenant", row -> row.uuid("id"));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.errors().stream().map(UserError::code).toList();
    }

    private static Money cny(String amount) {
        return Money.of(new BigDecimal(amount), "CNY");
    }
}
