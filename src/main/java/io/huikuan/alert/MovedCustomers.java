package io.huikuan.alert;

import io.huikuan.concession.ConcessionChanged;
import io.huikuan.dispute.DisputeChanged;
import io.huikuan.ledger.BalanceMoved;
import io.huikuan.plan.PlanBroken;
import io.huikuan.promise.PromiseChanged;
import io.huikuan.sellthrough.SellThroughChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Gathers during a transaction whose balances or stocks moved, and has their alerts brought in line once, just before it commits: an
 * import that issues receivables and books their payments raises nothing for what it has paid itself, and a use case of five entries judges
 * once.
 */
@ApplicationScoped
class MovedCustomers {

    private final TransactionSynchronizationRegistry transaction;
    private final AlertKeeper keeper;

    MovedCustomers(TransactionSynchronizationRegistry transaction, AlertKeeper keeper) {
        this.transaction = transaction;
        this.keeper = keeper;
    }

    void balances(@Observes BalanceMoved moved) {
        gather("balances", moved.customers(), keeper::balancesMoved);
    }

    void plan(@Observes PlanBroken broken) {
        gather("balances", Set.of(broken.customer()), keeper::balancesMoved);
    }

    void promise(@Observes PromiseChanged changed) {
        gather("balances", Set.of(changed.customer()), keeper::balancesMoved);
    }

    void concession(@Observes ConcessionChanged changed) {
        gather("balances", Set.of(changed.customer()), keeper::balancesMoved);
    }

    void dispute(@Observes DisputeChanged changed) {
        gather("disputes", Set.of(changed.customer()), keeper::disputesMoved);
    }

    void stock(@Observes SellThroughChanged changed) {
        gather("stock", changed.customerIds(), keeper::stockMoved);
    }

    private void gather(String what, Set<UUID> customers, Consumer<Set<UUID>> beforeCommit) {
        String key = MovedCustomers.class.getName() + '.' + what;
        Gathered gathered = (Gathered) transaction.getResource(key);
        if (gathered == null) {
            gathered = new Gathered(new HashSet<>(), beforeCommit);
            transaction.putResource(key, gathered);
            transaction.registerInterposedSynchronization(gathered);
        }
        gathered.customers().addAll(customers);
    }

    private record Gathered(Set<UUID> customers, Consumer<Set<UUID>> judge) implements Synchronization {

        @Override
        public void beforeCompletion() {
            judge.accept(Set.copyOf(customers));
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing outlives the transaction.
        }
    }
}
