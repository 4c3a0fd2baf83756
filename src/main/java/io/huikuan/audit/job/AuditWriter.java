package io.huikuan.audit.job;

import io.huikuan.audit.AuditTrail;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes what the audit log has gathered, every few seconds. */
@ApplicationScoped
class AuditWriter {

    private final AuditTrail trail;

    AuditWriter(AuditTrail trail) {
        this.trail = trail;
    }

    @Scheduled(
            identity = "audit-writer",
            every = "${huikuan.audit.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        trail.write();
    }
}
