package io.huikuan.customer.data;

import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerKind;
import io.huikuan.customer.CustomerStatus;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.sql.Row;
import io.huikuan.tenant.PaymentTerms;
import java.math.BigDecimal;

/** How a row of the customer table, aliased c, is shown. */
final class CustomerRow {

    /**
     * How we stand with it on {@code :today}: a live hold makes it ON_HOLD unless it is closed. The ON_HOLD of the row itself is what another system said,
     * which became a hold then, and means no more than ACTIVE.
     */
    static final String STATUS = """
            (case when c.status = 'CLOSED' then 'CLOSED'
                when exists (select from live_hold(:tenant, cast(:today as date)) h where h.customer_id = c.id) then 'ON_HOLD'
                when c.status = 'ON_HOLD' then 'ACTIVE'
                else c.status end)""";

    /** What {@link #shown} reads; {@code :zone} is the tenant's time zone, {@code :today} its business date. */
    static final String COLUMNS = """
            c.id, c.version, c.code, c.name, c.legal_name, c.kind, %s as status, c.grade, c.region,
            coalesce(c.time_zone, :zone) as time_zone, c.owner_id, c.terms, c.sell_through_threshold""".formatted(STATUS);

    private CustomerRow() {}

    static Customer shown(Row row) {
        String terms = row.text("terms");
        BigDecimal threshold = row.number("sell_through_threshold");
        return new Customer(
                NodeId.of(NodeKind.CUSTOMER, row.uuid("id")),
                row.integer("version"),
                row.text("code"),
                row.text("name"),
                row.text("legal_name"),
                row.constant(CustomerKind.class, "kind"),
                row.constant(CustomerStatus.class, "status"),
                row.constant(CreditGrade.class, "grade"),
                row.text("region"),
                row.text("time_zone"),
                terms == null ? null : PaymentTerms.ofText(terms),
                threshold == null ? null : Decimal.of(threshold),
                row.uuid("owner_id"));
    }
}
