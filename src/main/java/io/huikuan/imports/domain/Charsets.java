package io.huikuan.imports.domain;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The charsets in which files are read. */
public final class Charsets {

    private static final Set<String> NAMES =
            Set.of("UTF-8", "GBK", "GB18030", "BIG5", "WINDOWS-1252", "ISO-8859-1", "SHIFT_JIS");

    private Charsets() {}

    /** The charset of this name, in capitals or not; empty when it is not read. */
    public static Optional<Charset> named(String name) {
        return Optional.of(name.toUpperCase(Locale.ROOT))
                .filter(NAMES::contains)
                .map(Charset::forName);
    }

    /** All names, for people. */
    public static String names() {
        return String.join(", ", new TreeSet<>(NAMES));
    }
}
