package io.huikuan.kernel.identity;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Does work on behalf of a given actor where no request brings one: jobs, start-up, listeners. */
@ApplicationScoped
public class ActingAs {

    private final CurrentActor current;

    ActingAs(CurrentActor current) {
        this.current = current;
    }

    /** Does the work as the actor, within a request context of its own where none is active. Not for the middle of a transaction. */
    public <T> T call(Actor actor, Supplier<T> work) {
        ManagedContext requests = Arc.container().requestContext();
        boolean own = !requests.isActive();
        if (own) {
            requests.activate();
        }
        try {
            return whileAssumed(actor, work);
        } finally {
            if (own) {
                requests.terminate();
            }
        }
    }

    /** As {@link #call}, for work without an answer. */
    public void run(Actor actor, Runnable work) {
        call(actor, () -> {
            work.run();
            return null;
        });
    }

    private <T> T whileAssumed(Actor actor, Supplier<T> work) {
        Actor before = current.assume(actor);
        try {
            return work.get();
        } finally {
            current.assume(before);
        }
    }
}
