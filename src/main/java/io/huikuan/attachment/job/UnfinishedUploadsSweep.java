package io.huikuan.attachment.job;

import io.huikuan.attachment.UnfinishedUploads;
import io.huikuan.tenant.EveryTenant;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives up unfinished uploads every few minutes, on any number of nodes. */
@ApplicationScoped
class UnfinishedUploadsSweep {

    private final EveryTenant tenants;
    private final UnfinishedUploads uploads;

    UnfinishedUploadsSweep(EveryTenant tenants, UnfinishedUploads uploads) {
        this.tenants = tenants;
        this.uploads = uploads;
    }

    @Scheduled(
            identity = "unfinished-uploads",
            every = "${huikuan.attachment.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void giveUp() {
        tenants.each(uploads::giveUp);
    }
}
