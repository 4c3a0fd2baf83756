package io.huikuan.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Lets lines through: none twice within a while, and only so many a second. What it holds back it counts. */
final class Flow {

    private static final int MOST_KNOWN = 10_000;
    private static final int BURST = 10;

    private final Duration quiet;
    private final long perSecond;
    private final Map<Object, Line> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Line> eldest) {
            return size() > MOST_KNOWN;
        }
    };
    private Instant filledAt = Instant.EPOCH;
    private long millisOfLines;

    Flow(Duration quiet, int linesPerSecond) {
        this.quiet = quiet;
        this.perSecond = linesPerSecond;
    }

    private record Line(Instant at, int heldBack) {}

    /** How often the line was held back since it was let through the last time; empty when it is held back now. */
    synchronized OptionalInt pass(Object line, Instant now) {
        Line before = known.get(line);
        int heldBack = before == null ? 0 : before.heldBack();
        boolean repeats = before != null
                && !now.isBefore(before.at())
                && now.isBefore(before.at().plus(quiet));
        if (repeats || !hasRoom(now)) {
            known.put(line, new Line(repeats ? before.at() : Instant.EPOCH, heldBack + 1));
            return OptionalInt.empty();
        }
        known.put(line, new Line(now, 0));
        return OptionalInt.of(heldBack);
    }

    /** Time fills a bucket with lines, a thousand to the second times what is allowed; a line takes a thousand out. */
    private boolean hasRoom(Instant now) {
        long passed = Math.max(
                0, Math.min(BURST * 1000L, Duration.between(filledAt, now).toMillis()));
        millisOfLines = Math.min(BURST * 1000L * perSecond, millisOfLines + passed * perSecond);
        filledAt = now;
        if (millisOfLines < 1000) {
            return false;
        }
        millisOfLines -= 1000;
        return true;
    }
}
