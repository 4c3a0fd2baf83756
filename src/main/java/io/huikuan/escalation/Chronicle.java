package io.huikuan.escalation;

import io.huikuan.escalation.data.EscalationStore;
import io.huikuan.escalation.data.EscalationStore.NewEvent;
import io.huikuan.kernel.identity.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Writes down what happens to cases, and who did it. */
@ApplicationScoped
class Chronicle {

    private final EscalationStore store;
    private final CurrentActor actor;

    Chronicle(EscalationStore store, CurrentActor actor) {
        this.store = store;
        this.actor = actor;
    }

    /** Which case of which customer. */
    record Of(UUID escalation, UUID customer) {

        static Of of(Escalation escalation) {
            return new Of(escalation.uuid(), escalation.customer());
        }

        static Of of(EscalationMeasure measure) {
            return new Of(measure.escalation(), measure.customer());
        }
    }

    /** The actor did something that is about no stage and no measure. */
    void note(Of of, EscalationEventKind kind, String note) {
        write(new NewEvent(of.escalation(), of.customer(), kind, null, null, null, null, null, note, by()));
    }

    /** The actor did something about a stage; its letter may be null. */
    void stage(Of of, EscalationEventKind kind, EscalationStage stage, UUID letterOrNull, String note) {
        write(new NewEvent(of.escalation(), of.customer(), kind, stage, null, null, letterOrNull, null, note, by()));
    }

    /** The actor did something about a measure. */
    void measure(EscalationMeasure measure, EscalationEventKind kind, String note) {
        write(new NewEvent(
                measure.escalation(),
                measure.customer(),
                kind,
                null,
                measure.kind(),
                measure.uuid(),
                null,
                null,
                note,
                by()));
    }

    /** The actor wrote down a visit. */
    void visit(Of of, UUID contactRecord) {
        write(new NewEvent(
                of.escalation(),
                of.customer(),
                EscalationEventKind.VISITED,
                null,
                null,
                null,
                null,
                contactRecord,
                null,
                by()));
    }

    private void write(NewEvent event) {
        store.note(List.of(event));
    }

    private UUID by() {
        return actor.get().user().orElse(null);
    }
}
