package io.huikuan.promise;

import io.huikuan.ledger.BalanceMoved;
import io.huikuan.promise.data.PromiseStore;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Judges the promises of whoever's balances moved, once for each transaction, just before it commits and before alerts look at them: money that
 * comes keeps a promise at once, and money that goes back opens or breaks it.
 */
@ApplicationScoped
class PromiseProgress {

    private static final String KEY = PromiseProgress.class.getName();

    /** After plans, and before those that only report. */
    private static final int AFTER_PLANS = BalanceMoved.PLANS_FIRST + 100;

    private final TransactionSynchronizationRegistry transaction;
    private final PromiseStore promises;
    private final Event<PromiseChanged> changed;

    PromiseProgress(
            TransactionSynchronizationRegistry transaction, PromiseStore promises, Event<PromiseChanged> changed) {
        this.transaction = transaction;
        this.promises = promises;
        this.changed = changed;
    }

    void follow(@Observes @Priority(AFTER_PLANS) BalanceMoved moved) {
        gather(moved.customers());
    }

    /** Judges the customer's promises now, and tells that one of them changed. */
    void changed(UUID customer) {
        promises.follow(Set.of(customer));
        gather(Set.of());
        changed.fire(new PromiseChanged(customer));
    }

    private void gather(Set<UUID> customers) {
        Gathered gathered = (Gathered) transaction.getResource(KEY);
        if (gathered == null) {
            gathered = new Gathered(new HashSet<>(), promises);
            transaction.putResource(KEY, gathered);
            transaction.registerInterposedSynchronization(gathered);
        }
        gathered.customers().addAll(customers);
    }

    private record Gathered(Set<UUID> customers, PromiseStore promises) implements Synchronization {

        @Override
        public void beforeCompletion() {
            if (!customers.isEmpty()) {
                promises.follow(Set.copyOf(customers));
            }
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing outlives the transaction.
        }
    }
}
