package io.huikuan.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactPolicy;
import io.huikuan.contact.GuardRail;
import io.huikuan.tenant.domain.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactWindowsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The National Day holiday of 2026 and the weekend days worked for it. */
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(
            days("2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"),
            days("2026-09-20", "2026-10-10"));

    private static final ContactWindows WINDOWS = new ContactWindows(ContactPolicy.DEFAULT, CALENDAR);

    private static Set<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).collect(Collectors.toSet());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static String against(ContactChannel channel, String local, OwnHours own) {
        return WINDOWS.against(channel, at(local), SHANGHAI, own)
                .map(Enum::name)
                .orElse("free");
    }

    private static String next(ContactChannel channel, String local, OwnHours own) {
        return local(WINDOWS.next(channel, at(local), SHANGHAI, own));
    }

    private static String best(String local, OwnHours own) {
        return local(WINDOWS.best(ContactChannel.PHONE, at(local), SHANGHAI, own));
    }

    private static String local(Optional<Instant> moment) {
        return LocalDateTime.ofInstant(moment.orElseThrow(), SHANGHAI).toString();
    }

    private static OwnHours noted(String from, String to, DayOfWeek... days) {
        return new OwnHours(time(from), time(to), Set.of(days), false);
    }

    private static OwnHours said(String from, String to, DayOfWeek... days) {
        return new OwnHours(time(from), time(to), Set.of(days), true);
    }

    private static Optional<LocalTime> time(String text) {
        return Optional.ofNullable(text).map(LocalTime::parse);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:59:59, QUIET_HOURS",
        "2026-11-24T09:00:00, free",
        "2026-11-24T11:44:59, free",
        "2026-11-24T11:45:00, NOON_REST",
        "2026-11-24T13:59:59, NOON_REST",
        "2026-11-24T14:00:00, free",
        "2026-11-24T19:59:59, free",
        "2026-11-24T20:00:00, QUIET_HOURS",
        "2026-11-24T23:59:59, QUIET_HOURS",
        "2026-11-25T00:00:00, QUIET_HOURS",
        // a Friday, and the Saturday after it
        "2026-11-27T15:30:00, free",
        "2026-11-28T15:30:00, DAY_OFF",
        // the last day before the holiday, its days, the first day after it
        "2026-09-30T15:30:00, free",
        "2026-10-01T15:30:00, DAY_OFF",
        "2026-10-07T15:30:00, DAY_OFF",
        "2026-10-08T15:30:00, free",
        // a Saturday that is worked, and the Sunday after it; on a worked day the noon rest holds
        "2026-10-10T15:30:00, free",
        "2026-10-10T12:00:00, NOON_REST",
        "2026-10-11T15:30:00, DAY_OFF"
    })
    void a_call_keeps_off_noon_evening_night_and_days_off(String local, String against) {
        assertThat(against(ContactChannel.PHONE, local, OwnHours.NONE)).isEqualTo(against);
    }

    @ParameterizedTest
    @EnumSource(
            value = ContactChannel.class,
            names = {"PHONE", "VISIT", "WECHAT", "SMS", "MEETING", "OTHER"})
    void whatever_disturbs_is_bound_like_a_call(ContactChannel channel) {
        assertThat(against(channel, "2026-11-24T12:00", OwnHours.NONE)).isEqualTo("NOON_REST");
        assertThat(against(channel, "2026-11-24T20:00", OwnHours.NONE)).isEqualTo("QUIET_HOURS");
        assertThat(against(channel, "2026-11-28T10:00", OwnHours.NONE)).isEqualTo("DAY_OFF");
        assertThat(against(channel, "2026-11-24T10:00", OwnHours.NONE)).isEqualTo("free");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T08:59:59, QUIET_HOURS",
        "2026-11-24T09:00:00, free",
        "2026-11-24T12:30:00, free",
        "2026-11-24T19:59:59, free",
        "2026-11-24T20:00:00, QUIET_HOURS",
        "2026-11-28T10:00:00, DAY_OFF"
    })
    void an_e_mail_is_sent_in_working_hours_and_disturbs_nobody_at_table(String local, String against) {
        assertThat(against(ContactChannel.EMAIL, local, OwnHours.NONE)).isEqualTo(against);
        assertThat(against(ContactChannel.EMAIL, local, said("10:00", "11:00"))).isEqualTo(against);
    }

    @Test
    void own_days_neither_open_nor_close_the_mail() {
        OwnHours saturday = said(null, null, DayOfWeek.SATURDAY);
        assertThat(against(ContactChannel.EMAIL, "2026-11-28T10:00", saturday)).isEqualTo("DAY_OFF");
        assertThat(against(ContactChannel.EMAIL, "2026-11-24T10:00", saturday)).isEqualTo("free");
        assertThat(against(ContactChannel.EMAIL, "2026-11-24T21:00", saturday)).isEqualTo("QUIET_HOURS");
    }

    @Test
    void a_letter_comes_with_the_post() {
        assertThat(against(ContactChannel.LETTER, "2026-10-01T03:00", OwnHours.NONE))
                .isEqualTo("free");
    }

    @ParameterizedTest
    @CsvSource({
        // inside of the windows they narrow
        "15:00, 17:00, 2026-11-24T14:59:59, OWN_HOURS",
        "15:00, 17:00, 2026-11-24T15:00:00, free",
        "15:00, 17:00, 2026-11-24T16:59:59, free",
        "15:00, 17:00, 2026-11-24T17:00:00, OWN_HOURS",
        // they open neither noon nor night
        "11:00, 15:00, 2026-11-24T11:44:00, free",
        "11:00, 15:00, 2026-11-24T11:45:00, NOON_REST",
        "18:00, 23:00, 2026-11-24T19:59:00, free",
        "18:00, 23:00, 2026-11-24T20:00:00, QUIET_HOURS",
        // where nothing would be left they do nothing
        "12:00, 13:00, 2026-11-24T12:30:00, NOON_REST",
        "12:00, 13:00, 2026-11-24T10:00:00, free",
        "21:00, 23:00, 2026-11-24T22:00:00, QUIET_HOURS"
    })
    void hours_that_we_noted_narrow_the_windows_and_open_nothing(String from, String to, String local, String against) {
        assertThat(against(ContactChannel.PHONE, local, noted(from, to))).isEqualTo(against);
    }

    @ParameterizedTest
    @CsvSource({
        "18:00, 22:00, 2026-11-24T17:59:59, OWN_HOURS",
        "18:00, 22:00, 2026-11-24T21:59:59, free",
        "18:00, 22:00, 2026-11-24T22:00:00, QUIET_HOURS",
        "06:30, 07:30, 2026-11-24T06:30:00, free",
        "06:30, 07:30, 2026-11-24T10:00:00, OWN_HOURS",
        // hours that begin or end in the noon rest speak of it
        "12:30, 13:00, 2026-11-24T12:29:59, NOON_REST",
        "12:30, 13:00, 2026-11-24T12:30:00, free",
        "12:30, 15:00, 2026-11-24T13:30:00, free",
        "11:45, 14:00, 2026-11-24T12:30:00, free",
        // those that reach over all of it do not
        "09:00, 18:00, 2026-11-24T12:00:00, NOON_REST",
        "09:00, 18:00, 2026-11-24T17:59:59, free",
        // a holiday is none of them
        "09:00, 18:00, 2026-10-01T10:00:00, DAY_OFF"
    })
    void hours_that_the_customer_said_win(String from, String to, String local, String against) {
        assertThat(against(ContactChannel.PHONE, local, said(from, to))).isEqualTo(against);
    }

    @Test
    void one_end_of_the_hours_is_enough() {
        assertThat(against(ContactChannel.PHONE, "2026-11-24T09:59:59", noted("10:00", null)))
                .isEqualTo("OWN_HOURS");
        assertThat(against(ContactChannel.PHONE, "2026-11-24T19:59:59", noted("10:00", null)))
                .isEqualTo("free");
        assertThat(against(ContactChannel.PHONE, "2026-11-24T09:00:00", noted(null, "10:00")))
                .isEqualTo("free");
        assertThat(against(ContactChannel.PHONE, "2026-11-24T10:00:00", noted(null, "10:00")))
                .isEqualTo("OWN_HOURS");
        assertThat(against(ContactChannel.PHONE, "2026-11-24T20:00:00", said("18:00", null)))
                .isEqualTo("QUIET_HOURS");
        assertThat(against(ContactChannel.PHONE, "2026-11-24T10:00:00", said("21:00", null)))
                .as("nothing would be left until the quiet hours")
                .isEqualTo("free");
    }

    @Test
    void a_weekend_day_is_open_to_whom_said_so_and_to_nobody_else() {
        String saturday = "2026-11-28T10:00";
        assertThat(against(ContactChannel.PHONE, saturday, said(null, null, DayOfWeek.SATURDAY)))
                .isEqualTo("free");
        assertThat(against(ContactChannel.PHONE, saturday, noted(null, null, DayOfWeek.SATURDAY)))
                .isEqualTo("DAY_OFF");
        assertThat(against(ContactChannel.PHONE, "2026-11-28T12:00", said(null, null, DayOfWeek.SATURDAY)))
                .isEqualTo("NOON_REST");
        assertThat(against(ContactChannel.PHONE, "2026-10-01T10:00", said(null, null, DayOfWeek.THURSDAY)))
                .as("the holiday of that name of the week")
                .isEqualTo("DAY_OFF");
    }

    @Test
    void other_days_of_the_week_than_the_persons_own_are_closed() {
        assertThat(against(ContactChannel.PHONE, "2026-11-24T10:00", noted(null, null, DayOfWeek.TUESDAY)))
                .isEqualTo("free");
        assertThat(against(ContactChannel.PHONE, "2026-11-25T10:00", noted(null, null, DayOfWeek.TUESDAY)))
                .isEqualTo("OWN_HOURS");
        assertThat(against(ContactChannel.PHONE, "2026-11-25T10:00", noted(null, null, DayOfWeek.SUNDAY)))
                .as("days of ours on which nobody works do nothing")
                .isEqualTo("free");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:30, 2026-11-24T10:00:30",
        "2026-11-24T08:59:59, 2026-11-24T09:00",
        "2026-11-24T11:45:00, 2026-11-24T14:00",
        "2026-11-24T20:00:00, 2026-11-25T09:00",
        "2026-11-27T20:00:00, 2026-11-30T09:00",
        "2026-09-30T20:00:00, 2026-10-08T09:00",
        "2026-10-09T20:00:00, 2026-10-10T09:00"
    })
    void the_next_moment_is_now_or_when_the_next_window_opens(String from, String next) {
        assertThat(next(ContactChannel.PHONE, from, OwnHours.NONE)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        // at or before the best time, after it, in the noon rest, and in the evening
        "2026-11-24T08:00, 2026-11-24T15:30",
        "2026-11-24T15:30, 2026-11-24T15:30",
        "2026-11-24T16:10, 2026-11-24T16:10",
        "2026-11-24T12:00, 2026-11-24T15:30",
        "2026-11-24T20:00, 2026-11-25T15:30",
        "2026-11-27T21:00, 2026-11-30T15:30"
    })
    void the_best_moment_is_half_past_three_or_as_near_as_the_day_allows(String from, String best) {
        assertThat(best(from, OwnHours.NONE)).isEqualTo(best);
    }

    @Test
    void the_persons_own_hours_win_over_the_best_time() {
        assertThat(best("2026-11-24T08:00", noted("09:30", "10:30"))).isEqualTo("2026-11-24T09:30");
        assertThat(best("2026-11-24T08:00", noted("16:00", "18:00"))).isEqualTo("2026-11-24T16:00");
        assertThat(best("2026-11-24T08:00", said("19:00", "21:00"))).isEqualTo("2026-11-24T19:00");
        assertThat(best("2026-11-24T11:00", noted("09:30", "10:30"))).isEqualTo("2026-11-25T09:30");
    }

    @Test
    void who_can_never_be_reached_has_no_next_moment() {
        Set<LocalDate> twoMonths = Stream.iterate(LocalDate.parse("2026-11-24"), day -> day.plusDays(1))
                .limit(60)
                .collect(Collectors.toSet());
        ContactWindows closed = new ContactWindows(ContactPolicy.DEFAULT, new BusinessCalendar(twoMonths, Set.of()));

        assertThat(closed.next(ContactChannel.PHONE, at("2026-11-26T10:00"), SHANGHAI, OwnHours.NONE))
                .isEmpty();
        assertThat(closed.next(ContactChannel.PHONE, at("2026-11-27T10:00"), SHANGHAI, OwnHours.NONE))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        // clocks were set forward in the night to 8 March, and back in the night to 1 November
        "2026-03-06T16:59:59Z, NOON_REST",
        "2026-03-09T15:59:59Z, NOON_REST",
        "2026-03-09T13:00:00Z, free",
        "2026-03-06T13:00:00Z, QUIET_HOURS",
        "2026-11-02T13:59:59Z, QUIET_HOURS",
        "2026-11-02T14:00:00Z, free"
    })
    void the_clock_of_the_customers_place_rules_in_summer_and_in_winter(Instant at, String against) {
        assertThat(WINDOWS.against(ContactChannel.PHONE, at, ZoneId.of("America/New_York"), OwnHours.NONE)
                        .map(Enum::name)
                        .orElse("free"))
                .isEqualTo(against);
    }

    @Test
    void an_hour_that_comes_twice_or_not_at_all_is_found_all_the_same() {
        ZoneId newYork = ZoneId.of("America/New_York");
        OwnHours night = new OwnHours(time("01:15"), time("03:00"), Set.of(DayOfWeek.values()), true);
        Instant secondHalfPastOne = Instant.parse("2026-11-01T06:30:00Z");
        assertThat(WINDOWS.next(ContactChannel.PHONE, secondHalfPastOne, newYork, night))
                .contains(secondHalfPastOne);

        OwnHours gap = new OwnHours(time("02:15"), time("04:00"), Set.of(DayOfWeek.values()), true);
        Instant found = WINDOWS.next(ContactChannel.PHONE, Instant.parse("2026-03-08T05:00:00Z"), newYork, gap)
                .orElseThrow();
        assertThat(found).as("3 o'clock, which follows on 2 o'clock").isEqualTo("2026-03-08T07:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_next_moment_is_free_and_none_before_it_is(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < 150; i++) {
            ZoneId zone = ZoneId.of(any(
                    chance,
                    "Asia/Shanghai",
                    "America/New_York",
                    "Europe/Berlin",
                    "Asia/Kathmandu",
                    "Australia/Lord_Howe"));
            ContactChannel channel = any(chance, ContactChannel.values());
            OwnHours own = own(chance);
            Instant from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(chance.nextInt(365 * 86_400));
            Instant next = WINDOWS.next(channel, from, zone, own).orElseThrow();
            Instant best = WINDOWS.best(channel, from, zone, own).orElseThrow();

            assertThat(WINDOWS.against(channel, next, zone, own))
                    .as("%s %s %s %s", channel, from, zone, own)
                    .isEmpty();
            assertThat(WINDOWS.against(channel, best, zone, own))
                    .as("%s %s %s %s", channel, from, zone, own)
                    .isEmpty();
            assertThat(next).isAfterOrEqualTo(from);
            assertThat(best).isAfterOrEqualTo(next);
            assertThat(LocalDate.ofInstant(best, zone)).isEqualTo(LocalDate.ofInstant(next, zone));
            assertThat(freeBefore(next, from, channel, zone, own))
                    .as("%s %s %s %s", channel, from, zone, own)
                    .isEmpty();
        }
    }

    private static List<Instant> freeBefore(
            Instant next, Instant from, ContactChannel channel, ZoneId zone, OwnHours own) {
        List<Instant> free = new ArrayList<>();
        for (Instant at = from; at.isBefore(next); at = at.plus(Duration.ofMinutes(7))) {
            if (WINDOWS.against(channel, at, zone, own).isEmpty()) {
                free.add(at);
            }
        }
        return free;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_we_note_never_opens_what_is_closed(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            OwnHours own = own(chance);
            OwnHours noted = new OwnHours(own.from(), own.to(), own.days(), false);
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(chance.nextInt(365 * 86_400));
            Optional<GuardRail> closed = WINDOWS.against(ContactChannel.PHONE, at, SHANGHAI, OwnHours.NONE);

            if (closed.isPresent()) {
                assertThat(WINDOWS.against(ContactChannel.PHONE, at, SHANGHAI, noted))
                        .isPresent();
            }
        }
    }

    private static OwnHours own(Random chance) {
        if (chance.nextInt(3) == 0) {
            return OwnHours.NONE;
        }
        LocalTime from = LocalTime.of(chance.nextInt(23), chance.nextInt(60));
        LocalTime to = from.plusMinutes(1L + chance.nextInt(1439 - from.toSecondOfDay() / 60));
        Set<DayOfWeek> days =
                chance.nextBoolean() ? Set.of() : EnumSet.of(DayOfWeek.MONDAY, any(chance, DayOfWeek.values()));
        return new OwnHours(Optional.of(from), Optional.of(to), days, chance.nextBoolean());
    }

    @SafeVarargs
    private static <T> T any(Random chance, T... of) {
        return of[chance.nextInt(of.length)];
    }
}
