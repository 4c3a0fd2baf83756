package io.huikuan.platform.graphql;

import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import org.dataloader.DataLoaderRegistry;

/**
 * Gives every request a registry of its own for {@link io.huikuan.kernel.graph.Loader}. Without one the engine takes a shared
 * empty registry, whose loaders it never dispatches.
 */
final class BatchingInstrumentation extends SimplePerformantInstrumentation {

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        return input.transform(changed -> changed.dataLoaderRegistry(new DataLoaderRegistry()));
    }
}
