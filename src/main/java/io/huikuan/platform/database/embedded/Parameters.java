package io.huikuan.platform.database.embedded;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parameters with which the server is started, as its configuration file has them.
 *
 * @param text the file
 */
record Parameters(String text) {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            // Reached from this machine only, and by password.
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("password_encryption", "scram-sha-256"),
            // A socket file would have to be in a directory with a short path that is nobody else's.
            Map.entry("unix_socket_directories", ""),
            // Two nodes with a full pool each are too many, and meant to be: who needs them needs an external server.
            Map.entry("max_connections", "40"),
            // This is where the money is kept.
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            // Statements here take milliseconds, compiling one takes more.
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("cluster_name", "huikuan"));

    /** The default parameters, overridden by the given ones. */
    static Parameters with(Map<String, String> given) {
        Map<String, String> all = new TreeMap<>(DEFAULTS);
        all.putAll(given);
        return new Parameters(all.entrySet().stream()
                .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining("", "# Written at each start of the server.\n", "")));
    }
}
