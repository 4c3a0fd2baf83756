package io.huikuan.kernel.error;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Refusals in the form that every way into the service answers them: {@code errors}, each with its message and {@code extensions.code}. */
public final class HttpRefusals {

    private static final Logger LOG = Logger.getLogger(HttpRefusals.class);

    private HttpRefusals() {}

    /** The answer to a request that was refused. */
    public static Response answer(Problem problem) {
        return answer(status(problem.code()), List.of(error(problem.code().name(), problem.getMessage(), List.of())));
    }

    /** Logs a fault under an id and tells nothing but that id; {@code what} says for the log in what it happened, nothing of which was done. */
    public static Response fault(RuntimeException fault, String what) {
        String id = UUID.randomUUID().toString().substring(0, 13);
        LOG.errorf(fault, "Fault %s in %s", id, what);
        return answer(
                500,
                List.of(error(
                        ErrorCode.INTERNAL.name(),
                        "Something went wrong here; nothing was done. When you report it, give the id " + id + ".",
                        List.of())));
    }

    /** The answer to a request whose input can be mended. */
    public static Response answer(List<UserError> errors) {
        return answer(
                400,
                errors.stream()
                        .map(error -> error(error.code(), error.message(), error.field()))
                        .toList());
    }

    private static Response answer(int status, List<Map<String, Object>> errors) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("errors", errors))
                .build();
    }

    private static Map<String, Object> error(String code, String message, List<String> field) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        if (!field.isEmpty()) {
            extensions.put("field", field);
        }
        return Map.of("message", message, "extensions", extensions);
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case ALREADY_DONE -> 409;
            case LINK_EXPIRED -> 410;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA -> 415;
            case BUSY -> 503;
            default -> 400;
        };
    }
}
