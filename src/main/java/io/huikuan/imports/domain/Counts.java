package io.huikuan.imports.domain;

/** What became of the rows of a file. */
public record Counts(int rows, int created, int updated, int unchanged, int rejected) {

    /** Nothing yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
}
