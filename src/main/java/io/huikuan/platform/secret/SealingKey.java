package io.huikuan.platform.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** One key: 32 bytes, and the four by which what it sealed names it. */
final class SealingKey {

    static final int LENGTH = 32;
    static final int NAME = 4;

    private final byte[] bytes;
    private final byte[] name;

    /** @throws IllegalArgumentException when it has not 32 bytes */
    SealingKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
        this.name = Arrays.copyOf(sha256(bytes), NAME);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] name() {
        return name.clone();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
