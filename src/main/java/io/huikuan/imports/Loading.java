package io.huikuan.imports;

import io.huikuan.imports.domain.Findings;
import io.huikuan.imports.domain.ImportKind;
import java.util.Set;

/** How staged rows of one kind become things. */
interface Loading {

    /** The kind of files that it loads. */
    ImportKind kind();

    /**
     * Resolves the staged rows against what is known, adds what is wrong with them, and, unless anything is wrong with the file, writes
     * them. Runs in the import's transaction, whose turn it is.
     *
     * @param columns the canonical columns of which the file says something
     */
    Loaded load(Set<String> columns, Findings findings);

    /** How many rows made something new, changed something known, or said what was known. */
    record Loaded(int created, int updated, int unchanged) {}
}
