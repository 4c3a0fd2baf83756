package io.huikuan.attachment.domain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a link allows whoever has it, until it expires. As a text it is its parts and their HMAC-SHA256 in Base64 for addresses, so that it can
 * neither be made nor changed without the key, and nothing of it has to be stored.
 *
 * @param purpose for what it is good
 * @param tenant whose attachment it is
 * @param attachment which one
 * @param user who had the right when it was signed
 * @param expiresAt until when it is good, in whole seconds
 */
public record SignedLink(Purpose purpose, UUID tenant, UUID attachment, UUID user, Instant expiresAt) {

    /** For what a link is good: one for the other is no good. */
    public enum Purpose {
        UPLOAD((byte) 1),
        DOWNLOAD((byte) 2);

        private final byte code;

        Purpose(byte code) {
            this.code = code;
        }

        private static Optional<Purpose> of(byte code) {
            return Arrays.stream(values())
                    .filter(purpose -> purpose.code == code)
                    .findAny();
        }
    }

    private static final byte FORM = 1;
    private static final int PARTS = 2 + 3 * 16 + 8;
    private static final int SIGNATURE = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /** The link as a text of 120 characters. */
    public String signed(byte[] key) {
        ByteBuffer parts = ByteBuffer.allocate(PARTS + SIGNATURE).put(FORM).put(purpose.code);
        put(parts, tenant);
        put(parts, attachment);
        put(parts, user);
        parts.putLong(expiresAt.getEpochSecond());
        parts.put(signature(Arrays.copyOf(parts.array(), PARTS), key));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.array());
    }

    /** The link in the text; empty unless this key signed it, to the last character. Whether it has expired is another question. */
    public static Optional<SignedLink> read(String text, byte[] key) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != PARTS + SIGNATURE
                || !MessageDigest.isEqual(
                        Arrays.copyOfRange(bytes, PARTS, bytes.length), signature(Arrays.copyOf(bytes, PARTS), key))) {
            return Optional.empty();
        }
        return read(ByteBuffer.wrap(bytes)).filter(link -> link.signed(key).equals(text));
    }

    private static Optional<SignedLink> read(ByteBuffer parts) {
        if (parts.get() != FORM) {
            return Optional.empty();
        }
        Optional<Purpose> purpose = Purpose.of(parts.get());
        try {
            return purpose.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SignedLink(
                            purpose.get(),
                            uuid(parts),
                            uuid(parts),
                            uuid(parts),
                            Instant.ofEpochSecond(parts.getLong())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void put(ByteBuffer parts, UUID id) {
        parts.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer parts) {
        return new UUID(parts.getLong(), parts.getLong());
    }

    private static byte[] signature(byte[] parts, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(parts);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
