package io.huikuan.kernel.graph;

import java.util.UUID;

/** Numbers for documents that come without one: short enough to read over the phone, unique without a shared counter. */
public final class DocumentNumbers {

    /** Crockford's base 32: no I, L, O, U. */
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final int LENGTH = 14;

    private DocumentNumbers() {}

    /** A number such as {@code PAY-06F3K2Q8W1ZX4T}: the prefix, the time in an order-keeping form, and 10 random bits. */
    public static String next(String prefix) {
        UUID id = Uuids.next();
        long time = (id.getMostSignificantBits() >>> 16 << 12) | (id.getMostSignificantBits() & 0xFFFL);
        long random = id.getLeastSignificantBits() & 0x3FFL;
        char[] number = new char[LENGTH];
        long rest = time;
        for (int i = LENGTH - 3; i >= 0; i--) {
            number[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
        number[LENGTH - 2] = DIGITS[(int) (random >>> 5)];
        number[LENGTH - 1] = DIGITS[(int) (random & 31)];
        return prefix + '-' + new String(number);
    }
}
