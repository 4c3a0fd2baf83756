package io.huikuan.platform.graphql;

import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import io.huikuan.kernel.graph.Batches;
import io.quarkus.virtual.threads.VirtualThreadsRecorder;

/**
 * Makes {@link io.huikuan.kernel.graph.Loader} work for subscriptions, each of which gets a registry of its own (without one the engine takes a
 * shared empty registry, whose loaders it never dispatches), and takes the events of its stream off the thread that raised them.
 */
final class SubscriptionInstrumentation extends SimplePerformantInstrumentation {

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return input.transform(changed -> changed.dataLoaderRegistry(Batches.on(VirtualThreadsRecorder.getCurrent())));
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
        boolean root = parameters.getExecutionStepInfo().getPath().getLevel() == 1;
        return root ? SubscriptionEvents.of(fetcher) : fetcher;
    }
}
