package io.huikuan.credit;

import io.huikuan.credit.data.HoldStore;
import io.huikuan.credit.data.LimitStore;
import io.huikuan.customer.CreditSaid;
import io.huikuan.ledger.BalanceMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Follows what happens to customers elsewhere: limits and grades that come with their records are written into the history, and holds follow the money, once for
 * each transaction, just before it commits.
 */
@ApplicationScoped
class CreditNews {

    private static final String KEY = CreditNews.class.getName();

    private final TransactionSynchronizationRegistry transaction;
    private final LimitStore limits;
    private final HoldStore holds;

    CreditNews(TransactionSynchronizationRegistry transaction, LimitStore limits, HoldStore holds) {
        this.transaction = transaction;
        this.limits = limits;
        this.holds = holds;
    }

    void said(@Observes CreditSaid said) {
        if (!said.entered().isEmpty()) {
            limits.giveTrialLimits(said.entered());
            limits.takeLimitsOfNew(said.entered());
        }
        if (!said.limits().isEmpty()) {
            limits.takeLimitsOfRecords(said.limits());
        }
        Set<UUID> graded = new HashSet<>(said.entered());
        graded.addAll(said.grades());
        if (!graded.isEmpty()) {
            limits.takeGradesOfRecords(graded);
        }
    }

    void moved(@Observes BalanceMoved moved) {
        Gathered gathered = (Gathered) transaction.getResource(KEY);
        if (gathered == null) {
            gathered = new Gathered(new HashSet<>());
            transaction.putResource(KEY, gathered);
            transaction.registerInterposedSynchronization(gathered);
        }
        gathered.customers.addAll(moved.customers());
    }

    private final class Gathered implements Synchronization {

        private final Set<UUID> customers;

        Gathered(Set<UUID> customers) {
            this.customers = customers;
        }

        @Override
        public void beforeCompletion() {
            Set<UUID> awaiting = holds.awaitingPayment(customers);
            if (!awaiting.isEmpty()) {
                holds.followMoney(awaiting);
            }
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing outlives the transaction.
        }
    }
}
