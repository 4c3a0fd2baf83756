package io.huikuan.job;

import io.huikuan.alert.AlertKeeper;
import io.huikuan.alert.Tally;
import io.huikuan.job.data.JobStore;
import io.huikuan.job.data.JobStore.Done;
import io.huikuan.job.data.JobStore.Ticket;
import io.huikuan.kernel.time.BusinessDates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Runs a job for the current tenant. The work, the success of the run and its slot commit together; that the run has begun, or has failed, is
 * recorded by a transaction of its own, within the lock, so that everybody can see it.
 */
@ApplicationScoped
class JobRunner {

    static final String NODE_DIED = "The node that ran it stopped in the middle; nothing of it was done.";

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    private final JobStore store;
    private final JobWork work;
    private final AlertKeeper alerts;
    private final JobConfig config;
    private final BusinessDates dates;

    JobRunner(JobStore store, JobWork work, AlertKeeper alerts, JobConfig config, BusinessDates dates) {
        this.store = store;
        this.work = work;
        this.alerts = alerts;
        this.config = config;
        this.dates = dates;
    }

    /** A run that has ended, and whose alerts it changed. */
    private record Ended(UUID run, Tally tally) {}

    /** Runs by hand, after whoever runs the job at the moment; answers the run, which may have failed. */
    UUID runNow(Ticket ticket) {
        return attempt(ticket, () -> {
                    store.lock(ticket.job());
                    return true;
                })
                .orElseThrow();
    }

    /** Runs a slot, unless another node has it or is running the job. */
    void runSlot(Ticket ticket) {
        attempt(ticket, () -> store.tryLock(ticket.job()));
    }

    /** Finds runs that died with their node, records that they failed, and does those again that were by hand. */
    void recover(JobName job) {
        List<Ticket> dead = QuarkusTransaction.requiringNew()
                .call(() -> store.tryLock(job) ? store.bury(job, NODE_DIED) : List.of());
        for (Ticket ticket : dead) {
            LOG.warnf("%s as of %s had died with its node", job, ticket.asOf());
            if (ticket.slot().isEmpty() && ticket.attempt() < config.mostAttempts()) {
                runNow(new Ticket(job, ticket.asOf(), Optional.empty(), ticket.attempt() + 1));
            }
        }
    }

    private Optional<UUID> attempt(Ticket ticket, Supplier<Boolean> lock) {
        List<UUID> begun = new ArrayList<>();
        Optional<Ended> ended;
        try {
            ended = QuarkusTransaction.requiringNew()
                    .timeout((int) config.longest().toSeconds())
                    .call(() -> lock.get() ? perform(ticket, begun) : Optional.empty());
        } catch (RuntimeException e) {
            return Optional.of(failed(ticket, begun, e));
        }
        ended.ifPresent(run -> settle(ticket, run.tally()));
        return ended.map(Ended::run);
    }

    private Optional<Ended> perform(Ticket ticket, List<UUID> begun) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (ticket.slot().isEmpty()
                    || store.claim(ticket.job(), ticket.slot().get(), config.mostAttempts())) {
                begun.add(store.begin(ticket));
            }
        });
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Tally tally = work.run(ticket.job(), ticket.asOf());
        store.succeed(begun.get(0), ticket, new Done(tally.examined(), tally.raised(), tally.resolved()));
        return Optional.of(new Ended(begun.get(0), tally));
    }

    /** Payments that came while the run was looking have not seen its alerts, nor the run them. */
    private void settle(Ticket ticket, Tally tally) {
        if (ticket.asOf().equals(dates.today())) {
            QuarkusTransaction.requiringNew().run(() -> alerts.settle(tally.customers()));
        }
    }

    private UUID failed(Ticket ticket, List<UUID> begun, RuntimeException cause) {
        if (begun.isEmpty()) {
            throw cause;
        }
        UUID run = begun.get(0);
        LOG.errorf(cause, "%s as of %s failed, run %s", ticket.job(), ticket.asOf(), run);
        QuarkusTransaction.requiringNew()
                .run(() -> store.fail(
                        run,
                        ticket,
                        "It failed; the log tells why under " + run + ".",
                        dates.now().plus(config.pause().multipliedBy(ticket.attempt()))));
        return run;
    }
}
