package io.huikuan.kernel.paging;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import java.util.Optional;

/**
 * Which page of a list is wanted.
 *
 * @param first how many rows, 1 to 100
 * @param after the encoded cursor of the row before the page; null for the first page
 * @param counted whether the number of all rows is wanted too
 */
public record Paging(int first, String after, boolean counted) {

    /** The most rows that a page may have. */
    public static final int MOST = 100;

    /** Anything but 1 to 100 rows is a {@link Problem} with PAGE_SIZE. */
    public Paging {
        if (first < 1 || first > MOST) {
            throw new Problem(ErrorCode.PAGE_SIZE, "first must be 1 to " + MOST + ".");
        }
    }

    /** The row before the page, its cursor having this many parts; empty for the first page. */
    public Optional<Cursor> afterCursor(int parts) {
        return Optional.ofNullable(after).map(text -> Cursor.decode(text, parts));
    }

    /** How many rows to fetch: one more than the page holds tells whether more follow. */
    public int fetch() {
        return first + 1;
    }
}
