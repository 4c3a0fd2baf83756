package io.huikuan.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DigestTimeTest {

    private static final DigestTime EIGHT = new DigestTime(8, ZoneId.of("Asia/Shanghai"));

    @Test
    void before_the_hour_it_goes_out_the_same_day() {
        assertThat(EIGHT.after(Instant.parse("2026-03-09T23:59:59Z")))
                .isEqualTo(new DigestTime.Next(LocalDate.of(2026, 3, 10), Instant.parse("2026-03-10T00:00:00Z")));
    }

    @Test
    void at_the_hour_it_goes_out_the_next_day() {
        assertThat(EIGHT.after(Instant.parse("2026-03-10T00:00:00Z")))
                .isEqualTo(new DigestTime.Next(LocalDate.of(2026, 3, 11), Instant.parse("2026-03-11T00:00:00Z")));
    }
}
