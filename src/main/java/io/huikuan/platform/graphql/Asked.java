package io.huikuan.platform.graphql;

import graphql.language.OperationDefinition;
import java.util.Locale;

/**
 * A request that was let in.
 *
 * @param operation the operation that it asks for
 * @param who on whose behalf, as the log names them
 */
record Asked(GraphqlRequest request, OperationDefinition operation, String who) {

    /** How the log names the operation. */
    String what() {
        return operation.getName() != null
                ? operation.getName()
                : "an unnamed " + operation.getOperation().name().toLowerCase(Locale.ROOT);
    }
}
