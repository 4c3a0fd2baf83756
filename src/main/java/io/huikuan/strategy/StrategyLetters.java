package io.huikuan.strategy;

import io.huikuan.strategy.data.ActionStore;
import io.huikuan.strategy.data.ActionStore.Leased;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Sees to the letters of the current tenant's strategies that may go out, one after the other, each in small transactions of its own. However many nodes are at it and wherever one
 * of them stops, none is issued twice.
 */
@ApplicationScoped
public class StrategyLetters {

    private final ActionStore actions;
    private final LetterStep step;
    private final StrategyConfig config;

    StrategyLetters(ActionStore actions, LetterStep step, StrategyConfig config) {
        this.actions = actions;
        this.step = step;
        this.config = config;
    }

    /** Sees to all that are due. */
    public void send() {
        boolean more = true;
        while (more) {
            Optional<Leased> leased = QuarkusTransaction.requiringNew().call(() -> actions.lease(config.lease()));
            leased.ifPresent(this::seeTo);
            more = leased.isPresent();
        }
    }

    private void seeTo(Leased leased) {
        step.take(leased)
                .ifPresent(reason -> QuarkusTransaction.requiringNew()
                        .run(() -> actions.end(leased.id(), reason, reason.isFailure())));
    }
}
