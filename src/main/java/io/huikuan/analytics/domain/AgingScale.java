package io.huikuan.analytics.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * The buckets into which open amounts fall by days past due: what is not late, then one bucket up to each of the tenant's upper days, then
 * all that is later. Each is closed at both ends, and every number of days falls into exactly one (rule 3).
 *
 * @param upperDays ascending and above zero, at least one
 */
public record AgingScale(List<Integer> upperDays) {

    /** A scale for whoever looks at no bucket. */
    public static final AgingScale COARSE = new AgingScale(List.of(1));

    public AgingScale {
        upperDays = List.copyOf(upperDays);
        if (upperDays.isEmpty()) {
            throw new IllegalArgumentException("a scale without days");
        }
    }

    /**
     * One bucket.
     *
     * @param from the least days past due; null: no limit
     * @param to the most days past due; null: no limit
     */
    public record Bucket(String label, Integer from, Integer to) {}

    /** The first days of all buckets but the first: of {@code 30, 60} they are {@code 1, 31, 61}. */
    public List<Integer> firstDays() {
        List<Integer> days = new ArrayList<>(List.of(1));
        upperDays.forEach(upper -> days.add(upper + 1));
        return List.copyOf(days);
    }

    /** The buckets from the youngest to the oldest. */
    public List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>(List.of(new Bucket("Current", null, 0)));
        int from = 1;
        for (int to : upperDays) {
            buckets.add(new Bucket(from == to ? String.valueOf(from) : from + "–" + to, from, to));
            from = to + 1;
        }
        buckets.add(new Bucket(from + "+", from, null));
        return List.copyOf(buckets);
    }
}
