package io.huikuan.platform.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Does queries and mutations. The extension's own way to the same engine parses and describes each request a second time, and carries contexts that
 * nothing here asks for.
 */
@ApplicationScoped
class Engine {

    private final GraphQL graphql;

    Engine(GraphQLSchema schema) {
        LastUsed<PreparsedDocumentEntry> valid = new LastUsed<>();
        this.graphql = GraphQL.newGraphQL(RunningSchema.of(schema))
                .instrumentation(new BatchingInstrumentation())
                .preparsedDocumentProvider((input, check) ->
                        CompletableFuture.completedFuture(valid.get(input.getQuery(), text -> check.apply(input))))
                .build();
    }

    CompletionStage<ExecutionResult> execute(GraphqlRequest request, Map<String, Object> context) {
        return graphql.executeAsync(ExecutionInput.newExecutionInput()
                .query(request.query())
                .operationName(request.operationName().orElse(null))
                .variables(request.variables())
                .locale(Locale.ENGLISH)
                .graphQLContext(context)
                .build());
    }
}
