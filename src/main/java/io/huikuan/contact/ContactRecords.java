package io.huikuan.contact;

import io.huikuan.audit.AuditKind;
import io.huikuan.audit.AuditedDeeds;
import io.huikuan.contact.data.ContactReads;
import io.huikuan.contact.data.ContactStore;
import io.huikuan.contact.domain.PersonalTraces;
import io.huikuan.customer.ContactPersonErased;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.NodesFinder;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Enters and reads contact records. */
@ApplicationScoped
public class ContactRecords implements NodesFinder {

    private final ContactReads reads;
    private final ContactStore store;
    private final ContactRules rules;
    private final ContactExcuses excuses;
    private final CustomerReads customers;
    private final Receivables receivables;
    private final ClientKeys clientKeys;
    private final AuditedDeeds audit;
    private final Event<ContactLogged> news;

    ContactRecords(
            ContactReads reads,
            ContactStore store,
            ContactRules rules,
            ContactExcuses excuses,
            CustomerReads customers,
            Receivables receivables,
            ClientKeys clientKeys,
            AuditedDeeds audit,
            Event<ContactLogged> news) {
        this.reads = reads;
        this.store = store;
        this.rules = rules;
        this.excuses = excuses;
        this.customers = customers;
        this.receivables = receivables;
        this.clientKeys = clientKeys;
        this.audit = audit;
        this.news = news;
    }

    @Override
    public NodeKind kind() {
        return NodeKind.CONTACT_RECORD;
    }

    /** The record. */
    @Override
    @Transactional
    public Optional<ContactRecord> find(UUID id) {
        return reads.find(id);
    }

    @Override
    @Transactional
    public Map<UUID, ContactRecord> findAll(Set<UUID> ids) {
        return reads.byIds(ids);
    }

    /** A page for each of the customers, the newest first. */
    @Transactional
    public Map<UUID, Page<ContactRecord>> pages(Set<UUID> customers, Paging paging) {
        return reads.pages(customers, paging);
    }

    /** The last contact of each of the customers that has any. */
    @Transactional
    public Map<UUID, ContactRecord> last(Set<UUID> customers) {
        return reads.last(customers);
    }

    /** Which receivables were spoken of in each of these records, in the order of their due dates. */
    @Transactional
    public Map<UUID, List<Receivable>> receivablesOf(Set<UUID> records) {
        Map<UUID, List<UUID>> named = store.receivablesOf(records);
        Map<UUID, Receivable> known = receivables.byIds(
                named.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
        return records.stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> inOrder(named.getOrDefault(id, List.of()), known)));
    }

    private static List<Receivable> inOrder(List<UUID> ids, Map<UUID, Receivable> known) {
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Receivable::dueDate).thenComparing(Receivable::number))
                .toList();
    }

    /** Enters a contact with a customer that the actor sees. What we did outside of the guard rails is entered with a reason, or not at all. */
    @Transactional
    public Outcome<ContactRecord> log(NewContact wish) {
        return clientKeys.onceNew(new Wish("logContact", wish.clientKey(), wish), id -> logged(id, wish), reads::find);
    }

    private Outcome<ContactRecord> logged(UUID id, NewContact wish) {
        Optional<UUID> customer = NodeId.uuid(NodeKind.CUSTOMER, wish.customerId())
                .flatMap(customers::find)
                .map(Customer::uuid);
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        CheckedContact contact = rules.checked(wish, customer.get(), refusals);
        if (refusals.any()) {
            return refusals.outcome();
        }
        Set<GuardRail> passed = excuses.passed(contact, refusals);
        return refusals.any() ? refusals.outcome() : entered(id, contact, passed);
    }

    private Outcome<ContactRecord> entered(UUID id, CheckedContact contact, Set<GuardRail> passed) {
        add("logContact", id, contact, passed);
        news.fire(new ContactLogged(
                id,
                contact.customer(),
                contact.channel(),
                contact.direction(),
                contact.outcome(),
                contact.occurredAt()));
        return Outcome.done(reads.find(id).orElseThrow());
    }

    private void add(String mutation, UUID id, CheckedContact contact, Set<GuardRail> passed) {
        store.add(id, contact, passed);
        if (!passed.isEmpty()) {
            audit.note(
                    AuditKind.GUARD_RAILS_PASSED,
                    mutation + " " + NodeId.of(NodeKind.CONTACT_RECORD, id) + ": " + contact.channel() + " " + passed);
        }
    }

    /**
     * The guard rails that a document passes which the actor is about to send, such as a letter; without a reason each is a refusal, as in {@link #log}. Until the
     * transaction ends nobody else counts a contact that we made with the customer.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<GuardRail> passed(CheckedContact contact, Refusals refusals) {
        return excuses.passed(contact, refusals);
    }

    /** Enters what the actor sends as a document by this mutation, with the guard rails that it passed, within the transaction that issues it; answers the id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID enter(String mutation, CheckedContact contact, Set<GuardRail> passed) {
        UUID id = Uuids.next();
        add(mutation, id, contact, passed);
        return id;
    }

    /** Enters what leaves the house as a document by itself, such as a letter of a strategy, in the name of this person and within the transaction that issues it; answers the id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID enter(CheckedContact contact, UUID recorder) {
        UUID id = Uuids.next();
        store.add(id, contact, recorder);
        return id;
    }

    /** Writes down that such a contact went by another way than it was entered with. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reroute(UUID record, ContactChannel channel) {
        store.reroute(record, channel);
    }

    void blank(@Observes ContactPersonErased erased) {
        PersonalTraces.pattern(erased.name(), erased.phone(), erased.email())
                .ifPresent(pattern -> store.blank(erased.customer(), pattern));
    }
}
