package io.huikuan.imports.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong in a file: the first hundred findings in the order of rows, and how many there are. */
public final class Findings {

    /** How many are kept. */
    public static final int MOST = 100;

    private static final Comparator<Finding> BY_ROW = Comparator.comparingInt(Finding::row)
            .thenComparing(finding -> finding.column() == null ? "" : finding.column());

    private final List<Finding> first = new ArrayList<>();
    private int count;
    private int rejected;

    /** Adds what is wrong with one row. */
    public void reject(List<Finding> ofRow) {
        ofRow.forEach(this::keep);
        count += ofRow.size();
        rejected++;
    }

    /** Adds what is wrong with several rows, of which only the first were fetched. */
    public void reject(List<Finding> firstFetched, int findings, int rows) {
        firstFetched.forEach(this::keep);
        count += findings;
        rejected += rows;
    }

    private void keep(Finding finding) {
        if (first.size() < 4 * MOST) {
            first.add(finding);
        } else {
            trim();
            first.add(finding);
        }
    }

    private void trim() {
        first.sort(BY_ROW);
        first.subList(MOST, first.size()).clear();
    }

    /** Whether there is any. */
    public boolean any() {
        return count > 0;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** How many rows have any. */
    public int rejected() {
        return rejected;
    }

    /** The first hundred, in the order of rows. */
    public List<Finding> first() {
        List<Finding> sorted = new ArrayList<>(first);
        sorted.sort(BY_ROW);
        return List.copyOf(sorted.subList(0, Math.min(MOST, sorted.size())));
    }
}
