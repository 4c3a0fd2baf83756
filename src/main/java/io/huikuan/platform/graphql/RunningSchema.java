package io.huikuan.platform.graphql;

import graphql.schema.GraphQLSchema;

/** The schema that runs, made of the one that the extension builds. */
final class RunningSchema {

    private static GraphQLSchema built;
    private static GraphQLSchema running;

    private RunningSchema() {}

    /**
     * The schema with strict scalars and types of its own. Several engines are built of one schema, and a transformation changes what the schema given
     * and the new one share: two would leave schemas whose input types are no longer those of their own arguments. So it is done once.
     */
    static synchronized GraphQLSchema of(GraphQLSchema schema) {
        if (schema != built) {
            running = RunningTypes.in(StrictScalars.in(schema));
            built = schema;
        }
        return running;
    }
}
