package io.huikuan.notification.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a server is to be left alone. It is closed, and everything passes, until {@value #TOLERATED} attempts in a row have failed. Then it is open: nothing passes for a
 * while. After that one passes alone, and what becomes of it closes the circuit or opens it again, for twice as long, up to ten minutes.
 *
 * @param failures how many in a row
 * @param openUntil until when nothing passes; null while closed
 * @param probed whether one is under way that tells whether the server is back
 */
public record Circuit(int failures, Instant openUntil, boolean probed) {

    /** The one of a server about which nothing bad is known. */
    public static final Circuit CLOSED = new Circuit(0, null, false);

    private static final int TOLERATED = 5;
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Whether something may pass now. */
    public boolean passes(Instant now) {
        return openUntil == null || (!probed && !openUntil.isAfter(now));
    }

    /** The circuit while what passed is under way. */
    public Circuit passing() {
        return openUntil == null ? this : new Circuit(failures, openUntil, true);
    }

    /** After a failure for which the server is to blame. */
    public Circuit failed(Instant now) {
        int more = failures + 1;
        if (more < TOLERATED) {
            return new Circuit(more, null, false);
        }
        long factor = 1L << Math.min(more - TOLERATED, 20);
        Duration pause = FIRST.multipliedBy(factor);
        return new Circuit(more, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause), false);
    }

    /** After the server has asked to be left alone for so long, ten minutes at most. */
    public Circuit asked(Instant now, Duration pause) {
        return new Circuit(failures + 1, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause), false);
    }

    /** When to ask again whether something may pass. */
    public Instant again(Instant now) {
        return openUntil == null || !openUntil.isAfter(now) ? now.plus(FIRST) : openUntil;
    }
}
