package io.huikuan.sellthrough.data;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.sellthrough.domain.Finding;
import io.huikuan.sellthrough.domain.StockCycle;
import io.huikuan.sellthrough.domain.StockPosition;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The derived cycles, positions and findings. Only what differs from before is written. */
@ApplicationScoped
public class CycleStore {

    private final Sql sql;

    CycleStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * The cycle of a customer.
     *
     * @param sequence 1 for the customer's first
     * @param threshold the rate at which it is sold through
     */
    public record CycleRow(UUID id, UUID customerId, int sequence, Decimal threshold, StockCycle cycle) {}

    /** What is stored of a cycle and tells it from others. */
    public record StoredCycle(UUID id, UUID delivery) {}

    /**
     * A finding of a customer.
     *
     * @param cycleId the stored cycle it fell into; null before the first delivery
     */
    public record FindingRow(UUID customerId, UUID cycleId, Finding finding) {

        UUID id() {
            return Uuids.named(customerId, finding.kind() + "|" + finding.on() + "|" + finding.sku());
        }
    }

    private record PositionRow(UUID cycleId, StockPosition position) {}

    /** The cycles of the customers as they are stored, oldest first. */
    public Map<UUID, List<StoredCycle>> stored(Collection<UUID> customers) {
        return sql.of("""
                select customer_id, id, delivery_id from stock_cycle
                where tenant_id = :tenant and customer_id = any(:customers)
                order by customer_id, sequence""")
                .uuids("customers", customers)
                .group(row -> row.uuid("customer_id"), row -> new StoredCycle(row.uuid("id"), row.uuid("delivery_id")));
    }

    /** The rate at which each customer is sold through: its own, else the tenant's. */
    public Map<UUID, Decimal> thresholds(Collection<UUID> customers) {
        return sql.of("""
                select c.id, coalesce(c.sell_through_threshold, s.sell_through_threshold) as threshold
                from customer c
                join tenant_settings s on s.tenant_id = :tenant
                where c.tenant_id = :tenant and c.id = any(:customers)""")
                .uuids("customers", customers)
                .map(row -> row.uuid("id"), row -> Decimal.of(row.number("threshold")));
    }

    /** Those of the customers that have cycles. */
    public List<UUID> withCycles(Collection<UUID> customers) {
        return sql.of("""
                select customer_id from stock_cycle
                where tenant_id = :tenant and customer_id = any(:customers) and ended_on is null""").uuids("customers", customers).list(row -> row.uuid("customer_id"));
    }

    /** The customers that have cycles and are judged by the tenant's threshold. */
    public List<UUID> ruledByTenant() {
        return sql.of("""
                select c.id from customer c
                join stock_cycle s on s.tenant_id = :tenant and s.customer_id = c.id and s.ended_on is null
                where c.tenant_id = :tenant and c.sell_through_threshold is null""").list(row -> row.uuid("id"));
    }

    /** Makes these the cycles and findings of the customers, and no others. */
    public void write(Collection<UUID> customers, List<CycleRow> cycles, List<FindingRow> findings) {
        deleteFindings(customers, findings);
        deleteCycles(customers, cycles);
        upsertCycles(cycles);
        upsertPositions(cycles);
        upsertFindings(findings);
    }

    private void deleteFindings(Collection<UUID> customers, List<FindingRow> kept) {
        sql.of("""
                delete from stock_finding
                where tenant_id = :tenant and customer_id = any(:customers)
                    and not exists (select from unnest(:ids, :cycles) as k (id, cycle_id)
                                    where k.id = stock_finding.id and k.cycle_id is not distinct from stock_finding.cycle_id)""")
                .uuids("customers", customers)
                .uuids("ids", column(kept, FindingRow::id))
                .uuids("cycles", column(kept, FindingRow::cycleId))
                .update();
    }

    private void deleteCycles(Collection<UUID> customers, List<CycleRow> kept) {
        sql.of("""
                with gone as (
                    select id from stock_cycle
                    where tenant_id = :tenant and customer_id = any(:customers) and id <> all(:kept)
                ), positions as (
                    delete from stock_position p using gone where p.tenant_id = :tenant and p.cycle_id = gone.id
                )
                delete from stock_cycle c using gone where c.tenant_id = :tenant and c.id = gone.id""")
                .uuids("customers", customers)
                .uuids("kept", column(kept, CycleRow::id))
                .update();
    }

    /**
     * Oldest first, so that a cycle ends before its successor becomes the current one. What is stored is named by its keys once more, so that
     * it is found by them whatever the planner believes about the table's size.
     */
    private void upsertCycles(List<CycleRow> rows) {
        Statement statement = sql.of("""
                insert into stock_cycle (tenant_id, id, customer_id, sequence, delivery_id, started_on, ended_on, threshold, rate,
                    reached_on, currency, available_value, sold_value)
                select :tenant, n.* from unnest(:ids, :customers, :sequences, :deliveries, :starts, :ends, :thresholds, :rates,
                    :reached, :currencies, :available, :sold)
                    as n (id, customer_id, sequence, delivery_id, started_on, ended_on, threshold, rate,
                        reached_on, currency, available_value, sold_value)
                left join stock_cycle c on c.tenant_id = :tenant and c.id = n.id and c.id = any(:ids)
                where (c.sequence, c.delivery_id, c.started_on, c.ended_on, c.threshold, c.rate, c.reached_on,
                        c.available_value, c.sold_value)
                    is distinct from (n.sequence, n.delivery_id, n.started_on, n.ended_on, n.threshold, n.rate, n.reached_on,
                        n.available_value, n.sold_value)
                order by n.customer_id, n.sequence
                on conflict (tenant_id, id) do update set
                    sequence = excluded.sequence, delivery_id = excluded.delivery_id, started_on = excluded.started_on,
                    ended_on = excluded.ended_on, threshold = excluded.threshold, rate = excluded.rate,
                    reached_on = excluded.reached_on, available_value = excluded.available_value, sold_value = excluded.sold_value""");
        bindCycles(statement, rows);
        statement.update();
    }

    private static void bindCycles(Statement statement, List<CycleRow> rows) {
        statement
                .uuids("ids", column(rows, CycleRow::id))
                .uuids("customers", column(rows, CycleRow::customerId))
                .integers("sequences", column(rows, CycleRow::sequence))
                .uuids("deliveries", column(rows, row -> row.cycle().startedBy()))
                .dates("starts", column(rows, row -> row.cycle().startedOn()))
                .dates("ends", column(rows, row -> row.cycle().endedOn().orElse(null)))
                .numbers("thresholds", column(rows, row -> row.threshold().value()))
                .numbers("rates", column(rows, row -> row.cycle().rate().value()))
                .dates("reached", column(rows, row -> row.cycle().reachedOn().orElse(null)))
                .texts(
                        "currencies",
                        column(rows, row -> row.cycle().availableValue().currency()))
                .numbers(
                        "available",
                        column(rows, row -> row.cycle().availableValue().value()))
                .numbers("sold", column(rows, row -> row.cycle().soldValue().value()));
    }

    private void upsertPositions(List<CycleRow> cycles) {
        List<PositionRow> rows = cycles.stream()
                .flatMap(cycle ->
                        cycle.cycle().positions().stream().map(position -> new PositionRow(cycle.id(), position)))
                .toList();
        Statement statement = sql.of("""
                with new as materialized (
                    select * from unnest(:cycles, :skus, :names, :prices, :openings, :available, :sold, :on_hand, :reported)
                        as n (cycle_id, sku, name, price, opening, available, sold, on_hand, last_reported_on)
                ), gone as (
                    delete from stock_position p
                    where p.tenant_id = :tenant and p.cycle_id = any(:kept)
                        and not exists (select from new n where n.cycle_id = p.cycle_id and n.sku = p.sku)
                )
                insert into stock_position
                    (tenant_id, cycle_id, sku, name, price, opening, available, sold, on_hand, last_reported_on)
                select :tenant, n.* from new n
                left join stock_position p on p.tenant_id = :tenant and p.cycle_id = n.cycle_id and p.sku = n.sku
                    and p.cycle_id = any(:kept)
                where p.sku is null
                    or (p.name, p.price, p.opening, p.available, p.sold, p.on_hand, p.last_reported_on)
                        is distinct from (n.name, n.price, n.opening, n.available, n.sold, n.on_hand, n.last_reported_on)
                on conflict (tenant_id, cycle_id, sku) do update set
                    name = excluded.name, price = excluded.price, opening = excluded.opening, available = excluded.available,
                    sold = excluded.sold, on_hand = excluded.on_hand, last_reported_on = excluded.last_reported_on""");
        bindPositions(statement, rows);
        statement.uuids("kept", column(cycles, CycleRow::id)).update();
    }

    private static void bindPositions(Statement statement, List<PositionRow> rows) {
        statement
                .uuids("cycles", column(rows, PositionRow::cycleId))
                .texts("skus", column(rows, row -> row.position().sku()))
                .texts("names", column(rows, row -> row.position().name().orElse(null)))
                .numbers(
                        "prices",
                        column(
                                rows,
                                row -> row.position().price().map(Money::value).orElse(null)))
                .numbers("openings", numbers(rows, StockPosition::opening))
                .numbers("available", numbers(rows, StockPosition::available))
                .numbers("sold", numbers(rows, StockPosition::sold))
                .numbers("on_hand", numbers(rows, StockPosition::onHand))
                .dates(
                        "reported",
                        column(rows, row -> row.position().lastReportedOn().orElse(null)));
    }

    private static List<BigDecimal> numbers(List<PositionRow> rows, Function<StockPosition, Decimal> figure) {
        return column(rows, row -> figure.apply(row.position()).value());
    }

    private void upsertFindings(List<FindingRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.of("""
                insert into stock_finding as f (tenant_id, id, customer_id, cycle_id, sku, on_date, kind, reported, possible)
                select :tenant, n.* from unnest(:ids, :customers, :cycles, :skus, :days, :kinds, :reported, :possible)
                    as n (id, customer_id, cycle_id, sku, on_date, kind, reported, possible)
                on conflict (tenant_id, id) do update set reported = excluded.reported, possible = excluded.possible
                where (f.reported, f.possible) is distinct from (excluded.reported, excluded.possible)""")
                .uuids("ids", column(rows, FindingRow::id))
                .uuids("customers", column(rows, FindingRow::customerId))
                .uuids("cycles", column(rows, FindingRow::cycleId))
                .texts("skus", column(rows, row -> row.finding().sku()))
                .dates("days", column(rows, row -> row.finding().on()))
                .names("kinds", column(rows, row -> row.finding().kind()))
                .numbers(
                        "reported", column(rows, row -> row.finding().reported().value()))
                .numbers(
                        "possible", column(rows, row -> row.finding().possible().value()))
                .update();
    }

    /** One column of the rows; unlike {@code toList()} it holds nulls. */
    private static <R, C> List<C> column(List<R> rows, Function<? super R, ? extends C> value) {
        return rows.stream().<C>map(value).collect(Collectors.toList());
    }
}
