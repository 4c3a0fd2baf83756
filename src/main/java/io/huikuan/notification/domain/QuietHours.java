package io.huikuan.notification.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours in which somebody is not disturbed, by his own clock: from the full hour to the full hour, over midnight where {@code from} is the later;
 * none where both are the same.
 *
 * @param from 0 to 23
 * @param until 0 to 23
 */
public record QuietHours(int from, int until, ZoneId zone) {

    /** When the quiet ends in which the moment lies; empty where it lies in none. */
    public Optional<Instant> endOf(Instant moment) {
        ZonedDateTime here = moment.atZone(zone);
        if (!isQuiet(here.getHour())) {
            return Optional.empty();
        }
        ZonedDateTime end = here.toLocalDate().atTime(LocalTime.of(until, 0)).atZone(zone);
        return Optional.of((end.isAfter(here) ? end : end.plusDays(1)).toInstant());
    }

    private boolean isQuiet(int hour) {
        return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
    }
}
