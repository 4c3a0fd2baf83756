package io.huikuan.platform.graphql;

import io.smallrye.graphql.api.Context;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * One GraphQL request with its document.
 *
 * @param json the whole request, the document included
 * @param query the GraphQL document
 */
public record GraphqlRequest(JsonObject json, String query) {

    /** Which operation of the document is to be done, if it is said. */
    Optional<String> operationName() {
        return json.getOrDefault(Context.OPERATION_NAME, JsonValue.NULL) == JsonValue.NULL
                ? Optional.empty()
                : Optional.of(json.getString(Context.OPERATION_NAME)).filter(name -> !name.isEmpty());
    }

    /** The variables as they came. */
    Map<String, Object> variables() {
        return Context.VariablesParser.toMap(json.get(Context.VARIABLES)).orElse(Map.of());
    }
}
