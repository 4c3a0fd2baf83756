package io.huikuan.sellthrough.data;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.sellthrough.ProductSellThrough;
import io.huikuan.sellthrough.SellThrough;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cycles as they are shown, to those who see the customer. */
@ApplicationScoped
public class SellThroughQueries {

    private static final String COLUMNS = """
            select s.id, s.customer_id, s.started_on, s.ended_on, s.rate, s.threshold, s.reached_on, s.currency,
                s.available_value, s.sold_value
            from stock_cycle s
            join customer c on c.tenant_id = :tenant and c.id = s.customer_id
            where s.tenant_id = :tenant""";

    private final Sql sql;
    private final CurrentActor actor;

    SellThroughQueries(Sql sql, CurrentActor actor) {
        this.sql = sql;
        this.actor = actor;
    }

    /** The current cycle of each customer that has one. */
    public Map<UUID, SellThrough> currentOf(Collection<UUID> customers) {
        return sql.of(visible("s.customer_id = any(:customers) and s.ended_on is null"))
                .uuids("customers", customers)
                .map(row -> row.uuid("customer_id"), SellThroughQueries::sellThrough);
    }

    /** The cycles with these ids, ended ones too. */
    public Map<UUID, SellThrough> byIds(Collection<UUID> ids) {
        return sql.of(visible("s.id = any(:ids)"))
                .uuids("ids", ids)
                .map(row -> row.uuid("id"), SellThroughQueries::sellThrough);
    }

    private String visible(String condition) {
        return COLUMNS + " and " + condition + " and " + Visibility.of(actor.get(), "c");
    }

    /** The products of each cycle by code; visibility was settled when the cycle was fetched. */
    public Map<UUID, List<ProductSellThrough>> products(Collection<UUID> cycles) {
        return sql.of("""
                select cycle_id, sku, name, available, sold, on_hand, last_reported_on,
                    case when available > 0 then round(sold / available, 4) else 0.0000 end as rate
                from stock_position
                where tenant_id = :tenant and cycle_id = any(:cycles)
                order by cycle_id, sku""").uuids("cycles", cycles).group(row -> row.uuid("cycle_id"), SellThroughQueries::product);
    }

    private static SellThrough sellThrough(Row row) {
        String currency = row.text("currency");
        return new SellThrough(
                NodeId.of(NodeKind.SELL_THROUGH, row.uuid("id")),
                row.uuid("customer_id"),
                row.date("started_on"),
                row.date("ended_on"),
                Decimal.of(row.number("rate")),
                Decimal.of(row.number("threshold")),
                row.date("reached_on"),
                Money.of(row.number("available_value"), currency),
                Money.of(row.number("sold_value"), currency));
    }

    private static ProductSellThrough product(Row row) {
        return new ProductSellThrough(
                row.text("sku"),
                row.text("name"),
                Decimal.of(row.number("available")),
                Decimal.of(row.number("sold")),
                Decimal.of(row.number("on_hand")),
                Decimal.of(row.number("rate")),
                row.date("last_reported_on"));
    }
}
