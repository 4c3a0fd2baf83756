package io.huikuan.platform.graphql;

/**
 * What an operation asks for, reckoned before anything is done.
 *
 * @param depth how many fields it nests at the deepest place
 * @param cost one for each field, ten for each page and a hundred for each root field; what stands in a list counts once for
 *     each row of the page asked for, five times where the list has no pages; of what is asked for by type, of things that are of one
 *     type each, the dearest type counts
 */
record Demand(int depth, long cost) {

    private static final long MOST = 1_000_000_000_000L;

    static final Demand NOTHING = new Demand(0, 0);

    /** A field that costs this much by itself and asks for what is below it so many times. */
    static Demand field(long own, Demand below, int times) {
        return new Demand(below.depth + 1, Math.min(MOST, own + below.cost * times));
    }

    /** Either: the more demanding of both in each respect. */
    Demand or(Demand other) {
        return new Demand(Math.max(depth, other.depth), Math.max(cost, other.cost));
    }

    /** Both, side by side. */
    Demand and(Demand other) {
        return new Demand(Math.max(depth, other.depth), Math.min(MOST, cost + other.cost));
    }
}
