package io.huikuan.customer.data;

import io.huikuan.customer.CreditGrade;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerKind;
import io.huikuan.customer.CustomerStatus;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Row;
import io.huikuan.tenant.PaymentTerms;
import java.math.BigDecimal;

/** How a row of the customer table, aliased c, is shown. */
final class CustomerRow {

    /** What {@link #shown} reads; {@code :zone} is the tenant's time zone. */
    static final String COLUMNS = """
            c.id, c.version, c.code, c.name, c.legal_name, c.kind, c.status, c.grade, c.region,
            coalesce(c.time_zone, :zone) as time_zone, c.owner_id, c.credit_limit_amount, c.credit_limit_currency,
            c.terms, c.sell_through_threshold""";

    private CustomerRow() {}

    static Customer shown(Row row) {
        String terms = row.text("terms");
        BigDecimal limit = row.number("credit_limit_amount");
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
                limit == null ? null : Money.of(limit, row.text("credit_limit_currency")),
                terms == null ? null : PaymentTerms.ofText(terms),
                threshold == null ? null : Decimal.of(threshold),
                row.uuid("owner_id"));
    }
}
