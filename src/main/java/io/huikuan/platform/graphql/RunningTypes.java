package io.huikuan.platform.graphql;

import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import graphql.schema.visibility.DefaultGraphqlFieldVisibility;

/**
 * Makes interfaces and unions answer the types of the schema that runs. The extension's resolvers keep the types of the schema that it built;
 * once that was transformed, fragments such as {@code ... on Customer} compare with types that run no more, and silently match nothing.
 */
final class RunningTypes {

    private RunningTypes() {}

    /** The schema, its abstract types resolved by the names of what the resolvers answer. */
    static GraphQLSchema in(GraphQLSchema schema) {
        GraphQLCodeRegistry given = schema.getCodeRegistry();
        GraphQLCodeRegistry byName = given.transform(registry -> {
            // The extension's compares the name of every field of every request with patterns; what is hidden here,
            // Gate hides.
            registry.fieldVisibility(DefaultGraphqlFieldVisibility.DEFAULT_FIELD_VISIBILITY);
            for (GraphQLNamedType type : schema.getAllTypesAsList()) {
                if (type instanceof GraphQLInterfaceType face) {
                    registry.typeResolver(face, byName(given.getTypeResolver(face)));
                } else if (type instanceof GraphQLUnionType union) {
                    registry.typeResolver(union, byName(given.getTypeResolver(union)));
                }
            }
        });
        return schema.transformWithoutTypes(changed -> changed.codeRegistry(byName));
    }

    private static TypeResolver byName(TypeResolver given) {
        return resolution ->
                resolution.getSchema().getObjectType(given.getType(resolution).getName());
    }
}
