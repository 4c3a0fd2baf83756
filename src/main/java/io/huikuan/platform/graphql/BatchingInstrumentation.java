package io.huikuan.platform.graphql;

import graphql.ExecutionInput;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.ExecutionStrategyInstrumentationContext;
import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.huikuan.kernel.graph.Batches;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Makes {@link io.huikuan.kernel.graph.Loader} work, and work with one batch for each level. Every request gets a registry of its
 * own; without one the engine takes a shared empty registry, whose loaders it never dispatches. And what a root field fetched
 * is held back until the engine has dispatched the root level: fields below that were quicker would be dispatched with it, the
 * rest of their level after it.
 *
 * <p>One instrumentation and not a chain of them: the engine asks for each field.
 */
final class BatchingInstrumentation extends SimplePerformantInstrumentation {

    /** Opens when the root level, or in a mutation the root field that is at work, has been dispatched. */
    private static final class Gate implements InstrumentationState {
        private volatile CompletableFuture<Void> opened = new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<InstrumentationState> createStateAsync(InstrumentationCreateStateParameters parameters) {
        return CompletableFuture.completedFuture(new Gate());
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return input.transform(changed -> changed.dataLoaderRegistry(new Batches()));
    }

    /** In a query the root fields are fetched side by side. */
    @Override
    public ExecutionStrategyInstrumentationContext beginExecutionStrategy(
            InstrumentationExecutionStrategyParameters parameters, InstrumentationState state) {
        if (operation(parameters.getExecutionContext()) != Operation.QUERY) {
            return ExecutionStrategyInstrumentationContext.NOOP;
        }
        CompletableFuture<Void> opened = ((Gate) state).opened;
        return new ExecutionStrategyInstrumentationContext() {
            @Override
            public void onDispatched() {
                opened.complete(null);
            }

            @Override
            public void onCompleted(graphql.ExecutionResult result, Throwable thrown) {
                // nothing is left to do
            }
        };
    }

    /** In a mutation they are done one after the other. */
    @Override
    public FieldFetchingInstrumentationContext beginFieldFetching(
            InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
        if (!isRoot(parameters) || operation(parameters.getExecutionContext()) != Operation.MUTATION) {
            return FieldFetchingInstrumentationContext.NOOP;
        }
        CompletableFuture<Void> opened = new CompletableFuture<>();
        ((Gate) state).opened = opened;
        return new FieldFetchingInstrumentationContext() {
            @Override
            public void onDispatched() {
                opened.complete(null);
            }

            @Override
            public void onCompleted(Object result, Throwable thrown) {
                // nothing is left to do
            }
        };
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
        if (!isRoot(parameters)) {
            return fetcher;
        }
        return operation(parameters.getExecutionContext()) == Operation.SUBSCRIPTION
                ? SubscriptionEvents.of(fetcher)
                : heldBack(fetcher, ((Gate) state).opened);
    }

    private static DataFetcher<?> heldBack(DataFetcher<?> fetcher, CompletableFuture<Void> opened) {
        return (DataFetchingEnvironment environment) -> {
            Object fetched = fetcher.get(environment);
            return fetched instanceof CompletionStage<?> stage
                    ? stage.toCompletableFuture().thenCombine(opened, (value, nothing) -> value)
                    : fetched;
        };
    }

    private static boolean isRoot(InstrumentationFieldFetchParameters parameters) {
        return parameters.getExecutionStepInfo().getPath().getLevel() == 1;
    }

    private static Operation operation(ExecutionContext context) {
        return context.getOperationDefinition().getOperation();
    }
}
