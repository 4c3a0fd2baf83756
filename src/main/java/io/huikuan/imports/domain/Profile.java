package io.huikuan.imports.domain;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the files of one source are read.
 *
 * @param kind what they are loaded as
 * @param charset how their text is encoded
 * @param delimiter what parts their fields
 * @param formats how they write dates and numbers
 * @param sources where each canonical column comes from, by its name; empty when the files name their columns canonically
 * @param refusesOthers whether a column that nothing is taken from is an error, which catches misspelt names
 * @param skipWhenBlank the columns of the source of which none may be blank in a row that is to be loaded
 */
public record Profile(
        ImportKind kind,
        Charset charset,
        char delimiter,
        Formats formats,
        Map<String, Source> sources,
        boolean refusesOthers,
        List<String> skipWhenBlank) {

    /** Where the cells of a canonical column come from. */
    public sealed interface Source {}

    /**
     * A column of the file. Several canonical columns may come from one.
     *
     * @param header its name there
     * @param prefix put before what it holds, unless that is blank
     * @param words its own words and what they stand for; one that is not among them stays as it is
     * @param formats how this column writes dates and numbers; empty: as the file does
     */
    public record FromColumn(String header, String prefix, Map<String, String> words, Optional<Formats> formats)
            implements Source {

        public FromColumn {
            words = Map.copyOf(words);
        }
    }

    /** The same text in every row. */
    public record Constant(String text) implements Source {}

    public Profile {
        sources = Map.copyOf(sources);
        skipWhenBlank = List.copyOf(skipWhenBlank);
    }

    /** Canonical columns in UTF-8, commas, ISO dates and plain numbers. */
    public static Profile canonical(ImportKind kind) {
        return new Profile(kind, StandardCharsets.UTF_8, ',', Formats.CANONICAL, Map.of(), true, List.of());
    }

    /** The profile for files in another charset. */
    public Profile in(Charset other) {
        return new Profile(kind, other, delimiter, formats, sources, refusesOthers, skipWhenBlank);
    }
}
