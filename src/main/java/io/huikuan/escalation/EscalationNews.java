package io.huikuan.escalation;

import io.huikuan.ledger.BalanceMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Lets cases follow the money, once for each transaction, just before it commits: an import that pays one invoice and issues another ends as a whole. */
@ApplicationScoped
class EscalationNews {

    private static final String KEY = EscalationNews.class.getName();

    private final TransactionSynchronizationRegistry transaction;
    private final MovedCases cases;

    EscalationNews(TransactionSynchronizationRegistry transaction, MovedCases cases) {
        this.transaction = transaction;
        this.cases = cases;
    }

    void moved(@Observes BalanceMoved moved) {
        Gathered gathered = (Gathered) transaction.getResource(KEY);
        if (gathered == null) {
            gathered = new Gathered(new HashSet<>(), cases);
            transaction.putResource(KEY, gathered);
            transaction.registerInterposedSynchronization(gathered);
        }
        gathered.customers().addAll(moved.customers());
    }

    private record Gathered(Set<UUID> customers, MovedCases cases) implements Synchronization {

        @Override
        public void beforeCompletion() {
            cases.follow(Set.copyOf(customers));
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing outlives the transaction.
        }
    }
}
