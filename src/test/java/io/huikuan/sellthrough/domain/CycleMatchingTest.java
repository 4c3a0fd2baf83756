package io.huikuan.sellthrough.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.sellthrough.domain.CycleMatching.Known;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CycleMatchingTest {

    private static final UUID FRESH = new UUID(9, 9);

    @Test
    void a_cycle_that_starts_with_the_same_delivery_keeps_its_id() {
        assertThat(ids(List.of(delivery(1), delivery(2)), known(1), known(2))).containsExactly(cycle(1), cycle(2));
    }

    @Test
    void a_cycle_that_comes_in_between_gets_a_new_id() {
        assertThat(ids(List.of(delivery(1), delivery(5), delivery(2)), known(1), known(2)))
                .containsExactly(cycle(1), FRESH, cycle(2));
    }

    @Test
    void a_cycle_that_starts_with_another_delivery_now_takes_the_place_of_the_one_that_is_gone() {
        assertThat(ids(List.of(delivery(1), delivery(5)), known(1), known(2))).containsExactly(cycle(1), cycle(2));
    }

    @Test
    void cycles_that_are_gone_leave_nothing_behind() {
        assertThat(ids(List.of(delivery(1)), known(1), known(2), known(3))).containsExactly(cycle(1));
    }

    private static List<UUID> ids(List<UUID> startedBy, Known... known) {
        return CycleMatching.ids(startedBy, List.of(known), () -> FRESH);
    }

    private static Known known(int n) {
        return new Known(cycle(n), delivery(n));
    }

    private static UUID cycle(int n) {
        return new UUID(1, n);
    }

    private static UUID delivery(int n) {
        return new UUID(2, n);
    }
}
