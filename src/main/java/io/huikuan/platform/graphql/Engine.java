package io.huikuan.platform.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import io.huikuan.kernel.graph.Batches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Does queries and mutations. The extension's own way to the same engine parses and describes each request a second time, and carries contexts that
 * nothing here asks for.
 */
@ApplicationScoped
class Engine {

    private final GraphQL graphql;
    private final LastUsed<Known> documents;

    Engine(GraphQLSchema schema, TrustedDocuments trusted) {
        this.documents = new LastUsed<>(trusted);
        this.graphql = GraphQL.newGraphQL(RunningSchema.of(schema))
                .queryExecutionStrategy(new LevelByLevel())
                .mutationExecutionStrategy(new LevelByLevel())
                .preparsedDocumentProvider((input, check) -> {
                    Known known = documents.get(input.getQuery(), text -> new Known(check.apply(input), new Shapes()));
                    input.getGraphQLContext()
                            .put(Shapes.class, Shapes.lastingFor(input.getQuery()) ? known.shapes() : new Shapes());
                    return CompletableFuture.completedFuture(known.checked());
                })
                .build();
    }

    /** What is found out about a document once. */
    private record Known(PreparsedDocumentEntry checked, Shapes shapes) {}

    /** Does the operation, on this thread, within the request context that is active. */
    ExecutionResult execute(GraphqlRequest request) {
        return graphql.execute(ExecutionInput.newExecutionInput()
                .query(request.query())
                .operationName(request.operationName().orElse(null))
                .variables(request.variables())
                .locale(Locale.ENGLISH)
                .dataLoaderRegistry(Batches.atOnce())
                .build());
    }
}
