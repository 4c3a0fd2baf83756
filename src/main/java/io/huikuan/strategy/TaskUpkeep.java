package io.huikuan.strategy;

import io.huikuan.contact.ContactLogged;
import io.huikuan.dispute.DisputeChanged;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.ledger.BalanceMoved;
import io.huikuan.promise.PromiseChanged;
import io.huikuan.strategy.data.ActionStore;
import io.huikuan.strategy.domain.TaskClosing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Closes tasks by the contacts that are logged and were not made before them, and ends tasks and letters whose cause went away, once for each transaction and just before it commits: what is paid, promised or
 * disputed is nobody's task any more.
 */
@ApplicationScoped
class TaskUpkeep {

    private static final String KEY = TaskUpkeep.class.getName();

    private final TransactionSynchronizationRegistry transaction;
    private final ActionStore actions;
    private final CurrentActor actor;

    TaskUpkeep(TransactionSynchronizationRegistry transaction, ActionStore actions, CurrentActor actor) {
        this.transaction = transaction;
        this.actions = actions;
        this.actor = actor;
    }

    void contact(@Observes ContactLogged logged) {
        TaskClosing.closes(logged.channel(), logged.direction(), logged.outcome())
                .ifPresent(kind -> actions.close(
                        logged.customer(),
                        kind,
                        logged.record(),
                        LocalDate.ofInstant(logged.occurredAt(), actor.get().zone())));
    }

    void balances(@Observes BalanceMoved moved) {
        gather(moved.customers());
    }

    void promise(@Observes PromiseChanged changed) {
        gather(Set.of(changed.customer()));
    }

    void dispute(@Observes DisputeChanged changed) {
        gather(Set.of(changed.customer()));
    }

    private void gather(Set<UUID> customers) {
        Gathered gathered = (Gathered) transaction.getResource(KEY);
        if (gathered == null) {
            gathered = new Gathered(new HashSet<>(), actions);
            transaction.putResource(KEY, gathered);
            transaction.registerInterposedSynchronization(gathered);
        }
        gathered.customers().addAll(customers);
    }

    private record Gathered(Set<UUID> customers, ActionStore actions) implements Synchronization {

        @Override
        public void beforeCompletion() {
            actions.endGone(Set.copyOf(customers));
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing outlives the transaction.
        }
    }
}
