package io.huikuan.platform.live;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The timers of one socket; none of them outlives it. */
final class LiveTimers {

    private final Vertx vertx;
    private final Set<Long> running = new HashSet<>();

    LiveTimers(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Does something later, once; the answer stops it. */
    Runnable once(Duration delay, Runnable work) {
        long timer = vertx.setTimer(Math.max(1, delay.toMillis()), id -> {
            running.remove(id);
            work.run();
        });
        running.add(timer);
        return () -> stop(timer);
    }

    /** Does something again and again. */
    void every(Duration interval, Runnable work) {
        running.add(vertx.setPeriodic(Math.max(1, interval.toMillis()), unused -> work.run()));
    }

    private void stop(long timer) {
        if (running.remove(timer)) {
            vertx.cancelTimer(timer);
        }
    }

    /** Stops them all. */
    void cancel() {
        running.forEach(vertx::cancelTimer);
        running.clear();
    }
}
