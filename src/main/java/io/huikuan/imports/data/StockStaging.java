package io.huikuan.imports.data;

import io.huikuan.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Resolves rows of deliveries and of sell-out reports. Both are handed on by customer, so that each customer's stock is derived few times. */
@ApplicationScoped
public class StockStaging {

    private final Sql sql;

    StockStaging(Sql sql) {
        this.sql = sql;
    }

    /** A line of a delivery; {@code place} numbers the deliveries in the order in which they are handed on. */
    public record DeliveryLine(
            int place,
            int row,
            UUID customer,
            String number,
            LocalDate deliveredOn,
            String sku,
            String productName,
            BigDecimal quantity,
            BigDecimal unitPrice,
            String currency) {}

    /** What a customer reports of a product; {@code place} numbers the reports in the order in which they are handed on. */
    public record ReportLine(
            int place, int row, UUID customer, LocalDate reportedOn, String sku, BigDecimal sold, BigDecimal onHand) {}

    /** Resolves deliveries: the rows of one number are its lines. */
    public void resolveDeliveries() {
        layResolved();
        sql.of("""
                insert into import_resolved (row_number, customer_id, fault, place, verdict)
                select i.row_number, c.id,
                    case when first_value(i.customer_code) over by_number <> i.customer_code then 'customer_code'
                        when first_value(i.delivered_on) over by_number <> i.delivered_on then 'delivered_on' end,
                    dense_rank() over (order by c.id, i.number), 'CREATED'
                from import_row i
                left join customer c on c.tenant_id = :tenant and c.code = i.customer_code
                where i.tenant_id = :tenant
                window by_number as (partition by i.number order by i.row_number)""").update();
        sql.analyze("import_resolved");
        find("The rows of a delivery name one customer and one day.");
    }

    /**
     * Makes all rows the acting partner's own. One that names another code is found fault with, whether or not somebody has that code, before it is
     * looked at any further.
     */
    public void claim() {
        sql.of("""
                insert into import_finding (row_number, column_name, code, message)
                select i.row_number, 'customer_code', 'NOT_FOUND', 'This is not your code: you can only report of yourself.'
                from import_row i
                join customer c on c.tenant_id = :tenant and c.id = :actor_customer
                where i.tenant_id = :tenant and i.customer_code <> c.code""").update();
        sql.of("""
                update import_row i set customer_code = c.code from customer c
                where i.tenant_id = :tenant and c.tenant_id = :tenant and c.id = :actor_customer""").update();
    }

    /** Resolves reports: a customer reports once a day on a product. */
    public void resolveReports() {
        layResolved();
        sql.of("""
                insert into import_resolved (row_number, customer_id, fault, place, verdict)
                select n.row_number, n.customer_id,
                    case when n.sold is distinct from n.first_sold then 'sold' when n.on_hand is distinct from n.first_on_hand then 'on_hand'
                        end,
                    case when n.nth = 1 then row_number() over (partition by n.nth order by n.customer_id, n.reported_on, n.row_number) end,
                    case when n.nth = 1 then 'CREATED' else 'UNCHANGED' end
                from (
                    select i.*, c.id as customer_id, row_number() over by_key as nth,
                        first_value(i.sold) over by_key as first_sold, first_value(i.on_hand) over by_key as first_on_hand
                    from import_row i
                    left join customer c on c.tenant_id = :tenant and c.code = i.customer_code
                    where i.tenant_id = :tenant
                    window by_key as (partition by i.customer_code, i.sku, i.reported_on order by i.row_number)) n""").update();
        sql.analyze("import_resolved");
        find("Another row of the file says otherwise of this customer, product and day.");
    }

    private void layResolved() {
        sql.temporary(
                "import_resolved",
                "row_number int not null, customer_id uuid, fault text, place int, verdict text not null, primary key (row_number),"
                        + " unique (place, row_number)");
    }

    private void find(String conflict) {
        sql.of("""
                insert into import_finding (row_number, column_name, code, message)
                select r.row_number, case when r.customer_id is null then 'customer_code' else r.fault end,
                    case when r.customer_id is null then 'NOT_FOUND' else 'REPEATED_ROW' end,
                    case when r.customer_id is null then 'There is no customer with this code.' else :conflict end
                from import_resolved r
                where r.tenant_id = :tenant and (r.customer_id is null or r.fault is not null)""").bind("conflict", conflict).update();
    }

    /** The lines of the next deliveries after a place. */
    public List<DeliveryLine> deliveriesAfter(int place, int most) {
        return sql.of("""
                select r.place, i.row_number, r.customer_id, i.number, i.delivered_on, i.sku, i.product_name, i.quantity, i.unit_price,
                    i.currency
                from import_resolved r
                join import_row i on i.tenant_id = :tenant and i.row_number = r.row_number
                where r.tenant_id = :tenant and r.place > :place and r.place <= :place + :most
                order by r.place, r.row_number""")
                .bind("place", place)
                .bind("most", most)
                .list(row -> new DeliveryLine(
                        row.integer("place"),
                        row.integer("row_number"),
                        row.uuid("customer_id"),
                        row.text("number"),
                        row.date("delivered_on"),
                        row.text("sku"),
                        row.text("product_name"),
                        row.number("quantity"),
                        row.number("unit_price"),
                        row.text("currency")));
    }

    /** The next reports after a place, those apart that only repeat another row. */
    public List<ReportLine> reportsAfter(int place, int most) {
        return sql.of("""
                select r.place, i.row_number, r.customer_id, i.reported_on, i.sku, i.sold, i.on_hand
                from import_resolved r
                join import_row i on i.tenant_id = :tenant and i.row_number = r.row_number
                where r.tenant_id = :tenant and r.place > :place and r.place <= :place + :most
                order by r.place""")
                .bind("place", place)
                .bind("most", most)
                .list(row -> new ReportLine(
                        row.integer("place"),
                        row.integer("row_number"),
                        row.uuid("customer_id"),
                        row.date("reported_on"),
                        row.text("sku"),
                        row.number("sold"),
                        row.number("on_hand")));
    }

    /** How many rows only repeat another one. */
    public int repeats() {
        return sql.of("select count(*) as n from import_resolved where tenant_id = :tenant and verdict = 'UNCHANGED'")
                .one(row -> row.integer("n"));
    }

    /** How many deliveries there are. */
    public int places() {
        return sql.of("select coalesce(max(place), 0) as n from import_resolved where tenant_id = :tenant")
                .one(row -> row.integer("n"));
    }
}
