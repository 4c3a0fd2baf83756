package io.huikuan.platform.graphql;

import io.huikuan.kernel.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a client is told about one error: a code, a message for people and, where there is one, a further detail by name. */
record Finding(ErrorCode code, String message, String detail, String value) {

    Finding(ErrorCode code, String message) {
        this(code, message, null, null);
    }

    static Finding of(ErrorCode code) {
        return new Finding(code, code.description());
    }

    /** An argument or variable at this path that is not of its type. */
    static Finding badInput(String path, String message) {
        return new Finding(ErrorCode.BAD_INPUT, message, "argument", path);
    }

    /** The error in the form of the answer, at its place in the document. */
    Map<String, Object> shown(Map<String, Object> place) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("message", message);
        shown.putAll(place);
        shown.put(
                "extensions",
                detail == null ? Map.of("code", code.name()) : Map.of("code", code.name(), detail, value));
        return shown;
    }
}
