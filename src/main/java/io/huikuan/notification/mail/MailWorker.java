package io.huikuan.notification.mail;

import io.huikuan.notification.NotificationConfig;
import io.huikuan.tenant.EveryTenant;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Sends what is queued: of a tenant as soon as it is committed, and of all tenants from time to time. */
@ApplicationScoped
class MailWorker {

    private final EveryTenant tenants;
    private final MailRounds rounds;
    private final NotificationConfig config;

    MailWorker(EveryTenant tenants, MailRounds rounds, NotificationConfig config) {
        this.tenants = tenants;
        this.rounds = rounds;
        this.config = config;
    }

    @Scheduled(
            identity = "mail",
            every = "${huikuan.notification.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (config.enabled()) {
            tenants.each(rounds::send);
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued news) {
        if (config.enabled()) {
            Infrastructure.getDefaultWorkerPool().execute(() -> tenants.one(news.tenant(), rounds::send));
        }
    }
}
