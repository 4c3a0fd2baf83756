package io.huikuan.platform.graphql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What is known of the documents that are asked often, as an app's are; so many, and none that is long. */
final class LastUsed<T> {

    private static final int KEPT = 500;
    private static final int LONGEST_KEPT = 20_000;

    private final Map<String, T> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > KEPT;
        }
    });

    /** What is known of the document, or else found out now. */
    T get(String document, Function<String, T> findOut) {
        T found = known.get(document);
        if (found == null) {
            found = findOut.apply(document);
            if (document.length() <= LONGEST_KEPT) {
                known.put(document, found);
            }
        }
        return found;
    }
}
