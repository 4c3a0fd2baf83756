package io.huikuan.strategy.job;

import io.huikuan.strategy.LettersWait;
import io.huikuan.strategy.StrategyConfig;
import io.huikuan.strategy.StrategyLetters;
import io.huikuan.tenant.EveryTenant;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Lets letters of strategies go out: of a tenant as soon as its run has committed, and of all tenants from time to time. */
@ApplicationScoped
class StrategyWorker {

    private final EveryTenant tenants;
    private final StrategyLetters letters;
    private final StrategyConfig config;

    StrategyWorker(EveryTenant tenants, StrategyLetters letters, StrategyConfig config) {
        this.tenants = tenants;
        this.letters = letters;
        this.config = config;
    }

    @Scheduled(
            identity = "strategy-letters",
            every = "${huikuan.strategy.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (config.enabled()) {
            tenants.each(letters::send);
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) LettersWait news) {
        if (config.enabled()) {
            Infrastructure.getDefaultWorkerPool().execute(() -> tenants.one(news.tenant(), letters::send));
        }
    }
}
