package io.huikuan.analytics.data;

import io.huikuan.analytics.AgingGroup;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Statement;
import java.util.Optional;

/** The place of a row among the rows {@code g} of its grouping: those without a key last, by label, key and currency. */
record AgingPlace(String key, String label, String currency) {

    static final String ORDER = "g.key = '', g.label, g.key, g.currency";
    private static final String BEYOND =
            " where (g.key = '', g.label, g.key, g.currency) > (:after_key = '', :after_label, :after_key, :after_currency)";

    static AgingPlace of(Row row) {
        return new AgingPlace(row.text("key"), row.text("label"), row.text("currency"));
    }

    /** The place after which the page begins; a cursor of another grouping is refused. */
    static Optional<AgingPlace> after(Paging paging, AgingGroup group) {
        return paging.afterCursor(4).map(cursor -> {
            if (!cursor.text(0).equals(group.name())) {
                throw new Problem(ErrorCode.INVALID_CURSOR, "The cursor was made by another grouping.");
            }
            return new AgingPlace(cursor.text(1), cursor.text(2), cursor.text(3));
        });
    }

    Cursor cursor(AgingGroup group) {
        return Cursor.of(group, key, label, currency);
    }

    /** The condition for the rows behind the place. */
    static String beyond(Optional<AgingPlace> after) {
        return after.isPresent() ? BEYOND : "";
    }

    void bind(Statement statement) {
        statement.bind("after_key", key).bind("after_label", label).bind("after_currency", currency);
    }
}
