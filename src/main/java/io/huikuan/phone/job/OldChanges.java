package io.huikuan.phone.job;

import io.huikuan.phone.ChangeFeed;
import io.huikuan.phone.PhoneConfig;
import io.huikuan.tenant.EveryTenant;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets which things changed long ago, on any number of nodes. */
@ApplicationScoped
class OldChanges {

    private final EveryTenant tenants;
    private final ChangeFeed feed;
    private final PhoneConfig config;

    OldChanges(EveryTenant tenants, ChangeFeed feed, PhoneConfig config) {
        this.tenants = tenants;
        this.feed = feed;
        this.config = config;
    }

    @Scheduled(
            identity = "old-changes",
            every = "${huikuan.phone.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        tenants.each(() -> feed.forget(config.keepChanges()));
    }
}
