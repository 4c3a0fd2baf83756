package io.huikuan.platform.graphql;

import graphql.GraphQLContext;
import graphql.execution.TypeResolutionParameters;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How a value of an output type is brought into the form of the answer. */
sealed interface Form {

    /** Whether null is none of its values. */
    boolean required();

    /** The form of a type of the schema. */
    static Form of(GraphQLType type) {
        boolean required = type instanceof GraphQLNonNull;
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (bare instanceof GraphQLList list) {
            return new Rows(of(list.getWrappedType()), required);
        }
        return bare instanceof GraphQLCompositeType composite
                ? new Thing(composite, new ConcurrentHashMap<>(), required)
                : new Leaf(bare, new ConcurrentHashMap<>(), required);
    }

    /** A list. */
    record Rows(Form each, boolean required) implements Form {}

    /**
     * Something with fields.
     *
     * @param types the object types of the values met so far, by their class
     */
    record Thing(GraphQLCompositeType type, Map<Class<?>, GraphQLObjectType> types, boolean required) implements Form {

        GraphQLObjectType typeOf(Object value, GraphQLSchema schema) {
            return type instanceof GraphQLObjectType only
                    ? only
                    : types.computeIfAbsent(value.getClass(), unused -> resolved(value, schema));
        }

        private GraphQLObjectType resolved(Object value, GraphQLSchema schema) {
            TypeResolver resolver = type instanceof GraphQLInterfaceType face
                    ? schema.getCodeRegistry().getTypeResolver(face)
                    : schema.getCodeRegistry().getTypeResolver((GraphQLUnionType) type);
            return resolver.getType(TypeResolutionParameters.newParameters()
                    .value(value)
                    .schema(schema)
                    .build());
        }
    }

    /**
     * A scalar or a constant of an enumeration.
     *
     * @param names the names of the constants met so far
     */
    record Leaf(GraphQLType type, Map<Enum<?>, Object> names, boolean required) implements Form {

        private static final Set<String> TEXTS = Set.of("String", "ID");

        /**
         * The value as JSON has it.
         *
         * @throws graphql.schema.CoercingSerializeException when it is none of the type
         */
        Object shown(Object value) {
            if (value instanceof Enum<?> constant) {
                Object name = names.get(constant);
                return name != null ? name : kept(constant);
            }
            if (type instanceof GraphQLScalarType scalar) {
                return value instanceof String && TEXTS.contains(scalar.getName())
                        ? value
                        : scalar.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.ENGLISH);
            }
            return ((GraphQLEnumType) type).serialize(value, GraphQLContext.getDefault(), Locale.ENGLISH);
        }

        private Object kept(Enum<?> constant) {
            Object name = type instanceof GraphQLEnumType values
                    ? values.serialize(constant, GraphQLContext.getDefault(), Locale.ENGLISH)
                    : ((GraphQLScalarType) type)
                            .getCoercing()
                            .serialize(constant, GraphQLContext.getDefault(), Locale.ENGLISH);
            names.put(constant, name);
            return name;
        }
    }
}
