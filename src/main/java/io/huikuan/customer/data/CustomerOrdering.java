package io.huikuan.customer.data;

import io.huikuan.customer.CustomerOrder;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/**
 * An order of customers as SQL: what is joined for it, its sort key, and which way it runs. The id breaks ties, always upwards. A cursor
 * carries the order that it was made by.
 *
 * @param join what besides the customer table, aliased c, is read; {@code :today} and {@code :currency} are bound
 * @param key the sort key, never null
 */
record CustomerOrdering(CustomerOrder order, String join, String key, boolean descending) {

    /** Customer by customer, so that whoever sees few customers reads the shares of those alone. */
    private static final String OPEN_OF_EACH = """
            cross join lateral (
                select %s as key from open_share(:tenant, :today, 'SCHEDULE') o where o.customer_id = c.id and %s) m""";

    /** The same in one go, for whoever looks at all of them. */
    private static final String OPEN_OF_ALL = """
            left join (
                select o.customer_id, %s as key from open_share(:tenant, :today, 'SCHEDULE') o where %s group by o.customer_id) m
                on m.customer_id = c.id""";

    /** The order of a list of customers, of all or of few. */
    static CustomerOrdering of(CustomerOrder order, boolean all) {
        String open = all ? OPEN_OF_ALL : OPEN_OF_EACH;
        return switch (order) {
            case NAME -> new CustomerOrdering(order, "", "c.name", false);
            case OVERDUE_DESC -> byAmount(order, open, "o.currency = :currency and o.due_date < :today");
            case OUTSTANDING_DESC -> byAmount(order, open, "o.currency = :currency");
            case NEXT_DUE ->
                new CustomerOrdering(
                        order, open.formatted("min(o.due_date)", "true"), "coalesce(m.key, date '9999-12-31')", false);
        };
    }

    private static CustomerOrdering byAmount(CustomerOrder order, String open, String shares) {
        return new CustomerOrdering(order, open.formatted("sum(o.open)", shares), "coalesce(m.key, 0)", true);
    }

    String orderBy() {
        return key + (descending ? " desc" : "") + ", c.id";
    }

    /** The condition for rows behind the cursor's. */
    String beyond() {
        return descending
                ? "(%1$s < :key or (%1$s = :key and c.id > :key_id))".formatted(key)
                : "(%s, c.id) > (:key, :key_id)".formatted(key);
    }

    Cursor place(String sortKey, UUID id) {
        return Cursor.of(order, sortKey, id);
    }

    Optional<Cursor> after(Paging paging) {
        Optional<Cursor> cursor = paging.afterCursor(3);
        if (cursor.filter(place -> !place.text(0).equals(order.name())).isPresent()) {
            throw new Problem(ErrorCode.INVALID_CURSOR, "The cursor was made by another order.");
        }
        return cursor;
    }

    void bind(Statement statement, Cursor cursor) {
        Object value = switch (order) {
            case NAME -> cursor.text(1);
            case OVERDUE_DESC, OUTSTANDING_DESC -> cursor.decimal(1);
            case NEXT_DUE -> cursor.date(1);
        };
        statement.bind("key", value).bind("key_id", cursor.uuid(2));
    }
}
