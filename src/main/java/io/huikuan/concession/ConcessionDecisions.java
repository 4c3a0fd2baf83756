package io.huikuan.concession;

import io.huikuan.concession.data.ConcessionStore;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.error.Refusals;
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

/** Grants, declines, withdraws and fulfils concessions, under the customer's lock. */
@ApplicationScoped
@Transactional
public class ConcessionDecisions {

    private static final int LONGEST = 500;

    /** Who grants. */
    private static final Set<Role> DECIDERS = Set.of(Role.ADMIN, Role.FINANCE, Role.MANAGER);

    private final LockedConcessions locked;
    private final ConcessionStore store;
    private final Concessions concessions;
    private final CustomerReads customers;
    private final BusinessDates dates;
    private final CurrentActor actor;

    ConcessionDecisions(
            LockedConcessions locked,
            ConcessionStore store,
            Concessions concessions,
            CustomerReads customers,
            BusinessDates dates,
            CurrentActor actor) {
        this.locked = locked;
        this.store = store;
        this.concessions = concessions;
        this.customers = customers;
        this.dates = dates;
        this.actor = actor;
    }

    /**
     * Grants it; from then on money counts. Refused with PROPOSER_CANNOT_APPROVE for whoever asked on the customer's behalf, unless he is an ADMIN and nobody else who
     * sees the customer could; CONCESSION_EXISTS while a step of another one of the customer waits for money in the currency.
     */
    public Outcome<Concession> grant(GrantConcession wish) {
        return locked.once(
                new Wish("grantConcession", wish.clientKey(), wish),
                wish.id(),
                wish.version(),
                concession -> granted(concession, wish));
    }

    private Outcome<UUID> granted(Concession concession, GrantConcession wish) {
        if (!ConcessionStatus.UNDECIDED.contains(concession.status())) {
            return LockedConcessions.notAllowed(concession);
        }
        if (!mayGrant(concession)) {
            return Outcome.refused(
                    ErrorCode.PROPOSER_CANNOT_APPROVE,
                    "id",
                    "Whoever asked on the customer's behalf may not grant it.");
        }
        Refusals refusals = new Refusals();
        String note = refusals.optionalProse("note", wish.note(), LONGEST);
        List<ConcessionTerm> terms = terms(refusals, concession, wish.terms());
        if (refusals.any()) {
            return refusals.outcome();
        }
        String currency = terms.get(0).amount().currency();
        if (store.waits(concession.customer(), currency)) {
            return Outcome.refused(
                    ErrorCode.CONCESSION_EXISTS,
                    "id",
                    "A step of another concession waits for money in " + currency + ": withdraw that one first.");
        }
        store.endOthers(concession.customer(), currency);
        store.grant(concession.uuid(), terms, note);
        return Outcome.done(concession.uuid());
    }

    private List<ConcessionTerm> terms(
            Refusals refusals, Concession concession, List<ConcessionTermWish> wishesOrNull) {
        ConcessionTerms rules = new ConcessionTerms(refusals, dates.today());
        if (wishesOrNull != null) {
            return rules.checked(wishesOrNull);
        }
        List<ConcessionOffer> offers =
                concessions.offersOf(List.of(concession.uuid())).getOrDefault(concession.uuid(), List.of());
        if (offers.isEmpty()) {
            refusals.add(ErrorCode.REQUIRED, "terms", "Nothing was offered yet: say what is granted.");
            return List.of();
        }
        rules.stillAhead(offers.get(0).terms());
        return offers.get(0).terms();
    }

    private boolean mayGrant(Concession concession) {
        Actor by = actor.get();
        if (by.user().isEmpty() || !by.user().get().equals(concession.recorder())) {
            return true;
        }
        return by.is(Role.ADMIN) && !customers.isSeenByAnother(concession.customer(), DECIDERS, concession.recorder());
    }

    /** Declines it, with a reason. */
    public Outcome<Concession> decline(EndConcession wish) {
        return end("declineConcession", wish, ConcessionStatus.DECLINED);
    }

    /** Withdraws it, with a reason; who does not lead only what is not granted yet, else this is FORBIDDEN. What was earned of it stays owed to the customer. */
    public Outcome<Concession> withdraw(EndConcession wish) {
        return end("withdrawConcession", wish, ConcessionStatus.WITHDRAWN);
    }

    private Outcome<Concession> end(String mutation, EndConcession wish, ConcessionStatus status) {
        return locked.once(new Wish(mutation, wish.clientKey(), wish), wish.id(), wish.version(), concession -> {
            Refusals refusals = new Refusals();
            String reason = refusals.required("reason", wish.reason(), LONGEST);
            if (refusals.any()) {
                return refusals.outcome();
            }
            if (!mayEnd(concession, status)) {
                return LockedConcessions.notAllowed(concession);
            }
            store.end(concession.uuid(), status, reason);
            return Outcome.done(concession.uuid());
        });
    }

    private boolean mayEnd(Concession concession, ConcessionStatus status) {
        boolean revokes = concession.status() == ConcessionStatus.GRANTED && status == ConcessionStatus.WITHDRAWN;
        if (revokes && !leads(actor.get())) {
            throw new Problem(ErrorCode.FORBIDDEN, "Your role may only withdraw what is not granted yet.");
        }
        return revokes || ConcessionStatus.UNDECIDED.contains(concession.status());
    }

    private static boolean leads(Actor by) {
        return by.isSystem() || by.is(Role.ADMIN) || by.is(Role.FINANCE) || by.is(Role.MANAGER);
    }

    /** Writes down that a step was given, which must be EARNED. */
    public Outcome<Concession> fulfil(FulfilConcessionStep wish) {
        return locked.once(
                new Wish("fulfilConcessionStep", wish.clientKey(), wish),
                wish.id(),
                wish.version(),
                concession -> fulfilled(concession, wish));
    }

    private Outcome<UUID> fulfilled(Concession concession, FulfilConcessionStep wish) {
        Refusals refusals = new Refusals();
        String note = refusals.optional("note", wish.note(), LONGEST);
        Optional<ConcessionStep> step =
                concessions.stepsOf(List.of(concession.uuid())).getOrDefault(concession.uuid(), List.of()).stream()
                        .filter(one -> one.step() == wish.step())
                        .findFirst();
        refusals.unless(step.isPresent(), ErrorCode.NOT_FOUND, "step", "There is no such step that was granted.");
        step.ifPresent(one -> refusals.unless(
                one.state() == ConcessionStepState.EARNED,
                one.state() == ConcessionStepState.FULFILLED ? ErrorCode.ALREADY_DONE : ErrorCode.INVALID_STATUS,
                "step",
                "The step is " + one.state() + ": only what is EARNED is given."));
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.fulfil(concession.uuid(), wish.step(), note);
        return Outcome.done(concession.uuid());
    }
}
