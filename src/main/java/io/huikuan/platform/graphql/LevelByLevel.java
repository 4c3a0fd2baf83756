package io.huikuan.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Does the fields of a query or mutation on the calling thread, which may block. What a row has is taken as it is reached; what must be fetched
 * for it waits until all rows within reach have said what they need, and is then fetched for all of them at once. The engine's own strategies
 * describe each field of each row anew, as one that might be anything, and pass it on through futures.
 *
 * <p>A document that reads the schema itself is done by the engine's own strategy.
 */
final class LevelByLevel extends ExecutionStrategy {

    private static final List<String> SCHEMA_FIELDS = List.of("__schema", "__type");

    private final ExecutionStrategy ofSchema = new AsyncExecutionStrategy();

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext request, ExecutionStrategyParameters parameters) {
        if (parameters.getFields().getSubFieldsList().stream()
                .anyMatch(field -> SCHEMA_FIELDS.contains(field.getName()))) {
            return ofSchema.execute(request, parameters);
        }
        Shapes shapes = request.getGraphQLContext().get(Shapes.class);
        return CompletableFuture.completedFuture(
                new Run(request).of(shapes.ofOperation(request, parameters.getFields())));
    }
}
