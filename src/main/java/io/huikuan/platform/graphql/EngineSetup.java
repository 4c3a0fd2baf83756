package io.huikuan.platform.graphql;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.spi.EventingService;

/**
 * Adds batching and strict scalars to what the extension builds; found by the service loader. The CDI event for the same moment would
 * switch on an event for every field of every request too.
 */
public final class EngineSetup implements EventingService {

    private GraphQLSchema built;
    private GraphQLSchema running;

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder engine) {
        GraphQL given = engine.build();
        return engine.schema(running(given.getGraphQLSchema()))
                .instrumentation(new ChainedInstrumentation(
                        given.getInstrumentation(), new BatchingInstrumentation(), new SubscriptionInstrumentation()));
    }

    /**
     * Several first requests build engines at the same time, and a transformation changes what the schema given and the new one share: two at once
     * leave schemas whose input types are no longer those of their own arguments. So it is done once.
     */
    private synchronized GraphQLSchema running(GraphQLSchema schema) {
        if (schema != built) {
            running = RunningTypes.in(StrictScalars.in(schema));
            built = schema;
        }
        return running;
    }
}
