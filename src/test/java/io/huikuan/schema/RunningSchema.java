package io.huikuan.schema;

import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.SchemaPrinter.Options;
import java.util.Locale;

/** The schema of the running service without what exists in tests only: root fields and types whose name begins with {@code probe}. */
public final class RunningSchema {

    private static final SchemaPrinter PRINTER = new SchemaPrinter(Options.defaultOptions()
            .includeScalarTypes(true)
            .includeDirectiveDefinition(name -> name.equals("deprecated") || name.equals("oneOf"))
            .includeDirectives("deprecated"::equals)
            .includeSchemaDefinition(false)
            .includeSchemaElement(RunningSchema::isPublic));

    private RunningSchema() {}

    /** In the schema language, types and fields by name. */
    public static String print(GraphQLSchema schema) {
        return PRINTER.print(schema);
    }

    /** Whether clients in production see the type or field. */
    public static boolean isPublic(GraphQLSchemaElement element) {
        if (element instanceof GraphQLObjectType type
                && type.getFieldDefinitions().stream().noneMatch(RunningSchema::isPublic)) {
            return false;
        }
        return !(element instanceof GraphQLNamedSchemaElement named)
                || !named.getName().toLowerCase(Locale.ROOT).startsWith("probe");
    }
}
