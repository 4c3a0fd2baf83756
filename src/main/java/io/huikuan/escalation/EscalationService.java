package io.huikuan.escalation;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.escalation.data.EscalationStore;
import io.huikuan.escalation.data.EscalationStore.NewCase;
import io.huikuan.escalation.data.EscalationStore.NewStep;
import io.huikuan.escalation.data.PeopleReads;
import io.huikuan.escalation.domain.Ladder;
import io.huikuan.escalation.domain.Ladder.Place;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.DocumentNumbers;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Opens cases, moves them along the ladder and ends them. Every use case locks the customer first and is safe to repeat with its client key. */
@ApplicationScoped
@Transactional
public class EscalationService {

    private static final String PREFIX = "ESC";
    private static final int LONGEST_REASON = Stages.LONGEST_REASON;

    private final CustomerLocks customers;
    private final LockedCases cases;
    private final EscalationStore store;
    private final PeopleReads people;
    private final Escalations escalations;
    private final Stages stages;
    private final LiftedMeasures measures;
    private final Chronicle chronicle;
    private final AlertKeeper alerts;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;
    private final CurrentActor actor;

    EscalationService(
            CustomerLocks customers,
            LockedCases cases,
            EscalationStore store,
            PeopleReads people,
            Escalations escalations,
            Stages stages,
            LiftedMeasures measures,
            Chronicle chronicle,
            AlertKeeper alerts,
            ClientKeys clientKeys,
            BusinessDates dates,
            CurrentActor actor) {
        this.customers = customers;
        this.cases = cases;
        this.store = store;
        this.people = people;
        this.escalations = escalations;
        this.stages = stages;
        this.measures = measures;
        this.chronicle = chronicle;
        this.alerts = alerts;
        this.clientKeys = clientKeys;
        this.dates = dates;
        this.actor = actor;
    }

    /**
     * Opens a case with its reminder. Its lead is the customer's owner, or else whoever opens it. Refused with STAGE_NOT_WARNED while the deadline of a case that a
     * person closed has not passed: nobody is reminded anew each time that a case is opened.
     */
    public Outcome<Escalation> open(OpenEscalation wish) {
        return clientKeys.onceNew(
                new Wish("openEscalation", wish.clientKey(), wish), id -> openNow(id, wish), escalations::find);
    }

    private Outcome<Escalation> openNow(UUID id, OpenEscalation wish) {
        Optional<LockedCustomer> customer = customers.lock(wish.customerId());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        NewStep reminder = Stages.reminder(refusals, wish);
        anotherMayBegin(refusals, customer.get().id());
        if (refusals.any()) {
            return refusals.outcome();
        }
        Chronicle.Of of = new Chronicle.Of(id, customer.get().id());
        UUID owner = people.ownerOf(of.customer());
        store.insert(new NewCase(
                id,
                of.customer(),
                DocumentNumbers.next(PREFIX),
                reminder.reason(),
                owner == null ? actor.get().user().orElse(null) : owner));
        chronicle.note(of, EscalationEventKind.OPENED, reminder.reason());
        return told(atOnce(of, reminder));
    }

    private void anotherMayBegin(Refusals refusals, UUID customer) {
        refusals.unless(
                !store.hasOpen(customer),
                ErrorCode.ESCALATION_EXISTS,
                "customerId",
                "The customer has an open escalation already.");
        store.stillWarned(customer)
                .ifPresent(until -> refusals.add(
                        ErrorCode.STAGE_NOT_WARNED,
                        "customerId",
                        "A case that was closed gave the customer time until " + until + ", that day included."));
    }

    /** What needs no approval. */
    private Outcome<Chronicle.Of> atOnce(Chronicle.Of of, NewStep step) {
        UUID id = store.propose(of.escalation(), of.customer(), step);
        store.decideStep(of.escalation(), "APPROVED", null);
        return stages.reach(of, id, step, null);
    }

    /**
     * Proposes a stage, in the place of the one that was proposed. It may be proposed before the deadline of the warning has passed, and is approved after it.
     */
    public Outcome<Escalation> propose(ProposeEscalationStage wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(new Wish("proposeEscalationStage", wish.clientKey(), wish), seen, found -> {
            Refusals refusals = new Refusals();
            NewStep step = Stages.step(refusals, wish);
            Place place = Place.of(found);
            refusals.unless(
                    Ladder.follows(place, wish.stage()),
                    ErrorCode.STAGE_NOT_WARNED,
                    "stage",
                    "The customer is at " + found.stage() + " and "
                            + (found.warnedOf() == null
                                    ? "warned of nothing."
                                    : "warned of " + found.warnedOf() + "."));
            if (refusals.any()) {
                return refusals.outcome();
            }
            Chronicle.Of of = Chronicle.Of.of(found);
            if (!wish.stage().needsApproval()) {
                return Ladder.isDue(place, dates.today()) ? atOnce(of, step) : tooEarly(found, "stage");
            }
            store.propose(of.escalation(), of.customer(), step);
            store.touch(of.escalation());
            chronicle.stage(of, EscalationEventKind.STAGE_PROPOSED, step.stage(), null, step.reason());
            return Outcome.done(of);
        });
    }

    private static <T> Outcome<T> tooEarly(Escalation escalation, String field) {
        return Outcome.refused(
                ErrorCode.STAGE_NOT_WARNED,
                field,
                "The customer was given time until " + escalation.warnedUntil() + ", that day included.");
    }

    /** Approves the proposed stage, whose letter goes out with it, or rejects it. */
    public Outcome<Escalation> decide(DecideEscalationStage wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(new Wish("decideEscalationStage", wish.clientKey(), wish), seen, found -> {
            EscalationProposal proposal =
                    escalations.proposals(List.of(found.uuid())).get(found.uuid());
            if (proposal == null) {
                return Outcome.refused(ErrorCode.INVALID_STATUS, "id", "No stage is proposed.");
            }
            Refusals refusals = new Refusals();
            String reason = reason(refusals, wish.approve(), wish.reason());
            if (refusals.any()) {
                return refusals.outcome();
            }
            return wish.approve() ? approve(found, proposal, reason) : reject(found, proposal, reason);
        });
    }

    /** An approval may go without a word, a rejection may not. */
    static String reason(Refusals refusals, boolean approve, String text) {
        return approve
                ? refusals.optional("reason", text, LONGEST_REASON)
                : refusals.required("reason", text, LONGEST_REASON);
    }

    private Outcome<Chronicle.Of> approve(Escalation escalation, EscalationProposal proposal, String reason) {
        if (!cases.mayApprove(proposal.proposer(), escalation.customer())) {
            return LockedCases.ownProposal();
        }
        if (!Ladder.isDue(Place.of(escalation), dates.today())) {
            return tooEarly(escalation, "id");
        }
        store.decideStep(escalation.uuid(), "APPROVED", reason);
        NewStep step = new NewStep(
                proposal.stage(),
                proposal.warnsOf(),
                proposal.days(),
                proposal.route(),
                proposal.withStatement(),
                proposal.reason());
        return stages.reach(Chronicle.Of.of(escalation), proposal.id(), step, reason);
    }

    private Outcome<Chronicle.Of> reject(Escalation escalation, EscalationProposal proposal, String reason) {
        Chronicle.Of of = Chronicle.Of.of(escalation);
        store.decideStep(of.escalation(), "REJECTED", reason);
        store.touch(of.escalation());
        chronicle.stage(of, EscalationEventKind.STAGE_REJECTED, proposal.stage(), null, reason);
        return Outcome.done(of);
    }

    /**
     * Ends a case and lifts all its measures; its letters that have not left the house stay there. Who is neither MANAGER nor ADMIN may do so at REMINDER only, while no measure is in force or waits for them, else this is
     * FORBIDDEN.
     */
    public Outcome<Escalation> close(CloseEscalation wish) {
        Seen seen = new Seen(wish.id(), wish.version());
        return once(new Wish("closeEscalation", wish.clientKey(), wish), seen, found -> {
            if (!mayClose(found)) {
                throw new Problem(
                        ErrorCode.FORBIDDEN,
                        "Your role may only close what is at REMINDER, without a measure in force or to be decided on.");
            }
            Refusals refusals = new Refusals();
            String reason = refusals.required("reason", wish.reason(), LONGEST_REASON);
            if (refusals.any()) {
                return refusals.outcome();
            }
            Chronicle.Of of = Chronicle.Of.of(found);
            store.decideStep(of.escalation(), "LAPSED", null);
            store.close(of.escalation(), reason);
            measures.liftBy(of.escalation(), reason);
            stages.withdrawLetters(of.escalation());
            chronicle.note(of, EscalationEventKind.CLOSED, reason);
            return Outcome.done(of);
        });
    }

    private boolean mayClose(Escalation escalation) {
        Actor by = actor.get();
        return by.isSystem()
                || by.is(Role.MANAGER)
                || by.is(Role.ADMIN)
                || (escalation.stage() == EscalationStage.REMINDER && !measures.concernsManagers(escalation.uuid()));
    }

    private Outcome<Escalation> told(Outcome<Chronicle.Of> outcome) {
        return outcome.map(of -> {
            alerts.escalationsMoved(Set.of(of.customer()));
            return escalations.find(of.escalation()).orElseThrow();
        });
    }

    /** Which case, and the version of it that was seen. */
    private record Seen(String id, int version) {}

    private Outcome<Escalation> once(Wish wish, Seen seen, Function<Escalation, Outcome<Chronicle.Of>> work) {
        return clientKeys.once(
                wish,
                () -> told(cases.open(seen.id(), seen.version()).flatMap(work)),
                Escalation::uuid,
                escalations::find);
    }
}
