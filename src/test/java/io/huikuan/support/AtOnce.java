package io.huikuan.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets many threads begin at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What one thread does; the threads are numbered from 0. */
    public interface Numbered<T> {
        /** The work of the thread with this number. */
        T call(int number);
    }

    /** What each thread came to, by its number; what one of them throws is thrown. */
    public static <T> List<T> on(int threads, Numbered<? extends T> work)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    start.await();
                    return work.call(number);
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
