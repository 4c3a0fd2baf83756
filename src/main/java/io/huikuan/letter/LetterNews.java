package io.huikuan.letter;

import io.huikuan.dispute.DisputeChanged;
import io.huikuan.ledger.BalanceMoved;
import io.huikuan.promise.PromiseChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Lets letters that have not left the house follow the money, once for each transaction, just before it commits: nobody is asked for what he has paid, promised or
 * disputed meanwhile.
 */
@ApplicationScoped
class LetterNews {

    private static final String KEY = LetterNews.class.getName();

    private final TransactionSynchronizationRegistry transaction;
    private final LetterMails mails;

    LetterNews(TransactionSynchronizationRegistry transaction, LetterMails mails) {
        this.transaction = transaction;
        this.mails = mails;
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
            gathered = new Gathered(new HashSet<>(), mails);
            transaction.putResource(KEY, gathered);
            transaction.registerInterposedSynchronization(gathered);
        }
        gathered.customers().addAll(customers);
    }

    private record Gathered(Set<UUID> customers, LetterMails mails) implements Synchronization {

        @Override
        public void beforeCompletion() {
            mails.withdrawSettled(Set.copyOf(customers));
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing outlives the transaction.
        }
    }
}
