package io.huikuan.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.huikuan.analytics.domain.AgingScale.Bucket;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgingScaleTest {

    @Test
    void thirty_sixty_and_ninety_make_five_buckets() {
        assertThat(new AgingScale(List.of(30, 60, 90)).buckets())
                .containsExactly(
                        new Bucket("Current", null, 0),
                        new Bucket("1–30", 1, 30),
                        new Bucket("31–60", 31, 60),
                        new Bucket("61–90", 61, 90),
                        new Bucket("91+", 91, null));
    }

    @Test
    void each_bucket_begins_the_day_after_the_one_before_ends() {
        List<Bucket> buckets = new AgingScale(List.of(1, 7, 45, 365)).buckets();

        for (int i = 1; i < buckets.size(); i++) {
            assertThat(buckets.get(i).from()).isEqualTo(buckets.get(i - 1).to() + 1);
        }
    }

    @Test
    void a_bucket_of_one_day_is_called_by_that_day() {
        assertThat(new AgingScale(List.of(1, 30)).buckets())
                .extracting(Bucket::label)
                .containsExactly("Current", "1", "2–30", "31+");
    }

    @Test
    void the_first_days_are_those_of_all_late_buckets() {
        assertThat(new AgingScale(List.of(30, 60, 90)).firstDays()).containsExactly(1, 31, 61, 91);
    }

    @Test
    void a_scale_has_days() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AgingScale(List.of()));
    }
}
