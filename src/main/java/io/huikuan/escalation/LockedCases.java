package io.huikuan.escalation;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.CustomerReads;
import io.huikuan.escalation.data.EscalationStore;
import io.huikuan.escalation.data.MeasureStore;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds a case or a measure as it stands once its customer is locked: what was paid, decided or changed meanwhile is seen, and of two who decide at once the second
 * is refused. Who may decide is said here too.
 */
@ApplicationScoped
class LockedCases {

    /** Who approves stages and measures. */
    private static final Set<Role> DECIDERS = Set.of(Role.MANAGER, Role.ADMIN);

    private final CustomerLocks customers;
    private final EscalationStore store;
    private final MeasureStore measures;
    private final Escalations escalations;
    private final CustomerReads seen;
    private final CurrentActor actor;

    LockedCases(
            CustomerLocks customers,
            EscalationStore store,
            MeasureStore measures,
            Escalations escalations,
            CustomerReads seen,
            CurrentActor actor) {
        this.customers = customers;
        this.store = store;
        this.measures = measures;
        this.escalations = escalations;
        this.seen = seen;
        this.actor = actor;
    }

    /** The open case with the global id; refused when it has ended or is not of this version any more. */
    Outcome<Escalation> open(String escalationId, int version) {
        Optional<UUID> id = NodeId.uuid(NodeKind.ESCALATION, escalationId);
        if (id.flatMap(store::customerOf).flatMap(customers::lock).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such escalation.");
        }
        Escalation escalation = escalations.find(id.get()).orElseThrow();
        if (escalation.status() != EscalationStatus.OPEN) {
            return Outcome.refused(
                    ErrorCode.INVALID_STATUS, "id", "The escalation is " + escalation.status() + " already.");
        }
        return escalation.version() == version
                ? Outcome.done(escalation)
                : Outcome.refused(ErrorCode.STALE, "version", "The escalation changed since: read it again.");
    }

    /** The measure with the global id. */
    Outcome<EscalationMeasure> measure(String measureId, int version) {
        Optional<UUID> id = NodeId.uuid(NodeKind.ESCALATION_MEASURE, measureId);
        if (id.flatMap(measures::customerOf).flatMap(customers::lock).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such measure.");
        }
        EscalationMeasure measure = measures.byIds(List.of(id.get())).get(id.get());
        return measure.version() == version
                ? Outcome.done(measure)
                : Outcome.refused(ErrorCode.STALE, "version", "The measure changed since: read it again.");
    }

    /**
     * Whether the actor, who has the role to decide, may approve what this person proposed: never his own, unless he is an ADMIN and nobody else who sees the
     * customer could.
     *
     * @param proposerOrNull null: no person did
     */
    boolean mayApprove(UUID proposerOrNull, UUID customer) {
        Actor by = actor.get();
        if (by.user().isEmpty() || !by.user().get().equals(proposerOrNull)) {
            return true;
        }
        return by.is(Role.ADMIN) && !seen.isSeenByAnother(customer, DECIDERS, proposerOrNull);
    }

    /** The refusal of who proposed it himself. */
    static <T> Outcome<T> ownProposal() {
        return Outcome.refused(ErrorCode.PROPOSER_CANNOT_APPROVE, "id", "Whoever proposed it may not approve it.");
    }
}
