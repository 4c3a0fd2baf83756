package io.huikuan.platform.graphql;

import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.Locale;

/**
 * A request that was let in.
 *
 * @param operation the operation that it asks for
 * @param caller on whose behalf
 */
public record Asked(GraphqlRequest request, OperationDefinition operation, Caller caller) {

    /** On whose behalf, as the log names them. */
    String who() {
        return caller.who();
    }

    /** Whether it only reads, once. */
    boolean isQuery() {
        return operation.getOperation() == Operation.QUERY;
    }

    /** Whether it is a subscription. */
    public boolean isSubscription() {
        return operation.getOperation() == Operation.SUBSCRIPTION;
    }

    /** How the log names the operation. */
    String what() {
        return operation.getName() != null
                ? operation.getName()
                : "an unnamed " + operation.getOperation().name().toLowerCase(Locale.ROOT);
    }
}
