package io.huikuan.kernel.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers of rows: time-ordered (version 7 of RFC 9562), so that indexes grow at their end, or derived from a name. */
public final class Uuids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Uuids() {}

    /** A new identifier, greater than every one this process made before: 48 bits of milliseconds, 12 of sequence, 62 random. */
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(now, last + 1));
        long most = (stamp >>> 12 << 16) | 0x7000L | (stamp & 0xFFFL);
        long least = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /** The identifier that the name always has within the scope: the same on every node, at any time. */
    public static UUID named(UUID scope, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(16 + bytes.length)
                .putLong(scope.getMostSignificantBits())
                .putLong(scope.getLeastSignificantBits())
                .put(bytes)
                .array());
    }

    /** The identifier of the tenant with this code. It is made from the code alone, so that two tenants cannot share one. */
    public static UUID tenant(String code) {
        return named(new UUID(0, 0), code);
    }
}
