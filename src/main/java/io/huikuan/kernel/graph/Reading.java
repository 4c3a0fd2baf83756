package io.huikuan.kernel.graph;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.Callable;

/**
 * The one transaction in which a query reads all its levels, on the one thread that does the query, instead of one for each. A part that fails takes
 * the transaction with it; the parts after it get a new one, so a field that cannot be read leaves the others alone. Nothing is written in it: a
 * mutation has its own transaction.
 *
 * <p>It keeps its connection to its end, so nothing that the request does meanwhile may need another one: enough requests like that would take all
 * connections and wait for each other.
 */
@RequestScoped
public class Reading {

    private final TransactionManager transactions;
    private boolean begun;

    Reading(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /** Does a part of the reading. */
    public <T> T during(Callable<T> part) throws Exception {
        if (!begun) {
            begin();
        }
        try {
            return part.call();
        } finally {
            if (transactions.getStatus() != Status.STATUS_ACTIVE) {
                begun = false;
                transactions.rollback();
            }
        }
    }

    private void begin() throws NotSupportedException, SystemException {
        transactions.begin();
        begun = true;
    }

    /** Gives back what was read in; called at the end of the request, by the thread that did it. */
    @PreDestroy
    void end() throws SystemException, RollbackException, HeuristicMixedException, HeuristicRollbackException {
        if (begun) {
            begun = false;
            transactions.commit();
        }
    }
}
