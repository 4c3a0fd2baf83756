package io.huikuan.customer;

import io.huikuan.customer.data.ContactPersonEntity;
import io.huikuan.customer.data.ContactPersonRepository;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a customer's own user says of the persons there: what they are called and how and when they are reached. Which part they have in decisions, whom they report to
 * and who of ours keeps the relationship is ours, and stays as it is.
 */
@ApplicationScoped
public class OwnPersons {

    /** Nobody's list of people to speak to is longer. */
    private static final int MOST = 200;

    private final ContactPersonRepository repository;
    private final ContactPersons persons;
    private final ContactPersonRules rules;
    private final CustomerLocks locks;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;

    OwnPersons(
            ContactPersonRepository repository,
            ContactPersons persons,
            ContactPersonRules rules,
            CustomerLocks locks,
            ClientKeys clientKeys,
            BusinessDates dates) {
        this.repository = repository;
        this.persons = persons;
        this.rules = rules;
        this.locks = locks;
        this.clientKeys = clientKeys;
        this.dates = dates;
    }

    /** Enters a person of the customer, which the actor sees, or changes one; refused with STALE when somebody changed the person since. */
    @Transactional
    public Outcome<ContactPerson> save(UUID customer, OwnPersonWish wish) {
        return clientKeys.once(
                new Wish("saveMyContactPerson", wish.clientKey(), wish),
                () -> saved(customer, wish),
                ContactPerson::uuid,
                persons::find);
    }

    private Outcome<ContactPerson> saved(UUID customer, OwnPersonWish wish) {
        if (locks.lock(customer).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "", "There is no such customer.");
        }
        return (wish.id() == null ? entered(customer) : known(customer, wish)).flatMap(person -> filled(person, wish));
    }

    private Outcome<ContactPersonEntity> entered(UUID customer) {
        return persons.byCustomers(Set.of(customer)).get(customer).size() < MOST
                ? Outcome.done(new ContactPersonEntity(repository.key(Uuids.next()), customer, dates.now()))
                : Outcome.refused(ErrorCode.INVALID_STATUS, "", "There are " + MOST + " persons already.");
    }

    private Outcome<ContactPersonEntity> known(UUID customer, OwnPersonWish wish) {
        Optional<ContactPersonEntity> person = NodeId.uuid(NodeKind.CONTACT_PERSON, wish.id())
                .flatMap(repository::find)
                .filter(found -> found.customer().equals(customer));
        if (person.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such person.");
        }
        return wish.version() == null
                ? Outcome.refused(ErrorCode.REQUIRED, "version", "Give the version that you read.")
                : ContactPersons.unlessStale(person.get(), wish.version());
    }

    private Outcome<ContactPerson> filled(ContactPersonEntity person, OwnPersonWish wish) {
        Refusals refusals = new Refusals();
        CheckedPerson fields = rules.checked(wish.bare(), person.customer(), Optional.of(person.id()), refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        person.takeOwn(fields);
        repository.persistAndFlush(person);
        return Outcome.done(persons.find(person.id()).orElseThrow());
    }
}
