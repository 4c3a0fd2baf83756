package io.huikuan.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQL;
import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import org.junit.jupiter.api.Test;

class EngineSetupTest {

    private final EngineSetup setup = new EngineSetup();

    @Test
    void the_schema_is_transformed_once_however_many_engines_are_built() {
        GraphQLSchema built = schema();

        GraphQLSchema first = running(built);
        GraphQLSchema second = running(built);

        assertThat(first).isNotSameAs(built).isSameAs(second);
    }

    @Test
    void another_schema_is_not_answered_by_the_one_before() {
        GraphQLSchema first = running(schema());

        assertThat(running(schema())).isNotSameAs(first);
    }

    private GraphQLSchema running(GraphQLSchema built) {
        return setup.beforeGraphQLBuild(GraphQL.newGraphQL(built)).build().getGraphQLSchema();
    }

    private static GraphQLSchema schema() {
        return GraphQLSchema.newSchema()
                .query(GraphQLObjectType.newObject()
                        .name("Query")
                        .field(GraphQLFieldDefinition.newFieldDefinition()
                                .name("name")
                                .type(Scalars.GraphQLString))
                        .build())
                .build();
    }
}
