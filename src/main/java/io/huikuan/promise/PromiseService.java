package io.huikuan.promise;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.promise.PromiseRules.Giver;
import io.huikuan.promise.data.PromiseStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Records promises to pay and decides on them (rule 21). Every use case locks the customer first, so that no two promises are made for one
 * receivable, and is safe to repeat with its client key.
 */
@ApplicationScoped
@Transactional
public class PromiseService {

    private static final int LONGEST_REASON = 500;

    private final CustomerLocks customers;
    private final PromiseRules rules;
    private final PromiseStore store;
    private final Promises promises;
    private final PromiseProgress progress;
    private final ClientKeys clientKeys;
    private final CurrentActor actor;

    PromiseService(
            CustomerLocks customers,
            PromiseRules rules,
            PromiseStore store,
            Promises promises,
            PromiseProgress progress,
            ClientKeys clientKeys,
            CurrentActor actor) {
        this.customers = customers;
        this.rules = rules;
        this.store = store;
        this.promises = promises;
        this.progress = progress;
        this.clientKeys = clientKeys;
        this.actor = actor;
    }

    /** Records what a customer promised; what a partner records himself waits to be confirmed. */
    public Outcome<PromiseToPay> record(RecordPromise wish) {
        return clientKeys.onceNew(
                new Wish("recordPromise", wish.clientKey(), wish), id -> recordNow(id, wish), promises::find);
    }

    private Outcome<PromiseToPay> recordNow(UUID id, RecordPromise wish) {
        Optional<LockedCustomer> customer = customers.lock(wish.customerId());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        UUID promiser = customer.get().id();
        store.follow(Set.of(promiser));
        return rules.check(id, new Giver(promiser, !actor.get().is(Role.PARTNER)), wish)
                .map(checked -> {
                    store.insert(checked);
                    progress.changed(promiser);
                    return promises.find(id).orElseThrow();
                });
    }

    /** Makes what a partner promised one to count on; who confirms it has agreed it. */
    public Outcome<PromiseToPay> confirm(DecidePromise wish) {
        return once("confirmPromise", wish, promise -> {
            if (promise.status() != PromiseStatus.PROPOSED) {
                return notAllowed(promise);
            }
            store.confirm(promise.uuid());
            return Outcome.done(promise.uuid());
        });
    }

    /** Cancels a promise that is proposed or open; a partner only takes back what nobody has confirmed. */
    public Outcome<PromiseToPay> cancel(DecidePromise wish) {
        return once("cancelPromise", wish, promise -> {
            Refusals refusals = new Refusals();
            boolean partner = actor.get().is(Role.PARTNER);
            String reason = partner
                    ? refusals.optional("reason", wish.reason(), LONGEST_REASON)
                    : refusals.required("reason", wish.reason(), LONGEST_REASON);
            if (refusals.any()) {
                return refusals.outcome();
            }
            if (!PromiseStatus.LIVE.contains(promise.status())
                    || (partner && promise.status() != PromiseStatus.PROPOSED)) {
                return notAllowed(promise);
            }
            store.cancel(promise.uuid(), reason);
            return Outcome.done(promise.uuid());
        });
    }

    private static Outcome<UUID> notAllowed(PromiseToPay promise) {
        return Outcome.refused(
                ErrorCode.INVALID_STATUS, "id", "The promise is " + promise.status() + ", which does not allow this.");
    }

    private Outcome<PromiseToPay> once(
            String mutation, DecidePromise wish, Function<PromiseToPay, Outcome<UUID>> decision) {
        return clientKeys.once(
                new Wish(mutation, wish.clientKey(), wish),
                () -> decided(wish, decision),
                PromiseToPay::uuid,
                promises::find);
    }

    private Outcome<PromiseToPay> decided(DecidePromise wish, Function<PromiseToPay, Outcome<UUID>> decision) {
        Optional<UUID> id = NodeId.uuid(NodeKind.PROMISE, wish.id());
        Optional<LockedCustomer> customer = id.flatMap(store::customerOf).flatMap(customers::lock);
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such promise.");
        }
        PromiseToPay seen = promises.find(id.get()).orElseThrow();
        if (wish.version() != null && wish.version() != seen.version()) {
            return Outcome.refused(ErrorCode.STALE, "version", "The promise changed since: read it again.");
        }
        store.follow(Set.of(customer.get().id()));
        return decision.apply(promises.find(id.get()).orElseThrow()).map(done -> {
            progress.changed(customer.get().id());
            return promises.find(done).orElseThrow();
        });
    }
}
