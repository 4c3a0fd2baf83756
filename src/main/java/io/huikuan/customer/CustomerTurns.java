package io.huikuan.customer;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where those queue in this process who are about to lock one customer, first come first served, before they take a connection. A few go on to the row's
 * lock, which alone makes two of them, or two nodes, follow each other ({@link CustomerLocks}); without the queue sixty payments of one customer would
 * hold all connections while they wait, and everybody else would wait with them.
 *
 * <p>Who asks for a turn must hold no connection yet: it is the first act of a transaction, and the turn ends with it.
 */
@ApplicationScoped
public class CustomerTurns {

    /** One that works, and one that waits for the row, so that the row never waits. */
    private static final int AT_ONCE = 2;

    private static final int EVERYBODY = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LEAVE = Duration.ofSeconds(5);

    private final CurrentActor actor;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<Key, Line> lines = new ConcurrentHashMap<>();
    private volatile boolean closed;

    CustomerTurns(CurrentActor actor, TransactionSynchronizationRegistry transaction) {
        this.actor = actor;
        this.transaction = transaction;
    }

    private record Key(UUID tenant, UUID customer) {}

    /** Those who work on one customer or wait for it; it is there as long as anybody is. */
    private static final class Line {

        private final Semaphore places = new Semaphore(AT_ONCE, true);
        private int people;
    }

    /**
     * Waits for a turn on the customer, whether there is one or not, by the id as a client sends it.
     *
     * @throws Problem BUSY when too many came before, or the service stops
     */
    @Transactional(TxType.MANDATORY)
    public void await(String customerId) {
        NodeId.uuid(NodeKind.CUSTOMER, customerId).ifPresent(customer -> {
            Turn turn = new Turn(new Key(actor.get().tenant(), customer));
            transaction.registerInterposedSynchronization(turn);
            turn.await();
        });
    }

    /** Sends away who waits, and lets those finish whose turn it is. */
    void close(@Observes ShutdownEvent stopping) throws InterruptedException {
        closed = true;
        lines.values().forEach(line -> line.places.release(EVERYBODY));
        long end = System.nanoTime() + LEAVE.toNanos();
        while (!lines.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** One transaction's place in a line, left when the transaction has ended. */
    private final class Turn implements Synchronization {

        private final Key key;
        private volatile Line line;
        private volatile boolean mine;

        Turn(Key key) {
            this.key = key;
        }

        void await() {
            line = lines.compute(key, (any, there) -> {
                Line joined = there == null ? new Line() : there;
                joined.people++;
                return joined;
            });
            mine = patiently();
            if (!mine || closed) {
                throw new Problem(ErrorCode.BUSY, "Much is being done for this customer: send it again later.");
            }
        }

        private boolean patiently() {
            try {
                return !closed && line.places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void beforeCompletion() {
            // The turn ends when the row is free.
        }

        @Override
        public void afterCompletion(int status) {
            if (line == null) {
                return;
            }
            if (mine) {
                line.places.release();
            }
            lines.compute(key, (any, there) -> {
                line.people--;
                return line.people == 0 ? null : line;
            });
        }
    }
}
