package io.huikuan.job;

import io.huikuan.job.data.JobStore;
import io.huikuan.job.data.JobStore.Standing;
import io.huikuan.job.data.JobStore.Ticket;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.tenant.EveryTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Starts the daily jobs: at a node's start and every minute, for each tenant whose local hour has come. The slot goes by the local date, so a day has
 * one run whether it has 23, 24 or 25 hours.
 */
@ApplicationScoped
public class JobSchedule {

    private final EveryTenant tenants;
    private final JobStore store;
    private final JobRunner runner;
    private final JobConfig config;
    private final BusinessDates dates;
    private final CurrentActor actor;

    JobSchedule(
            EveryTenant tenants,
            JobStore store,
            JobRunner runner,
            JobConfig config,
            BusinessDates dates,
            CurrentActor actor) {
        this.tenants = tenants;
        this.store = store;
        this.runner = runner;
        this.config = config;
        this.dates = dates;
        this.actor = actor;
    }

    @Scheduled(
            identity = "daily-jobs",
            every = "${huikuan.job.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        tenants.each(this::tickOfTenant);
    }

    /** Runs what the current tenant's hour has come for. */
    void tickOfTenant() {
        ZonedDateTime here = dates.now().atZone(actor.get().zone());
        for (Standing standing : standing(here)) {
            if (standing.running()) {
                runner.recover(standing.job());
            }
            if (standing.slotIsFree()) {
                LocalDate today = here.toLocalDate();
                runner.runSlot(new Ticket(standing.job(), today, Optional.of(today), standing.nextAttempt()));
            }
        }
    }

    private List<Standing> standing(ZonedDateTime here) {
        return QuarkusTransaction.requiringNew()
                .call(() -> store.standing(here.toLocalDate(), here.getHour(), config.mostAttempts()));
    }
}
