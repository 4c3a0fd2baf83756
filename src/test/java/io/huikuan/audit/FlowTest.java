package io.huikuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final OptionalInt HELD_BACK = OptionalInt.empty();

    private final Flow flow = new Flow(Duration.ofMinutes(1), 2);

    @Test
    void a_line_is_not_repeated_within_a_minute_and_then_says_how_often_it_would_have_been() {
        assertThat(flow.pass("a", NOW)).hasValue(0);
        assertThat(flow.pass("a", NOW)).isEqualTo(HELD_BACK);
        assertThat(flow.pass("a", NOW.plusMillis(59_999))).isEqualTo(HELD_BACK);
        assertThat(flow.pass("a", NOW.plusMillis(60_000))).hasValue(2);
        assertThat(flow.pass("a", NOW.plusMillis(120_000))).hasValue(0);
    }

    @Test
    void different_lines_do_not_hold_each_other_back() {
        assertThat(flow.pass("a", NOW)).hasValue(0);
        assertThat(flow.pass("b", NOW)).hasValue(0);
    }

    @Test
    void no_more_lines_pass_than_the_rate_and_one_burst_allow() {
        assertThat(passed("first", 100, NOW)).isEqualTo(20);
        assertThat(passed("second", 100, NOW.plusMillis(499))).isZero();
        assertThat(passed("third", 100, NOW.plusMillis(1_500))).isEqualTo(3);
        assertThat(passed("fourth", 100, NOW.plusSeconds(3600))).isEqualTo(20);
    }

    @Test
    void a_line_that_the_rate_held_back_is_counted_too() {
        passed("others", 20, NOW);
        assertThat(flow.pass("a", NOW)).isEqualTo(HELD_BACK);
        assertThat(flow.pass("a", NOW.plusSeconds(1))).hasValue(1);
    }

    @Test
    void a_clock_that_goes_backwards_opens_no_gate() {
        passed("first", 20, NOW);

        assertThat(flow.pass("a", NOW.minusSeconds(60))).isEqualTo(HELD_BACK);
    }

    private long passed(String name, int lines, Instant at) {
        return IntStream.range(0, lines)
                .filter(line -> flow.pass(name + line, at).isPresent())
                .count();
    }
}
