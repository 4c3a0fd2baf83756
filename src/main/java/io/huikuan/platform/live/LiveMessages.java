package io.huikuan.platform.live;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The messages of the protocol. */
final class LiveMessages {

    private LiveMessages() {}

    static Map<String, ?> acknowledgement() {
        return Map.of("type", "connection_ack");
    }

    static Map<String, ?> pong() {
        return Map.of("type", "pong");
    }

    static Map<String, ?> next(String id, Map<String, Object> answer) {
        return Map.of("id", id, "type", "next", "payload", answer);
    }

    static Map<String, ?> error(String id, Object errors) {
        return Map.of("id", id, "type", "error", "payload", errors);
    }

    static Map<String, ?> complete(String id) {
        return Map.of("id", id, "type", "complete");
    }

    /** A member of a message that is a text. */
    static Optional<String> text(JsonObject message, String member) {
        return message.getValue(member) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The token in the payload of the first message, under {@code authorization} in any case of letters. */
    static Optional<String> token(JsonObject message) {
        return message.getValue("payload") instanceof JsonObject payload
                ? payload.fieldNames().stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).equals("authorization"))
                        .findAny()
                        .flatMap(name -> text(payload, name))
                : Optional.empty();
    }
}
