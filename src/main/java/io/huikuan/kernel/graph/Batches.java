package io.huikuan.kernel.graph;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.dataloader.DataLoaderRegistry;

/**
 * The loaders of one request. Batches begin only when all loaders of a level have been dispatched: one that ends before the
 * next is dispatched would add keys of the level below to it, and that level would take two statements where one does.
 */
public final class Batches extends DataLoaderRegistry {

    private final Queue<Runnable> dispatched = new ConcurrentLinkedQueue<>();
    private final Executor threads;

    private Batches(Executor threads) {
        this.threads = threads;
    }

    /** Batches that are fetched one after the other by the thread that dispatches them, which may block. */
    public static Batches atOnce() {
        return new Batches(Runnable::run);
    }

    /** Batches that are fetched at the same time by these threads. */
    public static Batches on(Executor threads) {
        return new Batches(threads);
    }

    /** Called by a loader that is being dispatched, with its work. */
    void begin(Runnable work) {
        dispatched.add(work);
    }

    @Override
    public void dispatchAll() {
        super.dispatchAll();
        for (Runnable work = dispatched.poll(); work != null; work = dispatched.poll()) {
            threads.execute(work);
        }
    }
}
