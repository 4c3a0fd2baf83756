package io.huikuan.platform.graphql;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds where in the variables the value is that does not fit its type; the engine itself tells the variable only. */
final class VariablePaths {

    /** The value at this path, for example {@code input.amount.amount}, is no value of this type. */
    record Misfit(String path, String type) {}

    private final GraphQLSchema schema;

    VariablePaths(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** The first value that does not fit. */
    Optional<Misfit> misfit(OperationDefinition operation, Map<String, Object> variables) {
        return operation.getVariableDefinitions().stream()
                .flatMap(variable -> ofVariable(variable, variables))
                .findFirst();
    }

    private Stream<Misfit> ofVariable(VariableDefinition variable, Map<String, Object> variables) {
        GraphQLType type = TypeFromAST.getTypeFromAST(schema, variable.getType());
        boolean absent = !variables.containsKey(variable.getName());
        return absent && variable.getDefaultValue() != null
                ? Stream.empty()
                : of(variable.getName(), type, variables.get(variable.getName()));
    }

    private Stream<Misfit> of(String path, GraphQLType type, Object value) {
        if (value == null) {
            return type instanceof GraphQLNonNull ? wrong(path, type) : Stream.empty();
        }
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (nullable instanceof GraphQLList list) {
            return ofList(path, list, value);
        }
        if (nullable instanceof GraphQLInputObjectType object) {
            return value instanceof Map<?, ?> fields ? ofObject(path, object, fields) : wrong(path, type);
        }
        return isLeaf(nullable, value) ? Stream.empty() : wrong(path, type);
    }

    private Stream<Misfit> ofList(String path, GraphQLList type, Object value) {
        if (!(value instanceof List<?> rows)) {
            return of(path, type.getWrappedType(), value);
        }
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(i -> of(path + "." + i, type.getWrappedType(), rows.get(i)));
    }

    private Stream<Misfit> ofObject(String path, GraphQLInputObjectType type, Map<?, ?> fields) {
        Stream<Misfit> unknown = fields.keySet().stream()
                .map(String::valueOf)
                .filter(name -> type.getFieldDefinition(name) == null)
                .flatMap(name -> wrong(path + "." + name, type));
        return Stream.concat(
                unknown, type.getFieldDefinitions().stream().flatMap(field -> ofField(path, field, fields)));
    }

    private Stream<Misfit> ofField(String path, GraphQLInputObjectField field, Map<?, ?> fields) {
        boolean absent = !fields.containsKey(field.getName());
        return absent && field.hasSetDefaultValue()
                ? Stream.empty()
                : of(path + "." + field.getName(), field.getType(), fields.get(field.getName()));
    }

    private static boolean isLeaf(GraphQLType type, Object value) {
        try {
            if (type instanceof GraphQLEnumType values) {
                values.parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH);
            } else if (type instanceof GraphQLScalarType scalar) {
                StrictScalars.strict(scalar)
                        .getCoercing()
                        .parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH);
            }
            return true;
        } catch (GraphQLException e) {
            return false;
        }
    }

    private static Stream<Misfit> wrong(String path, GraphQLType type) {
        return Stream.of(new Misfit(path, GraphQLTypeUtil.simplePrint(type)));
    }
}
