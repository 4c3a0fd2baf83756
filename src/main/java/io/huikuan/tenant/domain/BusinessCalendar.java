package io.huikuan.tenant.domain;

import io.huikuan.tenant.BusinessDayRoll;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/**
 * On which days a tenant does business: Monday to Friday without its holidays, and besides the Saturdays and Sundays that are worked
 * in their place (调休). A date that is both a holiday and a workday is worked.
 *
 * @param holidays days off that are not already a weekend, weekends do no harm
 * @param workdays weekend days that are worked
 */
public record BusinessCalendar(Set<LocalDate> holidays, Set<LocalDate> workdays) {

    /** Weekends only. */
    public static final BusinessCalendar WEEKENDS = new BusinessCalendar(Set.of(), Set.of());

    public BusinessCalendar {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    /** Whether business is done on the date. */
    public boolean isBusinessDay(LocalDate date) {
        return workdays.contains(date) || !(isWeekend(date) || holidays.contains(date));
    }

    /** The date itself when it is a business day, else where the rule moves it (rule 2). */
    public LocalDate roll(LocalDate date, BusinessDayRoll rule) {
        return switch (rule) {
            case NONE -> date;
            case FOLLOWING -> following(date);
            case PRECEDING -> preceding(date);
            case MODIFIED_FOLLOWING -> modifiedFollowing(date);
        };
    }

    /**
     * As {@link #roll(LocalDate, BusinessDayRoll)}, for a date that must not come before another: what the rule would move to before
     * {@code earliest} moves to the next business day instead.
     */
    public LocalDate roll(LocalDate date, BusinessDayRoll rule, LocalDate earliest) {
        LocalDate rolled = roll(date, rule);
        return rolled.isBefore(earliest) ? following(date) : rolled;
    }

    private LocalDate modifiedFollowing(LocalDate date) {
        LocalDate following = following(date);
        return YearMonth.from(following).equals(YearMonth.from(date)) ? following : preceding(date);
    }

    private LocalDate following(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private LocalDate preceding(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
