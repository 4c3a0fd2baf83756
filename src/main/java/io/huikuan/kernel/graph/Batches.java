package io.huikuan.kernel.graph;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dataloader.DataLoaderRegistry;

/**
 * The loaders of one request. Batches begin only when all loaders of a level have been dispatched: one that ends before the
 * next is dispatched would add keys of the level below to it, and that level would take two statements where one does.
 */
public final class Batches extends DataLoaderRegistry {

    private final Queue<Runnable> dispatched = new ConcurrentLinkedQueue<>();

    /** Called by a loader that is being dispatched, with what begins its work. */
    void begin(Runnable work) {
        dispatched.add(work);
    }

    @Override
    public void dispatchAll() {
        super.dispatchAll();
        for (Runnable work = dispatched.poll(); work != null; work = dispatched.poll()) {
            work.run();
        }
    }
}
