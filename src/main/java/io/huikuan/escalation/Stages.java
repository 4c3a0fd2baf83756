package io.huikuan.escalation;

import io.huikuan.escalation.Escalation.Warning;
import io.huikuan.escalation.data.EscalationStore;
import io.huikuan.escalation.data.EscalationStore.NewStep;
import io.huikuan.escalation.data.RiskReads;
import io.huikuan.escalation.domain.Ladder;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.letter.IssueLetter;
import io.huikuan.letter.Issued;
import io.huikuan.letter.LetterCause;
import io.huikuan.letter.LetterKind;
import io.huikuan.letter.LetterRoute;
import io.huikuan.letter.LetterStage;
import io.huikuan.letter.LetterWarning;
import io.huikuan.letter.Letters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a stage may say, and what happens when it is reached: its letter goes out, in the same transaction and not before. */
@ApplicationScoped
class Stages {

    static final int LONGEST_REASON = 500;

    private final EscalationStore store;
    private final RiskReads risks;
    private final Letters letters;
    private final Chronicle chronicle;
    private final BusinessDates dates;

    Stages(EscalationStore store, RiskReads risks, Letters letters, Chronicle chronicle, BusinessDates dates) {
        this.store = store;
        this.risks = risks;
        this.letters = letters;
        this.chronicle = chronicle;
        this.dates = dates;
    }

    /** The step that opens a case. */
    static NewStep reminder(Refusals refusals, OpenEscalation wish) {
        return step(
                refusals,
                new ProposeEscalationStage(
                        null,
                        null,
                        0,
                        EscalationStage.REMINDER,
                        null,
                        wish.days(),
                        wish.route(),
                        wish.withStatement(),
                        wish.reason()));
    }

    /** The step as it is wished for, good for nothing when something of it was refused. */
    static NewStep step(Refusals refusals, ProposeEscalationStage wish) {
        EscalationStage stage = wish.stage();
        String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
        Integer days = refusals.between("days", wish.days(), Ladder.FEWEST_DAYS, Ladder.MOST_DAYS);
        refusals.unless(
                wish.warnsOf() == null || stage.next().contains(wish.warnsOf()),
                ErrorCode.INVALID_VALUE,
                "warnsOf",
                "A letter of this stage warns of " + stage.next() + ".");
        refusals.unless(
                days == null || !stage.isHandedOver(),
                ErrorCode.INVALID_VALUE,
                "days",
                "This stage hands the claim over and sets no deadline.");
        return new NewStep(
                stage,
                wish.warnsOf() != null
                        ? wish.warnsOf()
                        : stage.next().stream().findFirst().orElse(null),
                stage.isHandedOver() ? null : Integer.valueOf(days == null ? Ladder.USUAL_DAYS : days),
                (wish.route() == null ? LetterRoute.EMAIL : wish.route()).name(),
                Boolean.TRUE.equals(wish.withStatement()),
                reason);
    }

    /**
     * The case reaches the stage of this step, which is decided, today. Refused with NOTHING_TO_DUN when nothing overdue may be asked for, and with whatever keeps
     * its letter from being issued.
     */
    Outcome<Chronicle.Of> reach(Chronicle.Of of, UUID step, NewStep wish, String note) {
        if (!risks.mayBeDunned(of.customer())) {
            return Outcome.refused(
                    ErrorCode.NOTHING_TO_DUN, "", "Nothing is overdue that is neither promised nor disputed.");
        }
        Warning warning = wish.warnsOf() == null
                ? null
                : new Warning(wish.warnsOf(), dates.today().plusDays(wish.days()));
        return letter(of, wish, warning).map(letter -> {
            store.reach(of.escalation(), step, wish.stage(), warning, letter.orElse(null));
            chronicle.stage(of, EscalationEventKind.STAGE_REACHED, wish.stage(), letter.orElse(null), note);
            return of;
        });
    }

    /** What the case wrote and has not left the house does not leave it any more. */
    void withdrawLetters(UUID escalation) {
        letters.withdraw(LetterCause.ESCALATION, Set.of(escalation));
    }

    /** An agency writes in its own name: the final notice has told of it. */
    private Outcome<Optional<UUID>> letter(Chronicle.Of of, NewStep wish, Warning warning) {
        Optional<LetterKind> kind = kind(wish.stage());
        if (kind.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        IssueLetter letter = IssueLetter.of(
                of.customer(), kind.get(), LetterRoute.valueOf(wish.route()), LetterCause.ESCALATION, of.escalation());
        if (wish.withStatement()) {
            letter = letter.enclosingStatement();
        }
        if (warning != null) {
            letter = letter.warning(
                    new LetterWarning(LetterStage.valueOf(warning.of().name()), warning.until()));
        }
        Issued issued = letters.issue(letter);
        return issued instanceof Issued.Done done
                ? Outcome.done(Optional.of(done.letter().uuid()))
                : refused(((Issued.Not) issued).reason());
    }

    private static <T> Outcome<T> refused(Issued.Reason reason) {
        return Outcome.refused(reason.code(), "", reason.message());
    }

    private static Optional<LetterKind> kind(EscalationStage stage) {
        return switch (stage) {
            case REMINDER -> Optional.of(LetterKind.PAYMENT_REMINDER);
            case FIRM -> Optional.of(LetterKind.OVERDUE_NOTICE);
            case FINAL_NOTICE -> Optional.of(LetterKind.FINAL_NOTICE);
            case LEGAL -> Optional.of(LetterKind.LAWYERS_LETTER);
            case AGENCY -> Optional.empty();
        };
    }
}
