package io.huikuan.promise;

import io.huikuan.promise.data.PromiseStore;
import io.huikuan.promise.data.PromiseStore.Followed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Judges all promises of a tenant that are proposed or open: what a day that passed makes of them. One statement, whatever their number. */
@ApplicationScoped
public class PromiseReview {

    private static final int LONGEST_SECONDS = 600;

    private final PromiseStore promises;

    PromiseReview(PromiseStore promises) {
        this.promises = promises;
    }

    /** How many promises were looked at, and how many got another status. */
    public record Reviewed(int examined, int moved) {}

    /** Judges them as of the business date, in a transaction of its own, which is short: payments may wait for it. */
    public Reviewed review() {
        Followed followed =
                QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(promises::followAll);
        return new Reviewed(followed.examined(), followed.moved());
    }
}
