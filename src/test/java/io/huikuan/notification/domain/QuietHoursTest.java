package io.huikuan.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = new QuietHours(21, 7, SHANGHAI);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @Test
    void it_is_not_quiet_a_second_before_the_hour_and_is_at_the_hour() {
        assertThat(NIGHT.endOf(at("2026-03-10T20:59:59"))).isEmpty();
        assertThat(NIGHT.endOf(at("2026-03-10T21:00:00"))).contains(at("2026-03-11T07:00:00"));
    }

    @Test
    void the_quiet_ends_on_the_same_day_after_midnight() {
        assertThat(NIGHT.endOf(at("2026-03-11T06:59:59"))).contains(at("2026-03-11T07:00:00"));
        assertThat(NIGHT.endOf(at("2026-03-11T07:00:00"))).isEmpty();
    }

    @Test
    void the_same_hour_twice_means_none() {
        assertThat(new QuietHours(0, 0, SHANGHAI).endOf(at("2026-03-11T00:00:00")))
                .isEmpty();
    }

    @Test
    void hours_within_a_day_are_quiet_within_it() {
        QuietHours noon = new QuietHours(12, 14, SHANGHAI);

        assertThat(noon.endOf(at("2026-03-11T13:59:00"))).contains(at("2026-03-11T14:00:00"));
        assertThat(noon.endOf(at("2026-03-11T14:00:00"))).isEmpty();
    }

    @Test
    void an_end_that_the_clock_skips_in_spring_is_an_hour_later() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant midnight =
                LocalDateTime.parse("2026-03-29T00:30").atZone(berlin).toInstant();

        assertThat(new QuietHours(22, 2, berlin).endOf(midnight)).contains(Instant.parse("2026-03-29T01:00:00Z"));
    }
}
