package io.huikuan.customer;

import io.huikuan.customer.data.ContactPersonEntity;
import io.huikuan.customer.data.ContactPersonQueries;
import io.huikuan.customer.data.ContactPersonRepository;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.time.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The persons at customers. Every change holds the customer's lock, so that who reports to whom never becomes a ring.
 *
 * <p>Erasing blanks name, telephone number and e-mail address, here and, by {@link ContactPersonErased}, wherever texts about the customer
 * are kept. The person stays as a nameless part of the decision map, and so do the records of contacts; an erased person is never filled again.
 */
@ApplicationScoped
public class ContactPersons implements NodesFinder {

    private static final int LONGEST_REASON = 500;

    private final ContactPersonRepository persons;
    private final ContactPersonQueries queries;
    private final ContactPersonRules rules;
    private final CustomerLocks locks;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;
    private final Event<ContactPersonErased> erased;

    ContactPersons(
            ContactPersonRepository persons,
            ContactPersonQueries queries,
            ContactPersonRules rules,
            CustomerLocks locks,
            ClientKeys clientKeys,
            BusinessDates dates,
            Event<ContactPersonErased> erased) {
        this.persons = persons;
        this.queries = queries;
        this.rules = rules;
        this.locks = locks;
        this.clientKeys = clientKeys;
        this.dates = dates;
        this.erased = erased;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CONTACT_PERSON;
    }

    /** The person. */
    @Override
    @Transactional
    public Optional<ContactPerson> find(UUID id) {
        return Optional.ofNullable(queries.byIds(Set.of(id)).get(id));
    }

    /** The persons behind these ids. */
    @Transactional
    public Map<UUID, ContactPerson> byIds(Set<UUID> ids) {
        return queries.byIds(ids);
    }

    @Override
    @Transactional
    public Map<UUID, ContactPerson> findAll(Set<UUID> ids) {
        return queries.byIds(ids);
    }

    /** The persons of each of these customers by name, those erased last. */
    @Transactional
    public Map<UUID, List<ContactPerson>> byCustomers(Set<UUID> customers) {
        Map<UUID, List<ContactPerson>> found = queries.byCustomers(customers);
        return customers.stream()
                .collect(Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, List.of())));
    }

    /** Enters a person, or replaces all fields of one; refused with STALE when somebody changed the person since. */
    @Transactional
    public Outcome<ContactPerson> save(ContactPersonWish wish) {
        return clientKeys.once(
                new Wish("saveContactPerson", wish.clientKey(), wish),
                () -> saved(wish),
                ContactPerson::uuid,
                this::find);
    }

    private Outcome<ContactPerson> saved(ContactPersonWish wish) {
        Optional<LockedCustomer> customer = locks.lock(wish.customerId());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        UUID customerId = customer.get().id();
        return wish.id() == null ? entered(wish, customerId) : replaced(wish, customerId);
    }

    private Outcome<ContactPerson> entered(ContactPersonWish wish, UUID customer) {
        ContactPersonEntity person = new ContactPersonEntity(persons.key(Uuids.next()), customer, dates.now());
        return filled(person, wish, Optional.empty());
    }

    private Outcome<ContactPerson> replaced(ContactPersonWish wish, UUID customer) {
        Optional<ContactPersonEntity> person = NodeId.uuid(NodeKind.CONTACT_PERSON, wish.id())
                .flatMap(persons::find)
                .filter(found -> found.customer().equals(customer));
        if (person.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such person at this customer.");
        }
        if (wish.version() == null) {
            return Outcome.refused(ErrorCode.REQUIRED, "version", "Give the version that you read.");
        }
        return unlessStale(person.get(), wish.version()).flatMap(found -> filled(found, wish, Optional.of(found.id())));
    }

    static Outcome<ContactPersonEntity> unlessStale(ContactPersonEntity person, int version) {
        if (person.version() != version) {
            return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed the person since: read again.");
        }
        return person.erased()
                ? Outcome.refused(ErrorCode.INVALID_STATUS, "id", "The person was erased.")
                : Outcome.done(person);
    }

    private Outcome<ContactPerson> filled(ContactPersonEntity person, ContactPersonWish wish, Optional<UUID> self) {
        Refusals refusals = new Refusals();
        CheckedPerson fields = rules.checked(wish, person.customer(), self, refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        person.take(fields);
        persons.persistAndFlush(person);
        return Outcome.done(find(person.id()).orElseThrow());
    }

    /** Blanks name, telephone number and e-mail address of a person everywhere. */
    @Transactional
    public Outcome<ContactPerson> erase(PersonErasure wish) {
        return clientKeys.once(
                new Wish("eraseContactPerson", wish.clientKey(), wish),
                () -> erased(wish),
                ContactPerson::uuid,
                this::find);
    }

    private Outcome<ContactPerson> erased(PersonErasure wish) {
        Refusals refusals = new Refusals();
        String reason = refusals.requiredProse("reason", wish.reason(), LONGEST_REASON);
        if (refusals.any()) {
            return refusals.outcome();
        }
        Optional<ContactPersonEntity> person = NodeId.uuid(NodeKind.CONTACT_PERSON, wish.id())
                .filter(id -> queries.customerOf(id).flatMap(locks::lock).isPresent())
                .flatMap(persons::find);
        if (person.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such person.");
        }
        return unlessStale(person.get(), wish.version()).map(found -> blanked(found, reason));
    }

    private ContactPerson blanked(ContactPersonEntity person, String reason) {
        ContactPersonErased former = person.erase(reason, dates.now());
        persons.flush();
        erased.fire(former);
        return find(person.id()).orElseThrow();
    }
}
