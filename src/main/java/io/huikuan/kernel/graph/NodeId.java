package io.huikuan.kernel.graph;

import java.util.Optional;
import java.util.UUID;

/** The global id of a node as clients see it: what kind of thing it is, and which one. Opaque to them. */
public record NodeId(NodeKind kind, UUID uuid) {

    private static final int PREFIX = 3;
    private static final int LENGTH = PREFIX + 1 + 32;

    /** The id in the form that clients get. */
    public static String of(NodeKind kind, UUID uuid) {
        return kind.prefix() + '_' + hex(uuid.getMostSignificantBits()) + hex(uuid.getLeastSignificantBits());
    }

    private static String hex(long bits) {
        String digits = Long.toHexString(bits);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** Reads what a client sent; empty when it is no id of ours. */
    public static Optional<NodeId> parse(String text) {
        if (text == null || text.length() != LENGTH || text.charAt(PREFIX) != '_' || !isHex(text, PREFIX + 1)) {
            return Optional.empty();
        }
        UUID uuid = new UUID(Long.parseUnsignedLong(text, 4, 20, 16), Long.parseUnsignedLong(text, 20, LENGTH, 16));
        return NodeKind.withPrefix(text.substring(0, PREFIX)).map(kind -> new NodeId(kind, uuid));
    }

    /** Whether the text is digits of ids from there on; capital letters are none. */
    private static boolean isHex(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The row that the id names, when it is of the expected kind; empty otherwise. */
    public static Optional<UUID> uuid(NodeKind expected, String text) {
        return parse(text).filter(id -> id.kind == expected).map(NodeId::uuid);
    }

    /** The row behind an id that this service made itself. */
    public static UUID uuidOf(String ownId) {
        return parse(ownId).orElseThrow(() -> new IllegalStateException("not an id of this service")).uuid;
    }
}
