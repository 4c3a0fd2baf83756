package io.huikuan.escalation;

import io.huikuan.credit.CreditHolds;
import io.huikuan.escalation.data.EscalationStore;
import io.huikuan.escalation.data.EscalationStore.NewEvent;
import io.huikuan.escalation.data.MeasureStore;
import io.huikuan.escalation.data.MeasureStore.Lifted;
import io.huikuan.escalation.data.MoneyFollower.Moved;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Lifts measures together with their cases: their holds are released in the same moment. */
@ApplicationScoped
class LiftedMeasures {

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

    /** Whether a measure of the case is in force. */
    boolean anyInForce(UUID escalation) {
        return !measures.inForce(List.of(escalation)).isEmpty();
    }

    /** The actor lifts all measures of a case that he ends. */
    void liftBy(UUID escalation, String reason) {
        List<Lifted> lifted = measures.liftAll(List.of(escalation), List.of(EscalationEnd.PERSON), Set.of(), reason);
        release(lifted, reason);
        note(
                lifted,
                EscalationEventKind.MEASURE_LIFTED,
                reason,
                actor.get().user().orElse(null));
    }

    /** Lifts all measures of cases that money or a plan has lifted, but the stops of supply of these customers. */
    void liftWith(List<Moved> cases, Collection<UUID> keptOff) {
        List<UUID> ids = Columns.of(cases, Moved::id);
        List<Lifted> lifted = measures.liftAll(ids, Columns.of(cases, Moved::because), keptOff, null);
        release(lifted, "Nothing is overdue any more.");
        note(lifted, EscalationEventKind.MEASURE_LIFTED, null, null);
        if (!keptOff.isEmpty()) {
            note(
                    measures.inForce(ids),
                    EscalationEventKind.MEASURE_KEPT,
                    "The customer is EVASIVE: a manager lifts it.",
                    null);
        }
    }

    private void release(List<Lifted> lifted, String reason) {
        List<UUID> released =
                lifted.stream().map(Lifted::hold).filter(Objects::nonNull).toList();
        if (!released.isEmpty()) {
            holds.releaseForGood(released, reason);
        }
    }

    private void note(List<Lifted> about, EscalationEventKind kind, String note, UUID by) {
        if (about.isEmpty()) {
            return;
        }
        List<NewEvent> events = new ArrayList<>();
        about.forEach(one -> events.add(new NewEvent(
                one.escalation(), one.customer(), kind, null, one.kind(), one.id(), null, null, note, by)));
        store.note(events);
    }
}
