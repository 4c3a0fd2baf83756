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
    private static final String OPEN = """
            cross join lateral (
                select coalesce(sum(o.open), 0) as outstanding,
                    coalesce(sum(o.open) filter (where o.due_date < :today), 0) as overdue,
                    coalesce(min(o.due_date), date '9999-12-31') as next_due
                from open_share(:tenant, :today, 'SCHEDULE') o where o.customer_id = c.id %s) m""";

    private static final String IN_CURRENCY = OPEN.formatted("and o.currency = :currency");

    static CustomerOrdering of(CustomerOrder order) {
        return switch (order) {
            case NAME -> new CustomerOrdering(order, "", "c.name", false);
            case OVERDUE_DESC -> new CustomerOrdering(order, IN_CURRENCY, "m.overdue", true);
            case OUTSTANDING_DESC -> new CustomerOrdering(order, IN_CURRENCY, "m.outstanding", true);
            case NEXT_DUE -> new CustomerOrdering(order, OPEN.formatted(""), "m.next_due", false);
        };
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
