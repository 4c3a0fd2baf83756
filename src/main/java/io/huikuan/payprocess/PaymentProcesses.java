package io.huikuan.payprocess;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.ReceivableKind;
import io.huikuan.ledger.Receivables;
import io.huikuan.payprocess.data.ProcessReads;
import io.huikuan.payprocess.data.ProcessStore;
import io.huikuan.payprocess.data.ProcessStore.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps the ways on which customers pay, and where claims are on them. Every change holds the customer's lock. */
@ApplicationScoped
@Transactional
public class PaymentProcesses {

    private static final int MOST_STEPS = 30;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 1000;
    private static final int YEAR = 365;
    private static final UUID NO_ONE = new UUID(0, 0);

    private final ProcessReads reads;
    private final ProcessStore store;
    private final Receivables receivables;
    private final CustomerLocks locks;
    private final ClientKeys clientKeys;

    PaymentProcesses(
            ProcessReads reads,
            ProcessStore store,
            Receivables receivables,
            CustomerLocks locks,
            ClientKeys clientKeys) {
        this.reads = reads;
        this.store = store;
        this.receivables = receivables;
        this.locks = locks;
        this.clientKeys = clientKeys;
    }

    /** The way of each of the customers. */
    public Map<UUID, PaymentProcess> of(Collection<UUID> customers) {
        return reads.processes(customers);
    }

    /** Where each of the receivables is now; one that was never moved is left out. */
    public Map<UUID, ClaimStep> now(Collection<UUID> ids) {
        return reads.now(ids);
    }

    /** A page of where each of the receivables was, the newest first. */
    public Map<UUID, Page<ClaimStep>> histories(Collection<UUID> ids, Paging paging) {
        return reads.histories(ids, paging);
    }

    /** A page of the claims that are stuck, of all customers that the actor sees or of one, by its global id; the longest first. */
    public Page<ClaimStep> stuck(String customerIdOrNull, Paging paging) {
        return reads.stuck(
                Optional.ofNullable(customerIdOrNull)
                        .map(id -> NodeId.uuid(NodeKind.CUSTOMER, id).orElse(NO_ONE)),
                paging);
    }

    /** Puts a way in the place of the one before; refused with STALE when somebody changed it since. */
    public Outcome<PaymentProcess> save(SavePaymentProcess wish) {
        return clientKeys.once(
                new Wish("savePaymentProcess", wish.clientKey(), wish),
                () -> saved(wish),
                PaymentProcess::customer,
                customer -> Optional.of(of(List.of(customer)).get(customer)));
    }

    private Outcome<PaymentProcess> saved(SavePaymentProcess wish) {
        Optional<UUID> locked = locks.lock(wish.customerId()).map(LockedCustomer::id);
        if (locked.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        UUID customer = locked.get();
        Refusals refusals = new Refusals();
        List<Step> steps = steps(refusals, customer, wish.steps());
        if (refusals.any()) {
            return refusals.outcome();
        }
        if (of(List.of(customer)).get(customer).version() != wish.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "Somebody changed it since: read it again.");
        }
        store.save(customer, wish.version() + 1, steps);
        return Outcome.done(of(List.of(customer)).get(customer));
    }

    private List<Step> steps(Refusals refusals, UUID customer, List<PaymentStepWish> wishes) {
        refusals.unless(
                wishes.size() <= MOST_STEPS, ErrorCode.INVALID_VALUE, "steps", "At most " + MOST_STEPS + " steps.");
        Set<Integer> known = store.numbers(customer).keySet();
        List<UUID> ids = wishes.stream()
                .map(PaymentProcesses::person)
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> persons = store.persons(customer, ids);
        Set<Integer> taken = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        int next = known.stream().max(Integer::compare).orElse(0) + 1;
        for (int i = 0; i < wishes.size(); i++) {
            PaymentStepWish wish = wishes.get(i);
            checkPerson(refusals, "steps." + i + ".contactPersonId", wish, persons);
            refusals.unless(
                    wish.number() == null || (known.contains(wish.number()) && taken.add(wish.number())),
                    ErrorCode.NOT_FOUND,
                    "steps." + i + ".number",
                    "There is no such step, or it is named twice.");
            steps.add(new Step(
                    wish.number() == null ? next++ : wish.number(),
                    refusals.required("steps." + i + ".name", wish.name(), LONGEST_NAME),
                    person(wish),
                    refusals.between("steps." + i + ".usualDays", wish.usualDays(), 0, YEAR)));
        }
        return steps;
    }

    private static void checkPerson(Refusals refusals, String path, PaymentStepWish wish, Set<UUID> persons) {
        UUID person = person(wish);
        refusals.unless(
                wish.contactPersonId() == null || (person != null && persons.contains(person)),
                ErrorCode.NOT_FOUND,
                path,
                "There is no such person at this customer.");
    }

    private static UUID person(PaymentStepWish wish) {
        return wish.contactPersonId() == null
                ? null
                : NodeId.uuid(NodeKind.CONTACT_PERSON, wish.contactPersonId()).orElse(null);
    }

    /** Says where a claim is now. */
    public Outcome<ClaimStep> move(MoveClaim wish) {
        return clientKeys.once(
                new Wish("moveClaim", wish.clientKey(), wish),
                () -> moved(wish),
                ClaimStep::receivable,
                id -> Optional.ofNullable(now(List.of(id)).get(id)));
    }

    private Outcome<ClaimStep> moved(MoveClaim wish) {
        Optional<Receivable> claim =
                NodeId.uuid(NodeKind.RECEIVABLE, wish.receivableId()).flatMap(receivables::byId);
        if (claim.map(Receivable::customer).flatMap(locks::lock).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "receivableId", "There is no such claim.");
        }
        UUID customer = claim.get().customer();
        Refusals refusals = new Refusals();
        String note = refusals.optionalProse("note", wish.note(), LONGEST_NOTE);
        refusals.unless(
                claim.get().kind() != ReceivableKind.CREDIT_NOTE,
                ErrorCode.KIND_NOT_ALLOWED,
                "receivableId",
                "A credit note is not paid.");
        refusals.unless(
                wish.step() == null || store.numbers(customer).getOrDefault(wish.step(), false),
                ErrorCode.NOT_FOUND,
                "step",
                "There is no such step.");
        if (refusals.any()) {
            return refusals.outcome();
        }
        UUID id = NodeId.uuidOf(claim.get().id());
        store.move(id, customer, wish.step(), note);
        return Outcome.done(now(List.of(id)).get(id));
    }
}
