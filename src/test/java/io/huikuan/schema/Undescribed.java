package io.huikuan.schema;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.stream.Stream;

/** Finds what the schema does not explain. */
final class Undescribed {

    private Undescribed() {}

    /** The types, fields, arguments and values without a description, as {@code Type.field(argument)}. */
    static List<String> in(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type) && RunningSchema.isPublic(type))
                .flatMap(Undescribed::ofType)
                .sorted()
                .toList();
    }

    private static Stream<String> ofType(GraphQLNamedType type) {
        return Stream.concat(missing(type.getName(), type.getDescription()), parts(type));
    }

    private static Stream<String> parts(GraphQLNamedType type) {
        String prefix = type.getName() + ".";
        if (type instanceof GraphQLFieldsContainer container) {
            return container.getFieldDefinitions().stream()
                    .filter(RunningSchema::isPublic)
                    .flatMap(field -> ofField(prefix, field));
        }
        if (type instanceof GraphQLInputObjectType input) {
            return input.getFieldDefinitions().stream()
                    .flatMap(field -> missing(prefix + field.getName(), field.getDescription()));
        }
        return type instanceof GraphQLEnumType values
                ? values.getValues().stream()
                        .flatMap(value -> missing(prefix + value.getName(), value.getDescription()))
                : Stream.empty();
    }

    private static Stream<String> ofField(String prefix, GraphQLFieldDefinition field) {
        String path = prefix + field.getName();
        return Stream.concat(
                missing(path, field.getDescription()),
                field.getArguments().stream().flatMap(argument -> ofArgument(path, argument)));
    }

    private static Stream<String> ofArgument(String field, GraphQLArgument argument) {
        return missing(field + "(" + argument.getName() + ")", argument.getDescription());
    }

    private static Stream<String> missing(String path, String description) {
        return description == null || description.isBlank() ? Stream.of(path) : Stream.empty();
    }
}
