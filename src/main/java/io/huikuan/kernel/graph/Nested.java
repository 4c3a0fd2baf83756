package io.huikuan.kernel.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The key of a nested field that has arguments, for {@link Loader}.
 *
 * @param parent whose field it is
 * @param arguments with which arguments it is asked, a value that tells them from every other
 */
public record Nested<A>(UUID parent, A arguments) {

    /** Reads all keys: one call of {@code read} for all parents that are asked with the same arguments. */
    public static <A, V> Map<Nested<A>, V> read(Set<Nested<A>> keys, BiFunction<Set<UUID>, A, Map<UUID, V>> read) {
        Map<A, Set<UUID>> parents = keys.stream()
                .collect(Collectors.groupingBy(
                        Nested::arguments, Collectors.mapping(Nested::parent, Collectors.toSet())));
        Map<Nested<A>, V> values = new HashMap<>();
        parents.forEach((arguments, ids) -> read.apply(ids, arguments)
                .forEach((parent, value) -> values.put(new Nested<>(parent, arguments), value)));
        return values;
    }
}
