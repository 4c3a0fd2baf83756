package io.huikuan.platform.graphql;

import graphql.execution.ExecutionContext;
import graphql.execution.MergedSelectionSet;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shapes of the operations of one document. They are kept with it, unless it has directives: what those skip or include changes from request
 * to request.
 */
final class Shapes {

    private final Map<OperationDefinition, Shape> operations = new ConcurrentHashMap<>();

    /** Whether they are the same for every request with this document. */
    static boolean lastingFor(String document) {
        return document.indexOf('@') < 0;
    }

    Shape ofOperation(ExecutionContext request, MergedSelectionSet asked) {
        return operations.computeIfAbsent(
                request.getOperationDefinition(),
                operation -> Shape.of(request.getGraphQLSchema(), root(request, operation), asked));
    }

    private static GraphQLObjectType root(ExecutionContext request, OperationDefinition operation) {
        return operation.getOperation() == OperationDefinition.Operation.MUTATION
                ? request.getGraphQLSchema().getMutationType()
                : request.getGraphQLSchema().getQueryType();
    }
}
