package io.huikuan.platform.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Makes the scalars refuse what they cannot mean. As the extension gives them, dates take any text, and 2023-02-30 fails only
 * when a method is called with it, as a fault of ours; whole numbers lose what is beyond 32 bits; texts take characters that no database stores.
 */
final class StrictScalars {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");

    private static final Map<String, Predicate<Object>> FORMS = Map.of(
            "Date", value -> value instanceof String text && isDate(text),
            "DateTime", value -> value instanceof String text && isMoment(text),
            "String", value -> value instanceof String text && isStorable(text),
            "ID", value -> value instanceof String text ? isStorable(text) : isInt(value),
            "Int", StrictScalars::isInt);

    private StrictScalars() {}

    /** The schema with its scalars made strict. */
    static GraphQLSchema in(GraphQLSchema schema) {
        return SchemaTransformer.transformSchema(schema, new GraphQLTypeVisitorStub() {
            @Override
            public TraversalControl visitGraphQLScalarType(
                    GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
                return FORMS.containsKey(scalar.getName())
                        ? changeNode(context, strict(scalar))
                        : TraversalControl.CONTINUE;
            }
        });
    }

    /** The scalar that takes texts of its form only. */
    static GraphQLScalarType strict(GraphQLScalarType scalar) {
        Predicate<Object> form = FORMS.get(scalar.getName());
        return form == null
                ? scalar
                : scalar.transform(changed -> changed.coercing(new StrictCoercing(scalar.getCoercing(), form)));
    }

    private static boolean isDate(String text) {
        return DATE.matcher(text).matches() && parses(text, LocalDate::parse);
    }

    private static boolean isMoment(String text) {
        return MOMENT.matcher(text).matches() && parses(text, OffsetDateTime::parse);
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isInt(Object value) {
        try {
            return value instanceof Number number
                    && new BigDecimal(number.toString()).intValueExact() == number.intValue();
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static boolean parses(String text, Function<String, ?> parser) {
        try {
            return parser.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private record StrictCoercing(Coercing<?, ?> given, Predicate<Object> form) implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return given.serialize(value, context, locale);
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            if (!form.test(input)) {
                throw new CoercingParseValueException("not of this form");
            }
            return given.parseValue(input, context, locale);
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (!form.test(plain(input))) {
                throw new CoercingParseLiteralException("not of this form");
            }
            return given.parseLiteral(input, variables, context, locale);
        }

        private static Object plain(Value<?> literal) {
            if (literal instanceof StringValue text) {
                return text.getValue();
            }
            return literal instanceof IntValue number ? number.getValue() : literal;
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return given.valueToLiteral(input, context, locale);
        }
    }
}
