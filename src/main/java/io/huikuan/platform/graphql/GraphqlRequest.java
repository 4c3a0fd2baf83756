package io.huikuan.platform.graphql;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.smallrye.graphql.api.Context;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** One GraphQL request in the form of the GraphQL-over-HTTP protocol; its form has been checked. */
public final class GraphqlRequest {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final JsonObject json;

    private GraphqlRequest(JsonObject json) {
        this.json = json;
    }

    /**
     * Reads the body of a request.
     *
     * @throws Problem with BAD_REQUEST when it is not a JSON object with a query, or one of its members is of the wrong kind
     */
    public static GraphqlRequest read(String body) {
        JsonValue value = parsed(body);
        if (value.getValueType() == ValueType.ARRAY) {
            throw refused("Requests cannot be sent in an array; send them one by one.");
        }
        if (value.getValueType() != ValueType.OBJECT) {
            throw refused("The body must be a JSON object.");
        }
        return of(value.asJsonObject());
    }

    /** As {@link #read}, of what has been parsed already. */
    public static GraphqlRequest of(JsonObject json) {
        if (!(json.get(Context.QUERY) instanceof JsonString query)
                || query.getString().isBlank()) {
            throw refused("The member query must be a text with a GraphQL document.");
        }
        requireKind(json, Context.OPERATION_NAME, ValueType.STRING, "a text");
        requireKind(json, Context.VARIABLES, ValueType.OBJECT, "an object");
        return new GraphqlRequest(json);
    }

    private static JsonValue parsed(String body) {
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw refused("The body is not JSON.");
        }
    }

    private static void requireKind(JsonObject json, String member, ValueType kind, String words) {
        JsonValue value = json.getOrDefault(member, JsonValue.NULL);
        if (value.getValueType() != ValueType.NULL && value.getValueType() != kind) {
            throw refused("The member " + member + " must be " + words + ".");
        }
    }

    private static Problem refused(String message) {
        return new Problem(ErrorCode.BAD_REQUEST, message);
    }

    /** The whole request as it came. */
    JsonObject json() {
        return json;
    }

    /** The GraphQL document. */
    String query() {
        return json.getString(Context.QUERY);
    }

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
