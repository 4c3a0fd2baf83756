package io.huikuan.instance;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens in another process. */
final class Await {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /** Waits until it is so; fails when it is not so for very long. */
    static void until(String what, Callable<Boolean> is) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!is.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("In vain waited until " + what);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
