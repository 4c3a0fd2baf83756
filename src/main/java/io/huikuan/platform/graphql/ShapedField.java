package io.huikuan.platform.graphql;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A field that a document asks for on objects of one type: what is found out about it once and serves every row.
 *
 * @param key its name in the answer
 * @param below the shapes of the objects that it leads to, those met so far by their type
 */
record ShapedField(
        GraphQLObjectType parent,
        MergedField asked,
        GraphQLFieldDefinition definition,
        DataFetcher<?> fetcher,
        Form form,
        SerializableString key,
        Map<GraphQLObjectType, Shape> below) {

    private static final FieldCollector COLLECTOR = new FieldCollector();

    static ShapedField of(GraphQLSchema schema, GraphQLObjectType parent, MergedField asked) {
        GraphQLFieldDefinition definition = Introspection.getFieldDefinition(schema, parent, asked.getName());
        return new ShapedField(
                parent,
                asked,
                definition,
                schema.getCodeRegistry().getDataFetcher(parent, definition),
                Form.of(definition.getType()),
                new SerializedString(asked.getResultKey()),
                new ConcurrentHashMap<>());
    }

    /** What is asked for of an object of this type that the field leads to. */
    Shape below(GraphQLObjectType type, ExecutionContext request) {
        Shape known = below.get(type);
        return known != null ? known : below.computeIfAbsent(type, unused -> collected(type, request));
    }

    private Shape collected(GraphQLObjectType type, ExecutionContext request) {
        FieldCollectorParameters parameters = FieldCollectorParameters.newParameters()
                .schema(request.getGraphQLSchema())
                .objectType(type)
                .fragments(request.getFragmentsByName())
                .variables(request.getCoercedVariables().toMap())
                .graphQLContext(request.getGraphQLContext())
                .build();
        return Shape.of(request.getGraphQLSchema(), type, COLLECTOR.collectFields(parameters, asked));
    }
}
