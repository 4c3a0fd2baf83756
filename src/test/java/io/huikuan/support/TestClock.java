package io.huikuan.support;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of all tests: it tells the true time until a test sets it, and then stands still until it is moved, or ticks with each reading. Put it back with
 * {@link #reset}.
 */
@Singleton
public class TestClock extends Clock {

    private Instant fixed;
    private Duration tick = Duration.ZERO;

    /** Stops at this moment. */
    public synchronized void set(Instant moment) {
        fixed = moment;
    }

    /** From now on no two readings are the same, as of the true time: each moves it by a microsecond. */
    public synchronized void tick() {
        tick = Duration.ofNanos(1000);
    }

    /** Stops at noon of this day in this zone. */
    public void setNoon(LocalDate day, ZoneId zone) {
        set(day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }

    /** Moves on. */
    public synchronized void forward(Duration time) {
        set(instant().plus(time));
    }

    /** Tells the true time again. */
    public synchronized void reset() {
        fixed = null;
        tick = Duration.ZERO;
    }

    @Override
    public synchronized Instant instant() {
        if (fixed == null) {
            return Instant.now(Clock.systemUTC());
        }
        fixed = fixed.plus(tick);
        return fixed;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
