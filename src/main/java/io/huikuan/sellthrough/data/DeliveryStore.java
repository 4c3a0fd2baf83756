package io.huikuan.sellthrough.data;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.sellthrough.NewDelivery;
import io.huikuan.sellthrough.domain.StockDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Deliveries and their lines. */
@ApplicationScoped
public class DeliveryStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    DeliveryStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** A delivery that is there already. */
    public record Known(UUID id, NewDelivery delivery) {}

    private record Head(UUID id, UUID customerId, String number, LocalDate on, Instant recordedAt) {}

    private record LineRow(Head head, StockDelivery.Line line) {}

    /** The deliveries with these numbers, whosever they are, by number. */
    public Map<String, Known> withNumbers(Collection<String> numbers) {
        return sql.of("""
                select d.id, d.customer_id, d.number, d.delivered_on, d.recorded_at, l.sku, l.name, l.quantity, l.unit_price
                from delivery d
                join delivery_line l on l.tenant_id = :tenant and l.delivery_id = d.id
                where d.tenant_id = :tenant and d.number = any(:numbers)
                order by d.id, l.line""").texts("numbers", numbers).group(this::head, this::line).entrySet().stream()
                .collect(Collectors.toMap(
                        delivery -> delivery.getKey().number(),
                        delivery -> known(delivery.getKey(), delivery.getValue())));
    }

    private static Known known(Head head, List<StockDelivery.Line> lines) {
        return new Known(
                head.id(),
                new NewDelivery(
                        head.customerId(),
                        head.number(),
                        head.on(),
                        lines.stream()
                                .map(line -> new NewDelivery.Line(
                                        line.sku(), line.name(), line.quantity(), line.unitPrice()))
                                .toList()));
    }

    /** All deliveries of the customers, in the order in which they were recorded. */
    public Map<UUID, List<StockDelivery>> ofCustomers(Collection<UUID> customers) {
        Map<Head, List<StockDelivery.Line>> deliveries = new LinkedHashMap<>();
        sql.of("""
                select d.id, d.customer_id, d.number, d.delivered_on, d.recorded_at, l.sku, l.name, l.quantity, l.unit_price
                from delivery d
                join delivery_line l on l.tenant_id = :tenant and l.delivery_id = d.id
                where d.tenant_id = :tenant and d.customer_id = any(:customers)
                order by d.recorded_at, d.id, l.line""")
                .uuids("customers", customers)
                .list(row -> new LineRow(head(row), line(row)))
                .forEach(row -> deliveries
                        .computeIfAbsent(row.head(), any -> new ArrayList<>())
                        .add(row.line()));
        return deliveries.entrySet().stream()
                .collect(Collectors.groupingBy(
                        delivery -> delivery.getKey().customerId(),
                        Collectors.mapping(DeliveryStore::stockDelivery, Collectors.toList())));
    }

    private static StockDelivery stockDelivery(Map.Entry<Head, List<StockDelivery.Line>> delivery) {
        Head head = delivery.getKey();
        return new StockDelivery(head.id(), head.on(), head.recordedAt(), delivery.getValue());
    }

    private Head head(Row row) {
        return new Head(
                row.uuid("id"),
                row.uuid("customer_id"),
                row.text("number"),
                row.date("delivered_on"),
                row.instant("recorded_at"));
    }

    private StockDelivery.Line line(Row row) {
        return new StockDelivery.Line(
                row.text("sku"),
                Optional.ofNullable(row.text("name")),
                Decimal.of(row.number("quantity")),
                Money.of(row.number("unit_price"), actor.get().baseCurrency()));
    }

    /** Adds deliveries, at most one of a number; answers the numbers that were free and are taken by it now. */
    public Set<String> insert(Collection<NewDelivery> deliveries) {
        Map<UUID, NewDelivery> byId = new LinkedHashMap<>();
        deliveries.forEach(delivery -> byId.put(Uuids.next(), delivery));
        Set<UUID> inserted = new HashSet<>(insertHeads(byId));
        byId.keySet().retainAll(inserted);
        insertLines(byId);
        return byId.values().stream().map(NewDelivery::number).collect(Collectors.toSet());
    }

    private List<UUID> insertHeads(Map<UUID, NewDelivery> byId) {
        return sql.of("""
                insert into delivery (tenant_id, id, customer_id, number, delivered_on, recorded_at, recorded_by)
                select :tenant, d.id, d.customer_id, d.number, d.delivered_on, :now, :actor_user
                from unnest(:ids, :customers, :numbers, :days) as d (id, customer_id, number, delivered_on)
                on conflict (tenant_id, number) do nothing
                returning id""")
                .uuids("ids", byId.keySet())
                .uuids(
                        "customers",
                        byId.values().stream().map(NewDelivery::customerId).toList())
                .texts(
                        "numbers",
                        byId.values().stream().map(NewDelivery::number).toList())
                .dates(
                        "days",
                        byId.values().stream().map(NewDelivery::deliveredOn).toList())
                .bind("now", dates.now())
                .list(row -> row.uuid("id"));
    }

    private void insertLines(Map<UUID, NewDelivery> byId) {
        List<UUID> ids = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<NewDelivery.Line> lines = new ArrayList<>();
        byId.forEach((id, delivery) -> {
            for (int i = 0; i < delivery.lines().size(); i++) {
                ids.add(id);
                numbers.add(i + 1);
                lines.add(delivery.lines().get(i));
            }
        });
        sql.of("""
                insert into delivery_line (tenant_id, delivery_id, line, sku, name, quantity, unit_price)
                select :tenant, l.delivery_id, l.line, l.sku, l.name, l.quantity, l.unit_price
                from unnest(:deliveries, :lines, :skus, :names, :quantities, :prices)
                    as l (delivery_id, line, sku, name, quantity, unit_price)""")
                .uuids("deliveries", ids)
                .integers("lines", numbers)
                .texts("skus", lines.stream().map(NewDelivery.Line::sku).toList())
                .texts(
                        "names",
                        lines.stream().map(line -> line.name().orElse(null)).collect(Collectors.toList()))
                .numbers(
                        "quantities",
                        lines.stream().map(line -> line.quantity().value()).toList())
                .numbers(
                        "prices",
                        lines.stream().map(line -> line.unitPrice().value()).toList())
                .update();
    }

    /** Gives the products of a known delivery the names that it carries now. */
    public void rename(UUID delivery, Map<String, String> names) {
        sql.of("""
                update delivery_line l set name = n.name
                from unnest(:skus, :names) as n (sku, name)
                where l.tenant_id = :tenant and l.delivery_id = :delivery and l.sku = n.sku and l.name is distinct from n.name""")
                .bind("delivery", delivery)
                .texts("skus", names.keySet())
                .texts("names", names.values())
                .update();
    }
}
