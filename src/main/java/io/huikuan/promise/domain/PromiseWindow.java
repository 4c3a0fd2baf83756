package io.huikuan.promise.domain;

import io.huikuan.tenant.domain.BusinessCalendar;
import java.time.LocalDate;

/**
 * The days on which money counts for a promise, both included.
 *
 * @param first the day on which the promise was given
 * @param last the promised date, or the last of the tolerance days after it
 */
public record PromiseWindow(LocalDate first, LocalDate last) {

    /** The window of a promise; each tolerance day is a business day after the promised date, which itself may be any day. */
    public static PromiseWindow of(
            LocalDate given, LocalDate promisedFor, int toleranceDays, BusinessCalendar calendar) {
        LocalDate last = promisedFor;
        for (int day = 0; day < toleranceDays; day++) {
            last = nextBusinessDay(last, calendar);
        }
        return new PromiseWindow(given, last);
    }

    private static LocalDate nextBusinessDay(LocalDate after, BusinessCalendar calendar) {
        LocalDate day = after.plusDays(1);
        while (!calendar.isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
