package io.huikuan.sellthrough.data;

import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.sellthrough.domain.StockReport;
import io.huikuan.sellthrough.domain.StockReport.Counted;
import io.huikuan.sellthrough.domain.StockReport.Observation;
import io.huikuan.sellthrough.domain.StockReport.Sold;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What customers said about their stock; a replaced report stays, but no longer counts. */
@ApplicationScoped
public class SellOutStore {

    private final Sql sql;
    private final BusinessDates dates;

    SellOutStore(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** What a report is known by: there is one that counts for each. */
    public record ReportKey(UUID customerId, String sku, LocalDate reportedOn) {}

    /**
     * What a report says.
     *
     * @param firstRecordedAt when the first version of its key was recorded
     */
    public record ReportVersion(Observation observation, Instant firstRecordedAt) {}

    /** The reports that count for these keys. */
    public Map<ReportKey, ReportVersion> current(Collection<ReportKey> keys) {
        return keyed("""
                select r.customer_id, r.sku, r.reported_on, r.sold, r.on_hand, r.first_recorded_at
                from unnest(:customers, :skus, :days) as k (customer_id, sku, reported_on)
                join sell_out_report r on r.tenant_id = :tenant and r.customer_id = k.customer_id and r.sku = k.sku
                    and r.reported_on = k.reported_on and r.replaced_at is null""", keys)
                .map(
                        row -> new ReportKey(row.uuid("customer_id"), row.text("sku"), row.date("reported_on")),
                        row -> new ReportVersion(observation(row), row.instant("first_recorded_at")));
    }

    /** The reports of the customers that count. */
    public Map<UUID, List<StockReport>> ofCustomers(Collection<UUID> customers) {
        return sql.of("""
                select customer_id, sku, reported_on, sold, on_hand, first_recorded_at
                from sell_out_report
                where tenant_id = :tenant and customer_id = any(:customers) and replaced_at is null""")
                .uuids("customers", customers)
                .group(
                        row -> row.uuid("customer_id"),
                        row -> new StockReport(
                                row.text("sku"),
                                row.date("reported_on"),
                                row.instant("first_recorded_at"),
                                observation(row)));
    }

    private static Observation observation(Row row) {
        BigDecimal sold = row.number("sold");
        return sold == null ? new Counted(Decimal.of(row.number("on_hand"))) : new Sold(Decimal.of(sold));
    }

    /** Adds reports under keys for which none counts. */
    public void insert(Map<ReportKey, ReportVersion> reports) {
        List<ReportVersion> versions = List.copyOf(reports.values());
        keyed("""
                insert into sell_out_report (tenant_id, id, customer_id, sku, reported_on, sold, on_hand,
                    first_recorded_at, recorded_at, recorded_by)
                select :tenant, k.id, k.customer_id, k.sku, k.reported_on, k.sold, k.on_hand, k.first_recorded_at, :now, :actor_user
                from unnest(:ids, :customers, :skus, :days, :sold, :on_hand, :places)
                    as k (id, customer_id, sku, reported_on, sold, on_hand, first_recorded_at)""", reports.keySet())
                .uuids("ids", versions.stream().map(any -> Uuids.next()).toList())
                .numbers("sold", versions.stream().map(SellOutStore::sold).collect(Collectors.toList()))
                .numbers("on_hand", versions.stream().map(SellOutStore::onHand).collect(Collectors.toList()))
                .instants(
                        "places",
                        versions.stream().map(ReportVersion::firstRecordedAt).toList())
                .bind("now", dates.now())
                .update();
    }

    /** Lets the reports of these keys count no longer; they are kept. */
    public void retire(Collection<ReportKey> keys) {
        keyed("""
                update sell_out_report r set replaced_at = :now
                from unnest(:customers, :skus, :days) as k (customer_id, sku, reported_on)
                where r.tenant_id = :tenant and r.customer_id = k.customer_id and r.sku = k.sku
                    and r.reported_on = k.reported_on and r.replaced_at is null""", keys).bind("now", dates.now()).update();
    }

    private Statement keyed(String statement, Collection<ReportKey> keys) {
        return sql.of(statement)
                .uuids("customers", keys.stream().map(ReportKey::customerId).toList())
                .texts("skus", keys.stream().map(ReportKey::sku).toList())
                .dates("days", keys.stream().map(ReportKey::reportedOn).toList());
    }

    private static BigDecimal sold(ReportVersion version) {
        return version.observation() instanceof Sold sale ? sale.units().value() : null;
    }

    private static BigDecimal onHand(ReportVersion version) {
        return version.observation() instanceof Counted count ? count.onHand().value() : null;
    }
}
