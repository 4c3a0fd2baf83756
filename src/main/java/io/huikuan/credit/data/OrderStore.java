package io.huikuan.credit.data;

import io.huikuan.credit.CreditOrder;
import io.huikuan.credit.CreditOrderFilter;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Visibility;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Keeps the orders that are not invoiced yet, each time that something was recorded of one. To record, the customer is locked by the caller. */
@ApplicationScoped
public class OrderStore {

    private static final UUID NO_ONE = new UUID(0, 0);

    private static final String OPEN = "(o.superseded_on is null and o.amount > 0)";

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    OrderStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** The latest that was recorded of the customer's order. */
    public Optional<CreditOrder> latest(UUID customer, String number) {
        return sql.of(
                        "select o.*, " + OPEN + " as open from credit_order o"
                                + " where o.tenant_id = :tenant and o.customer_id = :customer and o.number = :number and o.superseded_on is null")
                .bind("customer", customer)
                .bind("number", number)
                .first(OrderStore::order);
    }

    /** What was recorded under the id. */
    public Optional<CreditOrder> find(UUID id) {
        return sql.of("select o.*, " + OPEN + " as open from credit_order o where o.tenant_id = :tenant and o.id = :id")
                .bind("id", id)
                .first(OrderStore::order);
    }

    /** A page of all that match, the newest first; only of customers that the actor sees. */
    public Page<CreditOrder> page(CreditOrderFilter filter, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        String matching = " from credit_order o join customer c on c.tenant_id = :tenant and c.id = o.customer_id"
                + " where o.tenant_id = :tenant and " + Visibility.of(actor.get(), "c")
                + (filter.customerId() == null ? "" : " and o.customer_id = :customer")
                + (filter.open() == null ? "" : " and " + OPEN + " = :open");
        Statement statement = bind(
                        sql.of("select o.*, " + OPEN + " as open" + matching
                                + (after.isPresent() ? " and (o.recorded_at, o.id) < (:after_time, :after_id)" : "")
                                + " order by o.recorded_at desc, o.id desc limit :fetch"),
                        filter)
                .bind("fetch", paging.fetch());
        after.ifPresent(
                cursor -> statement.bind("after_time", cursor.instant(0)).bind("after_id", cursor.uuid(1)));
        int total = paging.counted()
                ? bind(sql.of("select count(*) as count" + matching), filter).one(row -> row.integer("count"))
                : 0;
        return Page.of(
                statement.list(OrderStore::order), paging, found -> Cursor.of(found.recordedAt(), found.key()), total);
    }

    private static Statement bind(Statement statement, CreditOrderFilter filter) {
        if (filter.customerId() != null) {
            statement.bind(
                    "customer",
                    NodeId.uuid(NodeKind.CUSTOMER, filter.customerId()).orElse(NO_ONE));
        }
        return filter.open() == null ? statement : statement.bind("open", filter.open());
    }

    private static CreditOrder order(Row row) {
        return new CreditOrder(
                row.text("number"),
                Money.of(row.number("amount"), row.text("currency")),
                row.date("on_date"),
                row.flag("open"),
                row.instant("recorded_at"),
                row.uuid("customer_id"),
                row.uuid("recorded_by"),
                row.uuid("id"));
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
