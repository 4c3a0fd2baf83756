package io.huikuan.kernel.graph;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.Callable;

/** The field that this thread is fetching, for what a resolver needs to know beyond its arguments. */
public final class FieldAtWork {

    private static final ThreadLocal<DataFetchingEnvironment> HERE = new ThreadLocal<>();

    private FieldAtWork() {}

    /** Does the work of fetching the field. */
    public static <T> T during(DataFetchingEnvironment field, Callable<T> work) throws Exception {
        DataFetchingEnvironment before = HERE.get();
        HERE.set(field);
        try {
            return work.call();
        } finally {
            if (before == null) {
                HERE.remove();
            } else {
                HERE.set(before);
            }
        }
    }

    /** The field; outside a resolver's own thread there is none, which is a bug of the caller. */
    static DataFetchingEnvironment now() {
        DataFetchingEnvironment field = HERE.get();
        if (field == null) {
            throw new IllegalStateException("no field is being fetched by this thread");
        }
        return field;
    }
}
