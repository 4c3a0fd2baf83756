package io.huikuan.notification;

import io.huikuan.alert.live.BatchCommitted;
import io.huikuan.tenant.EveryTenant;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Empties the outboxes: of a tenant as soon as its alerts are committed, and of all tenants from time to time. */
@ApplicationScoped
class OutboxWorker {

    private final EveryTenant tenants;
    private final Delivery delivery;
    private final NotificationConfig config;

    OutboxWorker(EveryTenant tenants, Delivery delivery, NotificationConfig config) {
        this.tenants = tenants;
        this.delivery = delivery;
        this.config = config;
    }

    @Scheduled(
            identity = "outbox",
            every = "${huikuan.notification.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        if (config.enabled()) {
            tenants.each(delivery::start);
        }
    }

    void wake(@ObservesAsync BatchCommitted news) {
        if (config.enabled()) {
            tenants.one(news.tenant(), delivery::start);
        }
    }
}
