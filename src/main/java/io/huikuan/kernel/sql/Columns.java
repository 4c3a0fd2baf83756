package io.huikuan.kernel.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Turns rows into columns, the form in which {@code unnest} takes many rows at once. */
public final class Columns {

    private Columns() {}

    /** One part of each row, in order; parts may be null. */
    public static <R, T> List<T> of(Collection<R> rows, Function<R, T> part) {
        List<T> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(part.apply(row)));
        return column;
    }
}
