package io.huikuan.kernel.paging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A page of a list as services answer it; the API shows it as a connection of its own name. */
public record Page<T>(List<T> nodes, PageInfo pageInfo, int totalCount) {

    public Page {
        nodes = List.copyOf(nodes);
    }

    /** Makes the page from the rows that {@link Paging#fetch} asked for, one more than the page where more follow. */
    public static <T> Page<T> of(List<T> fetched, Paging paging, Function<? super T, Cursor> cursor, int totalCount) {
        boolean more = fetched.size() > paging.first();
        List<T> nodes = more ? fetched.subList(0, paging.first()) : fetched;
        String end = nodes.isEmpty()
                ? null
                : cursor.apply(nodes.get(nodes.size() - 1)).encoded();
        return new Page<>(nodes, new PageInfo(more, end), totalCount);
    }

    /** A page of each parent's own list, an empty one where it has no rows; makes as {@link #of} does. */
    public static <T> Map<UUID, Page<T>> ofEach(
            Collection<UUID> parents,
            Map<UUID, List<T>> fetched,
            Paging paging,
            Function<? super T, Cursor> cursor,
            Map<UUID, Integer> totals) {
        return parents.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        parent -> of(
                                fetched.getOrDefault(parent, List.of()),
                                paging,
                                cursor,
                                totals.getOrDefault(parent, 0))));
    }

    /** A page of nothing. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), new PageInfo(false, null), 0);
    }

    /** The page with each row in another form. */
    public <R> Page<R> map(Function<? super T, R> form) {
        return new Page<>(nodes.stream().map(form).toList(), pageInfo, totalCount);
    }
}
