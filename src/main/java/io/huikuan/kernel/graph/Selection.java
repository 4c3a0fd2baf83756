package io.huikuan.kernel.graph;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import jakarta.enterprise.context.ApplicationScoped;

/** What the client asked for below the field that is being resolved, root or nested. */
@ApplicationScoped
public class Selection {

    private final Context context;

    Selection(Context context) {
        this.context = context;
    }

    /** Whether the field's {@code totalCount} is asked for. */
    public boolean counted() {
        return has("totalCount");
    }

    /** Whether the path, for example {@code pageInfo/endCursor}, is asked for. */
    public boolean has(String path) {
        return context.unwrap(DataFetchingEnvironment.class).getSelectionSet().contains(path);
    }
}
