package io.huikuan.escalation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.escalation.Escalation.Warning;
import io.huikuan.escalation.EscalationStage;
import io.huikuan.escalation.domain.Ladder.Place;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    private static final LocalDate DEADLINE = LocalDate.parse("2026-11-09");

    private static Place at(EscalationStage stage, EscalationStage warnedOf) {
        return new Place(stage, Optional.ofNullable(warnedOf).map(of -> new Warning(of, DEADLINE)));
    }

    private static List<EscalationStage> following(Place place) {
        return Arrays.stream(EscalationStage.values())
                .filter(stage -> Ladder.follows(place, stage))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"REMINDER, FIRM", "FIRM, FINAL_NOTICE", "FINAL_NOTICE, LEGAL", "FINAL_NOTICE, AGENCY"})
    void only_what_was_warned_of_follows_or_the_same_letter_once_more(EscalationStage stage, EscalationStage warnedOf) {
        assertThat(following(at(stage, warnedOf))).containsExactlyInAnyOrder(stage, warnedOf);
    }

    @ParameterizedTest
    @CsvSource({"REMINDER", "FIRM", "FINAL_NOTICE"})
    void where_the_warning_is_void_it_must_be_given_again(EscalationStage stage) {
        assertThat(following(at(stage, null))).containsExactly(stage);
    }

    @Test
    void a_claim_that_is_handed_over_can_be_noticed_once_more() {
        assertThat(following(at(EscalationStage.LEGAL, null)))
                .containsExactly(EscalationStage.FINAL_NOTICE, EscalationStage.LEGAL);
        assertThat(following(at(EscalationStage.AGENCY, null)))
                .as("an agency writes in its own name")
                .containsExactly(EscalationStage.FINAL_NOTICE);
    }

    @Test
    void the_last_day_belongs_to_the_customer() {
        Place warned = at(EscalationStage.REMINDER, EscalationStage.FIRM);

        assertThat(Ladder.isDue(warned, DEADLINE)).isFalse();
        assertThat(Ladder.isDue(warned, DEADLINE.plusDays(1))).isTrue();
        assertThat(Ladder.isDue(at(EscalationStage.REMINDER, null), DEADLINE)).isTrue();
    }
}
