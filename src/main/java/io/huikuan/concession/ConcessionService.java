package io.huikuan.concession;

import io.huikuan.concession.data.ConcessionStore;
import io.huikuan.concession.data.ConcessionStore.NewConcession;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down what customers ask for, and what is offered to them (rule 33). Every use case locks the customer first, as money does, and is safe to repeat with its
 * client key. What is decided is in {@link ConcessionDecisions}.
 */
@ApplicationScoped
@Transactional
public class ConcessionService {

    private static final int LONGEST_ASKED = 2000;
    private static final int MOST_DAYS_AGO = 31;
    private static final int MOST_ROUNDS = 20;

    private final CustomerLocks customers;
    private final ConcessionStore store;
    private final Concessions concessions;
    private final LockedConcessions locked;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;

    ConcessionService(
            CustomerLocks customers,
            ConcessionStore store,
            Concessions concessions,
            LockedConcessions locked,
            ClientKeys clientKeys,
            BusinessDates dates) {
        this.customers = customers;
        this.store = store;
        this.concessions = concessions;
        this.locked = locked;
        this.clientKeys = clientKeys;
        this.dates = dates;
    }

    /** Writes down what a customer asks for. */
    public Outcome<Concession> ask(AskConcession wish) {
        return clientKeys.onceNew(
                new Wish("askConcession", wish.clientKey(), wish), id -> asked(id, wish), concessions::find);
    }

    private Outcome<Concession> asked(UUID id, AskConcession wish) {
        Optional<LockedCustomer> customer = customers.lock(wish.customerId());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        String asked = refusals.requiredProse("asked", wish.asked(), LONGEST_ASKED);
        Money worth = refusals.positive("worth", wish.worth());
        LocalDate askedOn = wish.askedOn() == null ? dates.today() : wish.askedOn();
        checkDay(refusals, askedOn);
        UUID person = person(refusals, customer.get().id(), wish.contactPersonId());
        if (refusals.any()) {
            return refusals.outcome();
        }
        store.insert(new NewConcession(id, customer.get().id(), wish.kind(), asked, worth, askedOn, person));
        return Outcome.done(concessions.find(id).orElseThrow());
    }

    private void checkDay(Refusals refusals, LocalDate askedOn) {
        LocalDate today = dates.today();
        refusals.unless(
                !askedOn.isAfter(today),
                ErrorCode.DATE_IN_FUTURE,
                "askedOn",
                "It was asked for on the business date, " + today + ", at the latest.");
        refusals.unless(
                !askedOn.isBefore(today.minusDays(MOST_DAYS_AGO)),
                ErrorCode.INVALID_VALUE,
                "askedOn",
                "It was asked for at most " + MOST_DAYS_AGO + " days ago.");
    }

    private UUID person(Refusals refusals, UUID customer, String contactPersonId) {
        if (contactPersonId == null) {
            return null;
        }
        Optional<UUID> person =
                NodeId.uuid(NodeKind.CONTACT_PERSON, contactPersonId).filter(id -> store.isPersonOf(customer, id));
        refusals.unless(
                person.isPresent(), ErrorCode.NOT_FOUND, "contactPersonId", "There is no such person at the customer.");
        return person.orElse(null);
    }

    /** Offers something for payment, in the place of what was offered before, which is kept. */
    public Outcome<Concession> offer(OfferConcession wish) {
        return locked.once(
                new Wish("offerConcession", wish.clientKey(), wish),
                wish.id(),
                wish.version(),
                concession -> offered(concession, wish.terms()));
    }

    private Outcome<UUID> offered(Concession concession, List<ConcessionTermWish> wishes) {
        if (!ConcessionStatus.UNDECIDED.contains(concession.status())) {
            return LockedConcessions.notAllowed(concession);
        }
        Refusals refusals = new Refusals();
        List<ConcessionTerm> terms = new ConcessionTerms(refusals, dates.today()).checked(wishes);
        if (refusals.any()) {
            return refusals.outcome();
        }
        if (!store.offer(concession.uuid(), terms, MOST_ROUNDS)) {
            return Outcome.refused(
                    ErrorCode.INVALID_STATUS, "id", "After " + MOST_ROUNDS + " rounds it is granted or declined.");
        }
        return Outcome.done(concession.uuid());
    }
}
