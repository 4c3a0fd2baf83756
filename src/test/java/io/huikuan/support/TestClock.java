package io.huikuan.support;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of all tests: it tells the true time until a test sets it, and then stands still until it is moved. Put it back with {@link #reset}. */
@Singleton
public class TestClock extends Clock {

    private volatile Instant fixed;

    /** Stops at this moment. */
    public void set(Instant moment) {
        fixed = moment;
    }

    /** Stops at noon of this day in this zone. */
    public void setNoon(LocalDate day, ZoneId zone) {
        set(day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }

    /** Moves on. */
    public void forward(Duration time) {
        set(instant().plus(time));
    }

    /** Tells the true time again. */
    public void reset() {
        fixed = null;
    }

    @Override
    public Instant instant() {
        Instant stopped = fixed;
        return stopped == null ? Instant.now(Clock.systemUTC()) : stopped;
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
