package io.huikuan.job;

import io.huikuan.job.data.JobStore;
import io.huikuan.job.data.JobStore.Ticket;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeFinder;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Role;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.time.BusinessDates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Runs of jobs by hand, and what became of all runs; the latter only for those who keep the books or run the system. */
@ApplicationScoped
public class Jobs implements NodeFinder {

    /** A run takes three connections; more runs at once would wait for each other's. */
    private static final int MOST_AT_ONCE = 2;

    /** For a run and the one before it that it waits for. */
    private static final int LONGEST_SECONDS = 7_200;

    private static final Set<JobName> TODAY_ONLY =
            EnumSet.of(JobName.PLAN_REVIEW, JobName.PROMISE_REVIEW, JobName.CLASS_REVIEW, JobName.STRATEGY_RUN);

    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE, true);
    private final JobStore store;
    private final JobRunner runner;
    private final ClientKeys clientKeys;
    private final BusinessDates dates;
    private final CurrentActor actor;

    Jobs(JobStore store, JobRunner runner, ClientKeys clientKeys, BusinessDates dates, CurrentActor actor) {
        this.store = store;
        this.runner = runner;
        this.clientKeys = clientKeys;
        this.dates = dates;
        this.actor = actor;
    }

    /** The wish to run a job; as of the business date where the date is null. */
    public record RunJob(String clientKey, JobName job, LocalDate asOf) {}

    /**
     * Runs a job as of a day. It waits for a run of the same job that is under way, and always leaves a run, which may have failed.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Outcome<JobRun> run(RunJob wish) {
        atOnce.acquireUninterruptibly();
        try {
            return clientKeys.once(
                    new Wish("runJob", wish.clientKey(), wish),
                    () -> runNow(wish),
                    run -> NodeId.uuidOf(run.id()),
                    this::find);
        } finally {
            atOnce.release();
        }
    }

    private Outcome<JobRun> runNow(RunJob wish) {
        LocalDate today = dates.today();
        LocalDate asOf = wish.asOf() == null ? today : wish.asOf();
        if (asOf.isAfter(today)) {
            return Outcome.refused(
                    ErrorCode.AS_OF_IN_FUTURE, "asOf", "It must not be after the business date, " + today + ".");
        }
        if (TODAY_ONLY.contains(wish.job()) && asOf.isBefore(today)) {
            return Outcome.refused(
                    ErrorCode.INVALID_VALUE,
                    "asOf",
                    "Plans, promises, classes and strategies are judged as of the business date only, " + today + ".");
        }
        UUID run = runner.runNow(new Ticket(wish.job(), asOf, Optional.empty(), 1));
        return Outcome.done(
                QuarkusTransaction.requiringNew().call(() -> store.find(run)).orElseThrow());
    }

    /** A page of runs, the newest first; of one job or of all. */
    @Transactional
    public Page<JobRun> page(Optional<JobName> job, Paging paging) {
        List<JobRun> runs = store.page(job, paging);
        return Page.of(
                runs,
                paging,
                run -> Cursor.of(run.startedAt(), NodeId.uuidOf(run.id())),
                paging.counted() ? store.count(job) : 0);
    }

    @Override
    public NodeKind kind() {
        return NodeKind.JOB_RUN;
    }

    @Override
    @Transactional
    public Optional<JobRun> find(UUID uuid) {
        Actor by = actor.get();
        boolean mayLook = by.isSystem() || by.is(Role.ADMIN) || by.is(Role.FINANCE);
        return mayLook ? store.find(uuid) : Optional.empty();
    }
}
