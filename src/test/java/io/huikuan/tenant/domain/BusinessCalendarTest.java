package io.huikuan.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.tenant.BusinessDayRoll;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    /** The National Day holiday of 2026 and the weekend days worked for it. */
    private static final BusinessCalendar NATIONAL_DAY_2026 = new BusinessCalendar(
            days("2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07"),
            days("2026-09-20", "2026-10-10"));

    @Test
    void monday_to_friday_are_business_days_and_the_weekend_is_not() {
        LocalDate monday = LocalDate.parse("2026-11-16");
        for (int i = 0; i < 5; i++) {
            assertThat(BusinessCalendar.WEEKENDS.isBusinessDay(monday.plusDays(i)))
                    .isTrue();
        }
        assertThat(BusinessCalendar.WEEKENDS.isBusinessDay(monday.plusDays(5))).isFalse();
        assertThat(BusinessCalendar.WEEKENDS.isBusinessDay(monday.plusDays(6))).isFalse();
    }

    @Test
    void a_holiday_is_no_business_day_and_a_make_up_workday_is_one() {
        assertThat(NATIONAL_DAY_2026.isBusinessDay(LocalDate.parse("2026-10-07")))
                .isFalse();
        assertThat(NATIONAL_DAY_2026.isBusinessDay(LocalDate.parse("2026-10-08")))
                .isTrue();
        assertThat(NATIONAL_DAY_2026.isBusinessDay(LocalDate.parse("2026-10-10")))
                .isTrue();
        assertThat(NATIONAL_DAY_2026.isBusinessDay(LocalDate.parse("2026-10-11")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // a business day stays under every rule
        "2026-11-20, NONE, 2026-11-20",
        "2026-11-20, FOLLOWING, 2026-11-20",
        "2026-11-20, MODIFIED_FOLLOWING, 2026-11-20",
        "2026-11-20, PRECEDING, 2026-11-20",
        // a Saturday within its month
        "2026-11-21, NONE, 2026-11-21",
        "2026-11-21, FOLLOWING, 2026-11-23",
        "2026-11-21, MODIFIED_FOLLOWING, 2026-11-23",
        "2026-11-21, PRECEDING, 2026-11-20",
        // the last Saturday of its month, whose Monday lies in the next one
        "2026-10-31, FOLLOWING, 2026-11-02",
        "2026-10-31, MODIFIED_FOLLOWING, 2026-10-30",
        // over a week of holidays
        "2026-10-03, FOLLOWING, 2026-10-08",
        "2026-10-03, MODIFIED_FOLLOWING, 2026-10-08",
        "2026-10-03, PRECEDING, 2026-09-30",
        // onto a worked Saturday, from the Sunday after it
        "2026-10-11, PRECEDING, 2026-10-10",
    })
    void a_date_without_business_moves_by_the_rule(LocalDate date, BusinessDayRoll rule, LocalDate rolled) {
        assertThat(NATIONAL_DAY_2026.roll(date, rule)).isEqualTo(rolled);
    }

    @Test
    void a_roll_that_would_pass_the_earliest_date_goes_forward_instead() {
        LocalDate sunday = LocalDate.parse("2026-11-22");
        LocalDate saturday = sunday.minusDays(1);
        LocalDate friday = sunday.minusDays(2);

        assertThat(BusinessCalendar.WEEKENDS.roll(sunday, BusinessDayRoll.PRECEDING, saturday))
                .isEqualTo("2026-11-23");
        assertThat(BusinessCalendar.WEEKENDS.roll(sunday, BusinessDayRoll.PRECEDING, friday))
                .isEqualTo(friday);
    }

    @Test
    void whatever_the_calendar_a_rolled_date_is_the_nearest_business_day_on_its_side() {
        Random random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            BusinessCalendar calendar = anyCalendar(random);
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));

            LocalDate following = calendar.roll(date, BusinessDayRoll.FOLLOWING);
            LocalDate preceding = calendar.roll(date, BusinessDayRoll.PRECEDING);
            LocalDate modified = calendar.roll(date, BusinessDayRoll.MODIFIED_FOLLOWING);

            assertThat(calendar.isBusinessDay(following)).isTrue();
            assertThat(calendar.isBusinessDay(preceding)).isTrue();
            assertThat(date.datesUntil(following).filter(calendar::isBusinessDay))
                    .isEmpty();
            assertThat(preceding.plusDays(1).datesUntil(date.plusDays(1)).filter(calendar::isBusinessDay))
                    .hasSizeLessThanOrEqualTo(preceding.equals(date) ? 1 : 0);
            assertThat(modified)
                    .isEqualTo(YearMonth.from(following).equals(YearMonth.from(date)) ? following : preceding);
        }
    }

    private static BusinessCalendar anyCalendar(Random random) {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> workdays = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            (weekend ? workdays : holidays).add(day);
        }
        return new BusinessCalendar(holidays, workdays);
    }

    private static Set<LocalDate> days(String... texts) {
        Set<LocalDate> days = new HashSet<>();
        for (String text : texts) {
            days.add(LocalDate.parse(text));
        }
        return days;
    }
}
