package io.huikuan.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hour at which somebody is sent what has gathered, by his own clock. */
public record DigestTime(int hour, ZoneId zone) {

    /** The next digest after a moment: whose day it is, and when it goes out. */
    public record Next(LocalDate day, Instant at) {}

    /** The first digest that goes out after the moment. */
    public Next after(Instant moment) {
        ZonedDateTime today =
                moment.atZone(zone).toLocalDate().atTime(LocalTime.of(hour, 0)).atZone(zone);
        ZonedDateTime next = today.toInstant().isAfter(moment) ? today : today.plusDays(1);
        return new Next(next.toLocalDate(), next.toInstant());
    }
}
