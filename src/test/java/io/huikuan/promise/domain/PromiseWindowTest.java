package io.huikuan.promise.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.tenant.domain.BusinessCalendar;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromiseWindowTest {

    /** A Monday. */
    private static final LocalDate GIVEN = LocalDate.of(2026, 11, 2);

    /** A Thursday. */
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 5);

    private static LocalDate lastDay(LocalDate promisedFor, int tolerance, BusinessCalendar calendar) {
        return PromiseWindow.of(GIVEN, promisedFor, tolerance, calendar).last();
    }

    @Test
    void it_begins_on_the_day_the_promise_was_given() {
        assertThat(PromiseWindow.of(GIVEN, THURSDAY, 3, BusinessCalendar.WEEKENDS)
                        .first())
                .isEqualTo(GIVEN);
    }

    @Test
    void without_tolerance_it_ends_on_the_promised_day_whatever_day_that_is() {
        assertThat(lastDay(THURSDAY, 0, BusinessCalendar.WEEKENDS)).isEqualTo(THURSDAY);
        LocalDate sunday = LocalDate.of(2026, 11, 8);
        assertThat(lastDay(sunday, 0, BusinessCalendar.WEEKENDS)).isEqualTo(sunday);
    }

    @Test
    void tolerance_days_are_business_days() {
        assertThat(lastDay(THURSDAY, 1, BusinessCalendar.WEEKENDS)).isEqualTo(LocalDate.of(2026, 11, 6));
        assertThat(lastDay(THURSDAY, 2, BusinessCalendar.WEEKENDS)).isEqualTo(LocalDate.of(2026, 11, 9));
    }

    @Test
    void a_holiday_is_no_tolerance_day_and_a_worked_saturday_is_one() {
        LocalDate friday = LocalDate.of(2026, 11, 6);
        LocalDate saturday = LocalDate.of(2026, 11, 7);

        assertThat(lastDay(THURSDAY, 1, new BusinessCalendar(Set.of(friday), Set.of())))
                .isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(lastDay(THURSDAY, 2, new BusinessCalendar(Set.of(), Set.of(saturday))))
                .isEqualTo(saturday);
    }
}
