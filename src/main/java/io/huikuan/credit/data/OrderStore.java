package io.huikuan.credit.data;

import io.huikuan.credit.CreditOrder;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Keeps the orders that are not invoiced yet. The customers are locked by the caller. */
@ApplicationScoped
public class OrderStore {

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    OrderStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** The latest row of the number, of the customer. */
    public Optional<CreditOrder> latest(UUID customer, String number) {
        return found("o.customer_id = :customer and o.number = :key and o.superseded_on is null", customer, number);
    }

    /** The row that a repeat reads again. */
    public Optional<CreditOrder> find(UUID id) {
        return found("o.id = :key and :customer is null", null, id);
    }

    private Optional<CreditOrder> found(String which, UUID customer, Object key) {
        return sql.of("select o.* from credit_order o where o.tenant_id = :tenant and "
                        + which.replace(":customer is null", "cast(:customer as uuid) is null"))
                .bind("customer", customer)
                .bind("key", key)
                .first(row -> new CreditOrder(
                        row.text("number"),
                        Money.of(row.number("amount"), row.text("currency")),
                        row.date("on_date"),
                        row.uuid("customer_id"),
                        row.uuid("id")));
    }

    /** Says the number anew; false when another customer has it. */
    public boolean record(UUID id, UUID customer, String number, Money amount) {
        int before = sql.of("""
                update credit_order set superseded_on = :today
                where tenant_id = :tenant and customer_id = :customer and number = :number and superseded_on is null""")
                .bind("customer", customer)
                .bind("number", number)
                .bind("today", dates.today())
                .update();
        return sql.of("""
                insert into credit_order (tenant_id, id, customer_id, number, first, currency, amount, on_date, recorded_at, recorded_by)
                values (:tenant, :id, :customer, :number, :first, :currency, :amount, :today, :now, :by)
                on conflict (tenant_id, number) where first do nothing""")
                        .bind("id", id)
                        .bind("customer", customer)
                        .bind("number", number)
                        .bind("first", before == 0)
                        .bind("currency", amount.currency())
                        .bind("amount", amount.value())
                        .bind("today", dates.today())
                        .bind("now", dates.now())
                        .bind("by", actor.get().user().orElse(null))
                        .update()
                == 1;
    }
}
