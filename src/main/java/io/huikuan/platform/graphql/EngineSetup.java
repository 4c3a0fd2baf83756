package io.huikuan.platform.graphql;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import io.smallrye.graphql.spi.EventingService;

/**
 * Adds our instrumentation to what the extension builds; found by the service loader. The CDI event for the same moment would
 * switch on an event for every field of every request too.
 */
public final class EngineSetup implements EventingService {

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder engine) {
        Instrumentation given = engine.build().getInstrumentation();
        return engine.instrumentation(new ChainedInstrumentation(given, new BatchingInstrumentation()));
    }
}
