package io.huikuan.attachment.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of files that are known here, each with the bytes by which it is told: what a file is called says nothing of what it is. */
public enum FileKind {
    /** A photo; any JPEG. */
    JPEG("image/jpeg") {
        @Override
        public boolean is(byte[] file) {
            return has(file, 0, "\u00ff\u00d8\u00ff");
        }
    },
    /** A picture of a screen. */
    PNG("image/png") {
        @Override
        public boolean is(byte[] file) {
            return has(file, 0, "\u0089PNG\r\n\u001a\n");
        }
    },
    /** A picture as browsers make it. */
    WEBP("image/webp") {
        @Override
        public boolean is(byte[] file) {
            return has(file, 0, "RIFF") && has(file, 8, "WEBP");
        }
    },
    /** A still photo of an iPhone: a box of the type {@code ftyp} whose major or compatible brands have one of HEIC. */
    HEIC("image/heic") {
        @Override
        public boolean is(byte[] file) {
            return has(file, 4, "ftyp") && brands(file);
        }
    },
    /** A document. */
    PDF("application/pdf") {
        @Override
        public boolean is(byte[] file) {
            return has(file, 0, "%PDF-");
        }
    };

    private static final Set<String> STILL = Set.of("heic", "heix", "heim", "heis");
    private static final int BRAND = 4;
    private static final int FIRST_BRAND = 8;
    private static final int VERSION = 12;

    private final String contentType;

    FileKind(String contentType) {
        this.contentType = contentType;
    }

    /** The media type. */
    public String contentType() {
        return contentType;
    }

    /** Whether the file is of this kind. */
    public abstract boolean is(byte[] file);

    /** The kind with this media type, without parameters, case apart. */
    public static Optional<FileKind> ofType(String contentType) {
        String type = contentType.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.contentType.equals(type))
                .findAny();
    }

    private static boolean has(byte[] file, int at, String bytes) {
        byte[] expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
        int end = at + expected.length;
        return file.length >= end && Arrays.equals(file, at, end, expected, 0, expected.length);
    }

    /** The box begins with its length; its major brand is followed by a version, and then by the compatible brands up to its end. */
    private static boolean brands(byte[] file) {
        int length = ByteBuffer.wrap(file).getInt();
        int end = Math.min(length < 0 ? 0 : length, file.length);
        for (int at = FIRST_BRAND; at + BRAND <= end; at += BRAND) {
            if (at != VERSION && STILL.contains(new String(file, at, BRAND, StandardCharsets.ISO_8859_1))) {
                return true;
            }
        }
        return false;
    }
}
