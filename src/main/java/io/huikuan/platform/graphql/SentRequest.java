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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One GraphQL request as it came, in the form of the GraphQL-over-HTTP protocol; its form has been checked. It brings its document, or names a
 * trusted one: as {@code documentId}, the SHA-256 of the document's text in hexadecimal digits, perhaps with {@code sha256:} in front, or as Apollo's
 * clients do, {@code extensions: {persistedQuery: {version: 1, sha256Hash}}}.
 */
public final class SentRequest {

    static final String DOCUMENT_ID = "documentId";
    static final String EXTENSIONS = "extensions";

    private static final String PERSISTED_QUERY = "persistedQuery";
    private static final String HASH = "sha256Hash";
    private static final String ALGORITHM = "sha256:";
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final JsonObject json;
    private final Optional<String> documentId;

    private SentRequest(JsonObject json, Optional<String> documentId) {
        this.json = json;
        this.documentId = documentId;
    }

    /**
     * Reads the body of a request.
     *
     * @throws Problem with BAD_REQUEST when it is not a JSON object with a document or its id, or one of its members is of the wrong kind
     */
    public static SentRequest read(String body) {
        JsonValue value = parsed(body, "The body");
        if (value.getValueType() == ValueType.ARRAY) {
            throw refused("Requests cannot be sent in an array; send them one by one.");
        }
        if (value.getValueType() != ValueType.OBJECT) {
            throw refused("The body must be a JSON object.");
        }
        return of(value.asJsonObject());
    }

    /** As {@link #read}, of what has been parsed already. */
    static SentRequest of(JsonObject json) {
        requireKind(json, Context.QUERY, ValueType.STRING, "a text with a GraphQL document");
        requireKind(json, Context.OPERATION_NAME, ValueType.STRING, "a text");
        requireKind(json, Context.VARIABLES, ValueType.OBJECT, "an object");
        requireKind(json, DOCUMENT_ID, ValueType.STRING, "a text");
        requireKind(json, EXTENSIONS, ValueType.OBJECT, "an object");
        Optional<String> id = documentId(json);
        if (document(json).isEmpty() && id.isEmpty()) {
            throw refused("The member query must be a text with a GraphQL document.");
        }
        return new SentRequest(json, id);
    }

    /** Parses a part of a request; {@code what} names it for the caller, with a capital. */
    static JsonValue parsed(String text, String what) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw refused(what + " is not JSON.");
        }
    }

    private static void requireKind(JsonObject json, String member, ValueType kind, String words) {
        if (isThere(json, member) && json.get(member).getValueType() != kind) {
            throw refused("The member " + member + " must be " + words + ".");
        }
    }

    private static boolean isThere(JsonObject json, String member) {
        return json.getOrDefault(member, JsonValue.NULL).getValueType() != ValueType.NULL;
    }

    private static Optional<String> documentId(JsonObject json) {
        Optional<String> own = isThere(json, DOCUMENT_ID)
                ? Optional.of(json.getString(DOCUMENT_ID)).map(SentRequest::bare)
                : Optional.empty();
        Optional<String> apollos = isThere(json, EXTENSIONS) && isThere(json.getJsonObject(EXTENSIONS), PERSISTED_QUERY)
                ? Optional.of(hash(json.getJsonObject(EXTENSIONS)))
                : Optional.empty();
        if (own.isPresent() && apollos.isPresent() && !own.equals(apollos)) {
            throw refused("The member documentId and the extension persistedQuery name different documents.");
        }
        return own.or(() -> apollos);
    }

    private static String bare(String id) {
        String lower = id.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith(ALGORITHM) ? lower.substring(ALGORITHM.length()) : lower;
    }

    private static String hash(JsonObject extensions) {
        if (extensions.get(PERSISTED_QUERY).getValueType() == ValueType.OBJECT) {
            JsonObject persisted = extensions.getJsonObject(PERSISTED_QUERY);
            if (persisted.getInt("version", 0) == 1 && persisted.get(HASH) instanceof JsonString text) {
                return text.getString().toLowerCase(Locale.ROOT);
            }
        }
        throw refused("The extension persistedQuery must be {version: 1, sha256Hash: …}.");
    }

    private static Optional<String> document(JsonObject json) {
        return json.get(Context.QUERY) instanceof JsonString query
                        && !query.getString().isBlank()
                ? Optional.of(query.getString())
                : Optional.empty();
    }

    private static Problem refused(String message) {
        return new Problem(ErrorCode.BAD_REQUEST, message);
    }

    /** The hash of the document in small hexadecimal digits, where the request names it. */
    Optional<String> documentId() {
        return documentId;
    }

    /** The document, where the request brings it. */
    Optional<String> document() {
        return document(json);
    }

    /** The request with this document. */
    GraphqlRequest with(String text) {
        return new GraphqlRequest(
                document().isPresent()
                        ? json
                        : Json.createObjectBuilder(json)
                                .add(Context.QUERY, text)
                                .build(),
                text);
    }
}
