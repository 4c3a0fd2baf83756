package io.huikuan.phone.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {

    @ParameterizedTest
    @ValueSource(strings = {"742:742:", "742:745:742", "742:750:742,744,749", "1:999999999999999999:"})
    void is_written_as_it_was_read(String text) {
        assertThat(Horizon.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @Test
    void knows_the_first_that_runs_the_end_and_those_between() {
        assertThat(Horizon.parse("742:750:742,744")).contains(new Horizon(742, 750, List.of(742L, 744L)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "742",
                "742:745",
                "a:b:",
                "0:745:",
                "745:742:",
                "742:745:741",
                "742:745:745",
                "742:745:744,743",
                "742:745:743,743",
                "742:745:743,",
                "742:745:,743",
                "-1:745:",
                "742:745: 743",
                "742:9999999999999999999999:"
            })
    void what_postgresql_would_not_take_is_none(String text) {
        assertThat(Horizon.parse(text)).isEmpty();
    }

    @Test
    void is_beyond_one_that_has_given_fewer_numbers() {
        Horizon now = Horizon.parse("742:745:").orElseThrow();

        assertThat(Horizon.parse("742:745:743").orElseThrow().isBeyond(now)).isFalse();
        assertThat(Horizon.parse("742:746:").orElseThrow().isBeyond(now)).isTrue();
    }
}
