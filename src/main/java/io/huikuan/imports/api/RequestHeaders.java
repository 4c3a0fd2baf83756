package io.huikuan.imports.api;

import io.huikuan.imports.domain.Charsets;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the headers and the query of a request say of a file. */
final class RequestHeaders {

    private static final Set<String> TYPES =
            Set.of("text/csv", "text/plain", "application/octet-stream", "application/csv", "application/vnd.ms-excel");

    private RequestHeaders() {}

    /** The type of the body, which must be one of those that CSV files are sent with; empty when none is named. */
    static Optional<MediaType> csv(String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return Optional.empty();
        }
        try {
            MediaType type = MediaType.valueOf(contentType);
            if (TYPES.contains((type.getType() + '/' + type.getSubtype()).toLowerCase(Locale.ROOT))) {
                return Optional.of(type);
            }
        } catch (IllegalArgumentException e) {
            throw unsupported();
        }
        throw unsupported();
    }

    /** Whether a file is only to be tried. */
    static boolean isTrue(String dryRun) {
        if (dryRun == null || dryRun.equals("false")) {
            return false;
        }
        if (dryRun.equals("true")) {
            return true;
        }
        throw new Problem(ErrorCode.BAD_REQUEST, "dryRun is true or false.");
    }

    private static Problem unsupported() {
        return new Problem(ErrorCode.UNSUPPORTED_MEDIA, "Send the file as text/csv or application/octet-stream.");
    }

    /** The charset that the type names. */
    static Optional<Charset> charset(Optional<MediaType> type) {
        Optional<String> name = type.map(named -> named.getParameters().get(MediaType.CHARSET_PARAMETER));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Charsets.named(name.get())
                .orElseThrow(() ->
                        new Problem(ErrorCode.UNSUPPORTED_MEDIA, "The charset is none of " + Charsets.names() + ".")));
    }

    /** Whether the body is packed by gzip. */
    static boolean isPacked(String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
            return true;
        }
        throw new Problem(ErrorCode.UNSUPPORTED_MEDIA, "The only content encoding is gzip.");
    }
}
