package io.huikuan.kernel.graph;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The global id of a node as clients see it: what kind of thing it is, and which one. Opaque to them. */
public record NodeId(NodeKind kind, UUID uuid) {

    private static final Pattern FORM = Pattern.compile("[a-z]{3}_[0-9a-f]{32}");

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
        if (text == null || text.length() != 36 || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        UUID uuid = new UUID(
                Long.parseUnsignedLong(text.substring(4, 20), 16), Long.parseUnsignedLong(text.substring(20), 16));
        return NodeKind.withPrefix(text.substring(0, 3)).map(kind -> new NodeId(kind, uuid));
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
