package io.huikuan.imports.job;

import io.huikuan.imports.ImportRuns;
import io.huikuan.tenant.EveryTenant;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the runs of imports whose process is gone, at a node's start and every minute, on any number of nodes. */
@ApplicationScoped
class DeadImports {

    private final EveryTenant tenants;
    private final ImportRuns runs;

    DeadImports(EveryTenant tenants, ImportRuns runs) {
        this.tenants = tenants;
        this.runs = runs;
    }

    @Scheduled(
            identity = "dead-imports",
            every = "${huikuan.imports.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void end() {
        tenants.each(runs::endDead);
    }
}
