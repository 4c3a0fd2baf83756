package io.huikuan.platform.graphql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is known of the documents that are asked often: of trusted ones for good, of others so many, and none that is long, so that nobody pushes the
 * apps' own out.
 */
final class LastUsed<T> {

    private static final int KEPT = 500;
    private static final int LONGEST_KEPT = 20_000;

    private final TrustedDocuments trusted;
    private final Map<String, T> forGood = new ConcurrentHashMap<>();
    private final Map<String, T> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > KEPT;
        }
    });

    LastUsed(TrustedDocuments trusted) {
        this.trusted = trusted;
    }

    /** What is known of the document, or else found out now. */
    T get(String document, Function<String, T> findOut) {
        T found = forGood.get(document);
        if (found == null) {
            found = known.get(document);
        }
        if (found == null) {
            found = findOut.apply(document);
            keep(document, found);
        }
        return found;
    }

    private void keep(String document, T found) {
        if (trusted.trusts(document)) {
            forGood.put(document, found);
        } else if (document.length() <= LONGEST_KEPT) {
            known.put(document, found);
        }
    }
}
