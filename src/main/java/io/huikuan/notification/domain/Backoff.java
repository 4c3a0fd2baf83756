package io.huikuan.notification.domain;

import java.time.Duration;

/**
 * How long to wait after a failure: {@code first} after the first, twice as long after each further one, at most {@code longest}; a random part of up to a half is
 * taken off, so that what failed together does not come again together.
 */
public record Backoff(Duration first, Duration longest) {

    /**
     * The pause.
     *
     * @param attempt which attempt failed, 1 for the first
     * @param chance from 0 to below 1
     */
    public Duration after(int attempt, double chance) {
        int doublings = Math.min(attempt - 1, 40);
        double millis = Math.min((double) first.toMillis() * Math.pow(2, doublings), (double) longest.toMillis());
        return Duration.ofMillis((long) (millis * (1 - chance / 2)));
    }
}
