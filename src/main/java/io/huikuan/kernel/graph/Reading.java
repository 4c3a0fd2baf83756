package io.huikuan.kernel.graph;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one transaction in which a query reads all its levels, instead of one for each. It waits between them, and its parts take turns on its one
 * connection. A part that fails takes the transaction with it; the parts after it get a new one, so a field that cannot be read leaves the others
 * alone. Nothing is written in it: a mutation has its own transaction.
 *
 * <p>It keeps its connection while it waits, so nothing that the request still waits for may need another one: enough requests like that would take all
 * connections and wait for each other.
 */
@RequestScoped
public class Reading {

    private final TransactionManager transactions;
    private final ReentrantLock turn = new ReentrantLock();
    private Transaction waiting;

    Reading(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /** Does a part of the reading when it is its turn. */
    public <T> T during(Callable<T> part) throws Exception {
        turn.lock();
        try {
            goOn();
            try {
                return part.call();
            } finally {
                pause();
            }
        } finally {
            turn.unlock();
        }
    }

    private void goOn() throws SystemException, NotSupportedException, InvalidTransactionException {
        if (waiting == null) {
            transactions.begin();
        } else {
            transactions.resume(waiting);
            waiting = null;
        }
    }

    private void pause() throws SystemException {
        if (transactions.getStatus() == Status.STATUS_ACTIVE) {
            waiting = transactions.suspend();
        } else {
            transactions.rollback();
        }
    }

    @PreDestroy
    void end()
            throws SystemException, InvalidTransactionException, RollbackException, HeuristicMixedException,
                    HeuristicRollbackException {
        if (waiting != null) {
            transactions.resume(waiting);
            waiting = null;
            transactions.commit();
        }
    }
}
