package io.huikuan.kernel.paging;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The place of a row in a list: its sort keys and, last, its id. Opaque to clients. Rows that come or go elsewhere in the list do
 * not move it. Reading a part that is not of the expected form is a {@link Problem} with INVALID_CURSOR.
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";

    /** The place of the row with these keys, in their text forms. */
    public static Cursor of(Object... keys) {
        return new Cursor(java.util.Arrays.stream(keys).map(String::valueOf).toList());
    }

    /** The form that clients get. */
    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor that must have this many parts. */
    public static Cursor decode(String text, int size) {
        List<String> parts = List.of(decoded(text).split(SEPARATOR, -1));
        if (parts.size() != size) {
            throw invalid();
        }
        return new Cursor(parts);
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** The part as a text. */
    public String text(int index) {
        return parts.get(index);
    }

    /** The part as an id. */
    public UUID uuid(int index) {
        return part(index, UUID::fromString);
    }

    /** The part as a date. */
    public LocalDate date(int index) {
        return part(index, LocalDate::parse);
    }

    /** The part as a number. */
    public java.math.BigDecimal decimal(int index) {
        return part(index, java.math.BigDecimal::new);
    }

    /** The part as a moment. */
    public java.time.Instant instant(int index) {
        return part(index, java.time.Instant::parse);
    }

    private <T> T part(int index, Function<String, T> form) {
        try {
            return form.apply(parts.get(index));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return new Problem(ErrorCode.INVALID_CURSOR, "The cursor was not made by this list.");
    }
}
