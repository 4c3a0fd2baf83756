package io.huikuan.escalation;

import io.huikuan.credit.CreditHolds;
import io.huikuan.escalation.data.EscalationStore;
import io.huikuan.escalation.data.EscalationStore.NewEvent;
import io.huikuan.escalation.data.MeasureStore;
import io.huikuan.escalation.data.MeasureStore.Standing;
import io.huikuan.escalation.data.MoneyFollower.Moved;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Lifts measures together with their cases: their holds are released in the same moment. */
@ApplicationScoped
class LiftedMeasures {

    private static final Set<EscalationMeasureStatus> CONCERN_MANAGERS = EnumSet.of(
            EscalationMeasureStatus.IN_FORCE, EscalationMeasureStatus.PROPOSED, EscalationMeasureStatus.TO_DECIDE);

    private final MeasureStore measures;
    private final EscalationStore store;
    private final CreditHolds holds;
    private final CurrentActor actor;

    LiftedMeasures(MeasureStore measures, EscalationStore store, CreditHolds holds, CurrentActor actor) {
        this.measures = measures;
        this.store = store;
        this.holds = holds;
        this.actor = actor;
    }

    /** Whether a measure of the case is in force, or waits for a manager. */
    boolean concernsManagers(UUID escalation) {
        return !measures.standing(List.of(escalation), CONCERN_MANAGERS).isEmpty();
    }

    /** The actor lifts all measures of a case that he ended. */
    void liftBy(UUID escalation, String reason) {
        List<Standing> ended = measures.endAll(List.of(escalation), Set.of(), reason);
        release(ended, reason);
        note(ended, reason, actor.get().user().orElse(null));
    }

    /** Lifts all measures of cases that money or a plan has lifted, but the stops of supply of these customers. */
    void liftWith(List<Moved> cases, Collection<UUID> keptOff) {
        List<UUID> ids = Columns.of(cases, Moved::id);
        List<Standing> ended = measures.endAll(ids, keptOff, null);
        release(ended, "Nothing is overdue any more.");
        note(ended, null, null);
        if (!keptOff.isEmpty()) {
            note(
                    measures.standing(ids, Set.of(EscalationMeasureStatus.IN_FORCE)),
                    "The customer is EVASIVE: a manager lifts it.",
                    null);
        }
    }

    private void release(List<Standing> ended, String reason) {
        List<UUID> released = ended.stream()
                .filter(one -> one.status() == EscalationMeasureStatus.LIFTED)
                .map(Standing::hold)
                .filter(Objects::nonNull)
                .toList();
        if (!released.isEmpty()) {
            holds.releaseForGood(released, reason);
        }
    }

    private void note(List<Standing> about, String note, UUID by) {
        if (!about.isEmpty()) {
            store.note(Columns.of(
                    about,
                    one -> new NewEvent(
                            one.escalation(),
                            one.customer(),
                            whatHappened(one.status()),
                            null,
                            one.kind(),
                            one.id(),
                            null,
                            null,
                            note,
                            by)));
        }
    }

    private static EscalationEventKind whatHappened(EscalationMeasureStatus status) {
        return switch (status) {
            case LIFTED -> EscalationEventKind.MEASURE_LIFTED;
            case LAPSED -> EscalationEventKind.MEASURE_LAPSED;
            default -> EscalationEventKind.MEASURE_KEPT;
        };
    }
}
