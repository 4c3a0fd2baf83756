package io.huikuan.platform.graphql;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import io.smallrye.graphql.spi.EventingService;

/**
 * Adds batching and strict scalars to the extension's engine, which does subscriptions ({@link Engine} does the rest); found by the service loader.
 * The CDI event for the same moment would switch on an event for every field of every request too.
 */
public final class EngineSetup implements EventingService {

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder engine) {
        GraphQL given = engine.build();
        return engine.schema(RunningSchema.of(given.getGraphQLSchema()))
                .instrumentation(
                        new ChainedInstrumentation(given.getInstrumentation(), new SubscriptionInstrumentation()));
    }
}
