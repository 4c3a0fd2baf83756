package io.huikuan.platform.graphql;

import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;

/** The fields that a document asks for where it meets objects of one type, in their order. */
record Shape(GraphQLObjectType type, List<ShapedField> fields) {

    static Shape of(GraphQLSchema schema, GraphQLObjectType type, MergedSelectionSet asked) {
        return new Shape(
                type,
                asked.getSubFieldsList().stream()
                        .map(field -> ShapedField.of(schema, type, field))
                        .toList());
    }
}
