package io.huikuan.phone;

import io.huikuan.kernel.identity.Actor;
import io.huikuan.support.Tenancy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A transaction that has done its work and is not committed before it is told to: the one that commits late. */
final class OpenTransaction {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Future<?> committed;

    /** Returns when the work is done, within a transaction that stays open. */
    OpenTransaction(Tenancy tenancy, Actor actor, Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        committed = thread.submit(() -> {
            try {
                tenancy.run(actor, () -> {
                    work.run();
                    done.countDown();
                    waitForTheEnd();
                });
            } finally {
                done.countDown();
            }
        });
        done.await();
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Commits; what went wrong in the work comes out here. */
    void commit() throws InterruptedException {
        end.countDown();
        try {
            committed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }
}
