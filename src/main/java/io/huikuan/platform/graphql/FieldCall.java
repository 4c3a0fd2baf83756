package io.huikuan.platform.graphql;

import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.util.Map;

/** How a field of a request is fetched for one row after the other: what is the same for all of them is found out once. */
interface FieldCall {

    /** What the field has for this row: a value, or the stage of one that comes with the next batches. */
    Object of(Object source) throws Exception;

    /** The call of a field in a request; the place is one of those where it stands. */
    static FieldCall of(ExecutionContext request, ShapedField field, Place place) {
        if (field.asked().getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
            return source -> field.parent().getName();
        }
        DataFetchingEnvironment described = described(request, field, place);
        if (field.fetcher() instanceof LeanFetchers.OfBean bean) {
            return bean.call(described);
        }
        return source -> field.fetcher()
                .get(DataFetchingEnvironmentImpl.newDataFetchingEnvironment(described)
                        .source(source)
                        .build());
    }

    private static DataFetchingEnvironment described(ExecutionContext request, ShapedField field, Place place) {
        Map<String, Object> arguments = ValuesResolver.getArgumentValues(
                request.getGraphQLSchema().getCodeRegistry(),
                field.definition().getArguments(),
                field.asked().getArguments(),
                request.getCoercedVariables(),
                request.getGraphQLContext(),
                request.getLocale());
        return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(request)
                .fieldDefinition(field.definition())
                .fieldType(field.definition().getType())
                .parentType(field.parent())
                .mergedField(field.asked())
                .arguments(arguments)
                .executionStepInfo(ExecutionStepInfo.newExecutionStepInfo()
                        .type(field.definition().getType())
                        .fieldDefinition(field.definition())
                        .fieldContainer(field.parent())
                        .field(field.asked())
                        .path(place.path())
                        .build())
                .build();
    }
}
