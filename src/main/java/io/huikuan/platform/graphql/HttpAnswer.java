package io.huikuan.platform.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.kernel.hash.Sha256;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Map;

/**
 * The answer to one HTTP request. What a GET read may be kept by its client, and by nobody in between, and is asked for again each time: where it
 * is still the same it is not sent again.
 */
final class HttpAnswer {

    private static final String JSON = "application/json";
    private static final String GRAPHQL_JSON = "application/graphql-response+json";

    private static final int TAG = 32;

    /** A shorter answer fits into one packet anyway. */
    private static final int WORTH_PACKING = 1_000;

    private final RoutingContext route;
    private final ObjectMapper json;

    HttpAnswer(RoutingContext route, ObjectMapper json) {
        this.route = route;
        this.json = json;
    }

    /** As GraphQL over HTTP asks: the media type of GraphQL tells by the status whether there is data, plain JSON does not. */
    int requestErrorStatus() {
        return contentType().equals(GRAPHQL_JSON) ? 400 : 200;
    }

    private String contentType() {
        String accept = route.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(GRAPHQL_JSON) ? GRAPHQL_JSON : JSON;
    }

    /** The answer as it is sent. Takes its time, so not on an event loop where it is long. */
    Buffer written(Map<String, Object> answer) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is no JSON", e);
        }
    }

    /** Sends what nobody keeps. */
    void send(int status, Buffer body) {
        if (isGet()) {
            route.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        end(status, body);
    }

    /** Sends what was done without errors. */
    void sendWhole(Buffer body) {
        if (!isGet()) {
            end(200, body);
            return;
        }
        String tag = tag(body);
        route.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .putHeader(HttpHeaders.VARY, "Authorization, Accept, Accept-Encoding")
                .putHeader(HttpHeaders.ETAG, tag);
        if (isKnown(tag)) {
            end(304, null);
        } else {
            end(200, body);
        }
    }

    private boolean isGet() {
        return route.request().method().equals(HttpMethod.GET);
    }

    /** A weak one: packed or not, it is the same answer. */
    private static String tag(Buffer body) {
        return "W/\"" + Sha256.of(body.getBytes()).substring(0, TAG) + '"';
    }

    private boolean isKnown(String tag) {
        String known = route.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || bare(one).equals(bare(tag)));
    }

    private static String bare(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private void end(int status, Buffer body) {
        HttpServerResponse response = route.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status);
        if (body == null) {
            response.end();
            return;
        }
        if (body.length() < WORTH_PACKING) {
            // What says so is not packed.
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType()).end(body);
    }
}
