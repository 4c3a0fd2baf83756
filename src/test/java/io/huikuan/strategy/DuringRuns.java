package io.huikuan.strategy;

import io.huikuan.support.AtOnce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/** Lets something happen in another transaction while a run has made its rows and not committed them. */
@ApplicationScoped
class DuringRuns {

    private final AtomicReference<Runnable> next = new AtomicReference<>();

    /** Does this once, during the next run that makes anything. */
    void run(Runnable work) {
        next.set(work);
    }

    void made(@Observes LettersWait news) throws InterruptedException, ExecutionException {
        Runnable work = next.getAndSet(null);
        if (work != null) {
            AtOnce.on(1, number -> {
                work.run();
                return number;
            });
        }
    }
}
