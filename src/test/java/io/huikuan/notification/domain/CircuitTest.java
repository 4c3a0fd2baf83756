package io.huikuan.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Instant NOW = Instant.parse("2026-03-10T04:00:00Z");

    private static Circuit after(int failures) {
        Circuit circuit = Circuit.CLOSED;
        for (int i = 0; i < failures; i++) {
            circuit = circuit.failed(NOW);
        }
        return circuit;
    }

    @Test
    void four_failures_are_tolerated_and_the_fifth_opens_it() {
        assertThat(after(4).passes(NOW)).isTrue();
        assertThat(after(5).passes(NOW)).isFalse();
    }

    @Test
    void after_the_pause_one_passes_alone() {
        Circuit open = after(5);
        Instant later = NOW.plusSeconds(15);

        assertThat(open.passes(later.minusMillis(1))).isFalse();
        assertThat(open.passes(later)).isTrue();
        assertThat(open.passing().passes(later)).isFalse();
    }

    @Test
    void each_further_failure_doubles_the_pause_up_to_ten_minutes() {
        assertThat(after(6).openUntil()).isEqualTo(NOW.plusSeconds(30));
        assertThat(after(10).openUntil()).isEqualTo(NOW.plusSeconds(480));
        assertThat(after(11).openUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(after(1_000).openUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_server_is_left_alone_at_once_for_as_long_as_it_asks_but_not_for_good() {
        assertThat(Circuit.CLOSED.asked(NOW, Duration.ofSeconds(40)).openUntil())
                .isEqualTo(NOW.plusSeconds(40));
        assertThat(Circuit.CLOSED.asked(NOW, Duration.ofDays(40)).openUntil())
                .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    }
}
