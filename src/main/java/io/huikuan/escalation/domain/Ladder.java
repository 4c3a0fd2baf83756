package io.huikuan.escalation.domain;

import io.huikuan.escalation.Escalation;
import io.huikuan.escalation.Escalation.Warning;
import io.huikuan.escalation.EscalationStage;
import io.huikuan.letter.LetterWarning;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which stage may follow which, and when: courtesy, as rules. Neither days nor order can be switched off.
 *
 * <p>A stage may be reached when the one before has warned of it and the deadline of that warning has passed. The letter of a stage may be repeated with a new deadline
 * when the last one has passed, or is void because a payment came and went back. From LEGAL or AGENCY, which warn of nothing, a final notice can be given
 * that warns of the other of the two.
 */
public final class Ladder {

    /** The days between a letter and the deadline that it names. */
    public static final int FEWEST_DAYS = LetterWarning.FEWEST_DAYS;

    public static final int MOST_DAYS = 60;
    public static final int USUAL_DAYS = 7;

    private Ladder() {}

    /** Where a case stands on the ladder. */
    public record Place(EscalationStage stage, Optional<Warning> warning) {

        /** That of the case. */
        public static Place of(Escalation escalation) {
            return new Place(
                    escalation.stage(),
                    Optional.ofNullable(escalation.warnedOf())
                            .map(stage -> new Warning(stage, escalation.warnedUntil())));
        }
    }

    /** Whether the stage follows from this place at all, be it later. */
    public static boolean follows(Place place, EscalationStage stage) {
        if (stage == place.stage()) {
            return stage != EscalationStage.AGENCY;
        }
        if (place.stage().isHandedOver()) {
            return stage == EscalationStage.FINAL_NOTICE;
        }
        return place.warning().filter(warning -> warning.of() == stage).isPresent();
    }

    /** Whether nothing that the customer was given still runs: the day itself belongs to it. */
    public static boolean isDue(Place place, LocalDate today) {
        return place.warning().map(warning -> today.isAfter(warning.until())).orElse(true);
    }
}
