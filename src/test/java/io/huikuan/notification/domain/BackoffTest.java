package io.huikuan.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(15), Duration.ofDays(1));

    @Test
    void each_pause_is_twice_the_one_before() {
        assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(15));
        assertThat(backoff.after(2, 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(backoff.after(8, 0)).isEqualTo(Duration.ofMinutes(32));
    }

    @Test
    void none_is_longer_than_a_day() {
        assertThat(backoff.after(13, 0)).isEqualTo(Duration.ofMinutes(1_024));
        assertThat(backoff.after(14, 0)).isEqualTo(Duration.ofDays(1));
        assertThat(backoff.after(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void chance_takes_off_up_to_a_half() {
        assertThat(backoff.after(3, 0.5)).isEqualTo(Duration.ofSeconds(45));
        assertThat(backoff.after(3, 0.999999)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    }
}
