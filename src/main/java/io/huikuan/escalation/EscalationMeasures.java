package io.huikuan.escalation;

import io.huikuan.credit.CreditHolds;
import io.huikuan.escalation.data.EscalationStore;
import io.huikuan.escalation.data.MeasureStore;
import io.huikuan.escalation.data.MeasureStore.NewMeasure;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Proposes measures, decides on them and lifts them. Every use case locks the customer first and is safe to repeat with its client key. */
@ApplicationScoped
@Transactional
public class EscalationMeasures implements NodeFinder {

    private static final int LONGEST_TEXT = 500;

    private final LockedCases cases;
    private final EscalationStore store;
    private final MeasureStore measures;
    private final CreditHolds holds;
    private final Chronicle chronicle;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;

    EscalationMeasures(
            LockedCases cases,
            EscalationStore store,
            MeasureStore measures,
            CreditHolds holds,
            Chronicle chronicle,
            ClientKeys clientKeys,
            BusinessDates dates) {
        this.cases = cases;
        this.store = store;
        this.measures = measures;
        this.holds = holds;
        this.chronicle = chronicle;
        this.clientKeys = clientKeys;
        this.dates = dates;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.ESCALATION_MEASURE;
    }

    @Override
    public Optional<EscalationMeasure> find(UUID id) {
        return Optional.ofNullable(measures.byIds(List.of(id)).get(id));
    }

    /** Proposes a measure, in the place of one of its kind that waits. One that works already is ALREADY_DONE. */
    public Outcome<EscalationMeasure> propose(ProposeEscalationMeasure wish) {
        return clientKeys.onceNew(
                new Wish("proposeEscalationMeasure", wish.clientKey(), wish),
                id -> cases.open(wish.id(), wish.version()).flatMap(escalation -> propose(id, escalation, wish)),
                this::find);
    }

    private Outcome<EscalationMeasure> propose(UUID id, Escalation escalation, ProposeEscalationMeasure wish) {
        Refusals refusals = new Refusals();
        String reason = refusals.required("reason", wish.reason(), LONGEST_TEXT);
        String details = wish.kind().needsDetails()
                ? refusals.required("details", wish.details(), LONGEST_TEXT)
                : refusals.optional("details", wish.details(), LONGEST_TEXT);
        refusals.unless(
                wish.until() == null || !wish.until().isBefore(dates.today()),
                ErrorCode.DATE_IN_PAST,
                "until",
                "The last day is before the business date.");
        refusals.unless(
                !measures.isLive(escalation.uuid(), wish.kind()),
                ErrorCode.ALREADY_DONE,
                "kind",
                "Such a measure is in force: lift it first.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        measures.insert(new NewMeasure(
                id, escalation.uuid(), escalation.customer(), wish.kind(), details, wish.until(), reason));
        return noted(id, EscalationEventKind.MEASURE_PROPOSED, reason);
    }

    /** The measure as it is now, after this was written down of it. */
    private Outcome<EscalationMeasure> noted(UUID id, EscalationEventKind kind, String note) {
        EscalationMeasure measure = find(id).orElseThrow();
        store.touch(measure.escalation());
        chronicle.measure(measure, kind, note);
        return Outcome.done(measure);
    }

    /** Approves a measure that waits, which works at once, or rejects it. */
    public Outcome<EscalationMeasure> decide(DecideEscalationMeasure wish) {
        return once(
                new Wish("decideEscalationMeasure", wish.clientKey(), wish),
                () -> cases.measure(wish.id(), wish.version()),
                measure -> {
                    if (!measure.status().waits()) {
                        return Outcome.refused(
                                ErrorCode.INVALID_STATUS, "id", "The measure is " + measure.status() + " already.");
                    }
                    Refusals refusals = new Refusals();
                    String reason = EscalationService.reason(refusals, wish.approve(), wish.reason());
                    if (refusals.any()) {
                        return refusals.outcome();
                    }
                    return wish.approve() ? approve(measure, reason) : reject(measure, reason);
                });
    }

    private Outcome<EscalationMeasure> approve(EscalationMeasure measure, String reason) {
        if (!cases.mayApprove(measure.proposer(), measure.customer())) {
            return LockedCases.ownProposal();
        }
        LocalDate today = dates.today();
        if (measure.inForceUntil() != null && measure.inForceUntil().isBefore(today)) {
            return Outcome.refused(
                    ErrorCode.DATE_IN_PAST, "id", "Its last day was " + measure.inForceUntil() + ": propose it anew.");
        }
        UUID hold = measure.kind()
                .stops()
                .map(scope -> holds.place(
                        new CreditHolds.Measure(measure.customer(), scope, measure.reason(), measure.inForceUntil())))
                .orElse(null);
        measures.decide(measure.uuid(), EscalationMeasureStatus.IN_FORCE, reason, today, hold);
        return noted(measure.uuid(), EscalationEventKind.MEASURE_APPROVED, reason);
    }

    private Outcome<EscalationMeasure> reject(EscalationMeasure measure, String reason) {
        measures.decide(measure.uuid(), EscalationMeasureStatus.REJECTED, reason, null, null);
        return noted(measure.uuid(), EscalationEventKind.MEASURE_REJECTED, reason);
    }

    /** Lifts a measure in force, whether its case is open or not; its hold is released for good. */
    public Outcome<EscalationMeasure> lift(LiftEscalationMeasure wish) {
        return once(
                new Wish("liftEscalationMeasure", wish.clientKey(), wish),
                () -> cases.measure(wish.id(), wish.version()),
                measure -> {
                    Refusals refusals = new Refusals();
                    String reason = refusals.required("reason", wish.reason(), LONGEST_TEXT);
                    refusals.unless(
                            measure.status() == EscalationMeasureStatus.IN_FORCE,
                            ErrorCode.INVALID_STATUS,
                            "id",
                            "The measure is " + measure.status() + ".");
                    if (refusals.any()) {
                        return refusals.outcome();
                    }
                    measures.lift(measure.uuid(), reason);
                    if (measure.hold() != null) {
                        holds.releaseForGood(Set.of(measure.hold()), reason);
                    }
                    return noted(measure.uuid(), EscalationEventKind.MEASURE_LIFTED, reason);
                });
    }

    private Outcome<EscalationMeasure> once(
            Wish wish,
            java.util.function.Supplier<Outcome<EscalationMeasure>> locked,
            Function<EscalationMeasure, Outcome<EscalationMeasure>> work) {
        return clientKeys.once(wish, () -> locked.get().flatMap(work), EscalationMeasure::uuid, this::find);
    }
}
