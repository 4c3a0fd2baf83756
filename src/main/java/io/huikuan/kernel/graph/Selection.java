package io.huikuan.kernel.graph;

import jakarta.enterprise.context.ApplicationScoped;

/** What the client asked for below the field that is being resolved, root or nested. */
@ApplicationScoped
public class Selection {

    /** Whether the field's {@code totalCount} is asked for. */
    public boolean counted() {
        return has("totalCount");
    }

    /** Whether the path, for example {@code pageInfo/endCursor}, is asked for. */
    public boolean has(String path) {
        return FieldAtWork.now().getSelectionSet().contains(path);
    }
}
