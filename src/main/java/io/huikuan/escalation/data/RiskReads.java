package io.huikuan.escalation.data;

import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what may be lost with customers, and what may be asked of them. */
@ApplicationScoped
public class RiskReads {

    private final Sql sql;
    private final BusinessDates dates;

    RiskReads(Sql sql, BusinessDates dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** What a customer bought, ordered and owes in one currency. */
    public record Trade(String currency, BigDecimal sales, BigDecimal orders, BigDecimal overdue) {}

    /** Of each of the customers, by currency; one without any of it is left out. Sales are those from the day through the business date. */
    public Map<UUID, List<Trade>> trade(Collection<UUID> customers, LocalDate from) {
        return sql.of("""
                select x.customer_id, x.currency, sum(x.sales) as sales, sum(x.orders) as orders, sum(x.overdue) as overdue
                from (
                    select r.customer_id, r.currency, case r.kind when 'CREDIT_NOTE' then -r.amount else r.amount end as sales, 0 as orders, 0 as overdue
                    from receivable r
                    where r.tenant_id = :tenant and r.customer_id = any(:customers) and r.kind in ('INVOICE', 'CONSIGNMENT', 'CREDIT_NOTE')
                        and r.issue_date between :from and cast(:today as date)
                    union all
                    select o.customer_id, o.currency, 0, o.amount, 0 from open_order(:tenant, cast(:today as date)) o
                    where o.customer_id = any(:customers)
                    union all
                    select s.customer_id, s.currency, 0, 0, s.open from open_share(:tenant, cast(:today as date), 'SCHEDULE') s
                    where s.customer_id = any(:customers) and s.due_date < cast(:today as date)) x
                group by x.customer_id, x.currency order by x.customer_id, x.currency""")
                .uuids("customers", customers)
                .bind("from", from)
                .bind("today", dates.today())
                .group(
                        row -> row.uuid("customer_id"),
                        row -> new Trade(
                                row.text("currency"),
                                row.number("sales"),
                                row.number("orders"),
                                row.number("overdue")));
    }

    /** Whether something of the customer is overdue that is neither promised nor disputed. */
    public boolean mayBeDunned(UUID customer) {
        return sql.of("""
                select exists (
                    select from dunning_share(:tenant, cast(:today as date)) d
                    where d.customer_id = :customer and d.due_date < cast(:today as date)) as dunnable""")
                .bind("customer", customer)
                .bind("today", dates.today())
                .one(row -> row.flag("dunnable"));
    }
}
