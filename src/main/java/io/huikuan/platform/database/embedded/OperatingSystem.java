package io.huikuan.platform.database.embedded;

import java.util.Locale;

/** What kind of machine this is. */
final class OperatingSystem {

    private static final String NAME = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private OperatingSystem() {}

    static boolean isWindows() {
        return NAME.startsWith("windows");
    }

    static boolean isMac() {
        return NAME.startsWith("mac");
    }
}
