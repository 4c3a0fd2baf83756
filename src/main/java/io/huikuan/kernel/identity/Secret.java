package io.huikuan.kernel.identity;

import io.huikuan.kernel.hash.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that opens something by itself, such as a link: 256 random bits as 43 characters that need no escaping in an address. It is shown once; what is
 * stored is its hash, which is no secret, since nobody can try so many.
 */
public record Secret(String text) {

    /** The form of a secret. */
    public static final String FORM = "[A-Za-z0-9_-]{43}";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A new one. */
    public static Secret next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored of it: its SHA-256 in hex. */
    public String hash() {
        return Sha256.of(text);
    }

    /** Nothing: a secret is in no log. */
    @Override
    public String toString() {
        return "Secret";
    }
}
