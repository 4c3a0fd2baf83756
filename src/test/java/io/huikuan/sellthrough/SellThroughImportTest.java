package io.huikuan.sellthrough;

import static io.huikuan.sellthrough.StockWorld.counted;
import static io.huikuan.sellthrough.StockWorld.delivery;
import static io.huikuan.sellthrough.StockWorld.line;
import static io.huikuan.sellthrough.StockWorld.report;
import static io.huikuan.sellthrough.StockWorld.sold;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.money.Decimal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SellThroughImportTest {

    @Inject
    StockWorld world;

    @Inject
    SellThroughImport imports;

    @Inject
    SellThroughService service;

    private Actor tenant;
    private UUID one;
    private UUID two;

    @BeforeEach
    void a_tenant_has_two_customers() {
        tenant = world.tenant();
        one = world.customer(tenant, Optional.empty());
        two = world.customer(tenant, Optional.empty());
    }

    @Test
    void deliveries_are_told_apart_by_their_numbers() {
        List<NewDelivery> file = List.of(
                delivery(one, "D1", "2026-10-01", line("A", "10", "1.00")),
                delivery(two, "D2", "2026-10-01", line("A", "20", "1.00")),
                delivery(one, "D1", "2026-10-01", line("A", "10.0", "1.0")),
                delivery(one, "D2", "2026-10-01", line("A", "20", "1.00")));

        assertThat(deliver(file)).containsExactly(Booked.CREATED, Booked.CREATED, Booked.UNCHANGED, Booked.CHANGED);
        assertThat(deliver(file)).containsExactly(Booked.UNCHANGED, Booked.UNCHANGED, Booked.UNCHANGED, Booked.CHANGED);
        assertThat(world.newsOf(tenant)).containsExactly(Set.of(one, two));
        assertThat(current(two).availableValue().amount()).isEqualTo(new Decimal("20"));
    }

    @Test
    void another_name_of_a_product_is_taken_over() {
        deliver(List.of(delivery(one, "D1", "2026-10-01", line("A", "10", "1.00"))));
        NewDelivery.Line renamed = new NewDelivery.Line(
                "A",
                Optional.of("Renamed"),
                new Decimal("10"),
                line("A", "1", "1.00").unitPrice());

        assertThat(deliver(List.of(delivery(one, "D1", "2026-10-01", renamed)))).containsExactly(Booked.UPDATED);
        assertThat(world.as(tenant, () -> service.products(Set.of(current(one).uuid())))
                        .get(current(one).uuid()))
                .extracting(ProductSellThrough::name)
                .containsExactly("Renamed");
    }

    @Test
    void reports_are_told_apart_by_customer_product_and_day() {
        deliver(List.of(delivery(one, "D1", "2026-10-01", line("A", "10", "1.00"))));
        List<NewSellOut> file = List.of(
                report(one, "2026-10-02", sold("A", "1")),
                report(one, "2026-10-03", counted("A", "5")),
                report(two, "2026-10-02", sold("A", "0")));

        assertThat(reportAll(file)).containsOnly(Booked.CREATED);
        assertThat(reportAll(file)).containsOnly(Booked.UNCHANGED);
        assertThat(reportAll(List.of(report(one, "2026-10-02", sold("A", "2")))))
                .containsExactly(Booked.UPDATED);
        assertThat(current(one).rate()).isEqualTo(new Decimal("0.5"));
    }

    @Test
    void many_customers_are_derived_at_once() {
        List<UUID> customers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            customers.add(world.customer(tenant, Optional.empty()));
        }
        List<NewDelivery> deliveries = new ArrayList<>();
        List<NewSellOut> reports = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            for (int n = 0; n < 5; n++) {
                deliveries.add(delivery(
                        customers.get(i),
                        "D" + i + "-" + n,
                        "2026-10-0" + (n + 1),
                        line("A", "10", "1.00"),
                        line("B", "5", "2.00")));
                reports.add(report(customers.get(i), "2026-10-1" + n, sold("A", "9")));
            }
        }

        assertThat(deliver(deliveries)).containsOnly(Booked.CREATED);
        assertThat(reportAll(reports)).containsOnly(Booked.CREATED);

        assertThat(
                        world.count(
                                tenant,
                                "select count(*) from stock_cycle where tenant_id = :tenant and rate = 0.45 and ended_on is null"))
                .isEqualTo(60);
        assertThat(world.newsOf(tenant)).hasSize(2);
    }

    @Test
    void reports_of_past_cycles_move_the_later_ones() {
        deliver(List.of(
                delivery(one, "D1", "2026-10-01", line("A", "10", "1.00")),
                delivery(one, "D2", "2026-10-10", line("A", "10", "1.00"))));
        assertThat(current(one).cycleStartedOn()).isEqualTo("2026-10-01");

        reportAll(List.of(report(one, "2026-10-05", sold("A", "8"))));

        assertThat(current(one).cycleStartedOn()).isEqualTo("2026-10-10");
        assertThat(current(one).availableValue().amount()).isEqualTo(new Decimal("12"));
        assertThat(world.list(
                        tenant,
                        "select ended_on from stock_cycle where tenant_id = :tenant order by sequence",
                        row -> Optional.ofNullable(row.date("ended_on"))))
                .containsExactly(Optional.of(LocalDate.parse("2026-10-10")), Optional.empty());
    }

    private List<Booked> deliver(List<NewDelivery> deliveries) {
        return world.within(tenant, () -> imports.deliveries(deliveries));
    }

    private List<Booked> reportAll(List<NewSellOut> reports) {
        return world.within(tenant, () -> imports.reports(reports));
    }

    private SellThrough current(UUID customer) {
        return world.as(tenant, () -> service.currentOf(Set.of(customer))).get(customer);
    }
}
