package io.huikuan.platform.graphql;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Refuses what asks for too much before anything is done for it. */
@ApplicationScoped
class Gate {

    private final GraphQLSchema schema;
    private final Documents documents;
    private final GraphqlConfig config;

    Gate(GraphQLSchema schema, Documents documents, GraphqlConfig config) {
        this.schema = schema;
        this.documents = documents;
        this.config = config;
    }

    /**
     * The operation that the request asks for.
     *
     * @throws Problem when the document does not parse, does not say which operation, or asks for more than allowed
     */
    OperationDefinition admit(GraphqlRequest request) {
        Document document = documents.parse(request.query());
        OperationDefinition operation = chosen(document, request.operationName());
        requireServed(operation);
        DemandReckoner reckoner = new DemandReckoner(schema, document, request.variables());
        requireModest(reckoner.of(operation));
        if (reckoner.introspects() && !config.introspection()) {
            throw new Problem(ErrorCode.NOT_AVAILABLE, "The schema cannot be read here.");
        }
        return operation;
    }

    private static OperationDefinition chosen(Document document, Optional<String> name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        List<OperationDefinition> fitting = operations.stream()
                .filter(operation -> name.isEmpty() || name.get().equals(operation.getName()))
                .toList();
        if (fitting.size() != 1) {
            throw refused(
                    fitting.isEmpty()
                            ? "The document has no such operation."
                            : "The document has several operations: operationName must say which.");
        }
        return fitting.get(0);
    }

    private void requireServed(OperationDefinition operation) {
        boolean none = switch (operation.getOperation()) {
            case QUERY -> false;
            case MUTATION -> schema.getMutationType() == null;
            case SUBSCRIPTION -> schema.getSubscriptionType() == null;
        };
        if (none) {
            throw refused("There are no operations of this kind.");
        }
    }

    private void requireModest(Demand demand) {
        if (demand.depth() > config.maxDepth()) {
            throw new Problem(
                    ErrorCode.TOO_DEEP,
                    "The operation nests " + demand.depth() + " fields; at most " + config.maxDepth()
                            + " are allowed.");
        }
        if (demand.cost() > config.maxComplexity()) {
            throw new Problem(
                    ErrorCode.TOO_COMPLEX,
                    "The operation costs " + demand.cost() + "; at most " + config.maxComplexity() + " is allowed.");
        }
    }

    private static Problem refused(String message) {
        return new Problem(ErrorCode.BAD_REQUEST, message);
    }
}
