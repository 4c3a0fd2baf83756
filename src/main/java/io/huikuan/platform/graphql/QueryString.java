package io.huikuan.platform.graphql;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.smallrye.graphql.api.Context;
import io.vertx.core.MultiMap;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * A request in the address of a GET: {@code documentId}, {@code operationName}, and {@code variables} and {@code extensions} as JSON. It names its
 * document; one that is brought along belongs into a POST.
 */
final class QueryString {

    private static final List<String> TEXTS = List.of(SentRequest.DOCUMENT_ID, Context.OPERATION_NAME);
    private static final List<String> OBJECTS = List.of(Context.VARIABLES, SentRequest.EXTENSIONS);

    private QueryString() {}

    /** Whether it may name a document at all. */
    static boolean names(MultiMap parameters) {
        return parameters.contains(SentRequest.DOCUMENT_ID) || parameters.contains(SentRequest.EXTENSIONS);
    }

    /**
     * The request.
     *
     * @throws Problem with BAD_REQUEST when a parameter is malformed or occurs twice, or a document is brought along
     */
    static SentRequest read(MultiMap parameters) {
        if (parameters.contains(Context.QUERY)) {
            throw refused("A GET names its document; send the document itself by POST.");
        }
        JsonObjectBuilder json = Json.createObjectBuilder();
        TEXTS.stream().filter(parameters::contains).forEach(name -> json.add(name, only(parameters, name)));
        OBJECTS.stream()
                .filter(parameters::contains)
                .forEach(name -> json.add(name, SentRequest.parsed(only(parameters, name), "The parameter " + name)));
        return SentRequest.of(json.build());
    }

    private static String only(MultiMap parameters, String name) {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1) {
            throw refused("The parameter " + name + " occurs twice.");
        }
        return values.get(0);
    }

    private static Problem refused(String message) {
        return new Problem(ErrorCode.BAD_REQUEST, message);
    }
}
