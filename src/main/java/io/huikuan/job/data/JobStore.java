package io.huikuan.job.data;

import io.huikuan.job.JobName;
import io.huikuan.job.JobRun;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.kernel.work.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs, slots and the lock of each job. */
@ApplicationScoped
public class JobStore {

    private static final String LOCK = "hashtextextended(:job || ' ' || cast(:tenant as text), 0)";

    private final Sql sql;
    private final CurrentActor actor;
    private final BusinessDates dates;

    JobStore(Sql sql, CurrentActor actor, BusinessDates dates) {
        this.sql = sql;
        this.actor = actor;
        this.dates = dates;
    }

    /**
     * A run about to begin.
     *
     * @param slot the local date whose scheduled run it is; empty for a run by hand
     * @param attempt 1 for the first
     */
    public record Ticket(JobName job, LocalDate asOf, Optional<LocalDate> slot, int attempt) {}

    /** How a job of the tenant stands: whether today's slot can be taken, which attempt it would be, and whether a run is recorded as RUNNING. */
    public record Standing(JobName job, boolean slotIsFree, int nextAttempt, boolean running) {}

    /** Takes the lock of the job until the transaction ends, if nobody holds it. */
    public boolean tryLock(JobName job) {
        return sql.of("select pg_try_advisory_xact_lock(" + LOCK + ") as locked")
                .bind("job", job)
                .one(row -> row.flag("locked"));
    }

    /** Takes the lock of the job until the transaction ends; waits for whoever holds it. */
    public void lock(JobName job) {
        sql.of("select pg_advisory_xact_lock(" + LOCK + ") is null as waited")
                .bind("job", job)
                .one(row -> true);
    }

    /** How the jobs stand on the local date, in their order; nothing before the tenant's hour has come. */
    public List<Standing> standing(LocalDate today, int hour, int mostAttempts) {
        return sql.of("""
                select j.job,
                    slot.done_at is null and coalesce(slot.attempts, 0) < :most and coalesce(slot.next_attempt_at <= :now, true) as free,
                    coalesce(slot.attempts, 0) + 1 as next_attempt,
                    exists (select from job_run r where r.tenant_id = :tenant and r.job = j.job and r.status = 'RUNNING') as running
                from unnest(:jobs) with ordinality as j (job, place)
                left join job_slot slot on slot.tenant_id = :tenant and slot.job = j.job and slot.local_date = :today
                where :hour >= coalesce((select job_hour from tenant_settings where tenant_id = :tenant), 6)
                order by j.place""")
                .names("jobs", EnumSet.allOf(JobName.class))
                .bind("today", today)
                .bind("hour", hour)
                .bind("most", mostAttempts)
                .bind("now", dates.now())
                .list(row -> new Standing(
                        row.constant(JobName.class, "job"),
                        row.flag("free"),
                        row.integer("next_attempt"),
                        row.flag("running")));
    }

    /** Takes a slot, if nobody has done it or is about to try it. */
    public boolean claim(JobName job, LocalDate slot, int mostAttempts) {
        return sql.of("""
                        insert into job_slot (tenant_id, job, local_date, attempts, next_attempt_at)
                        values (:tenant, :job, :slot, 1, :now)
                        on conflict (tenant_id, job, local_date) do update set attempts = job_slot.attempts + 1
                        where job_slot.done_at is null and job_slot.attempts < :most and job_slot.next_attempt_at <= :now""")
                        .bind("job", job)
                        .bind("slot", slot)
                        .bind("most", mostAttempts)
                        .bind("now", dates.now())
                        .update()
                == 1;
    }

    /** Records that a run has begun. */
    public UUID begin(Ticket ticket) {
        UUID id = Uuids.next();
        sql.of("""
                insert into job_run (tenant_id, id, job, as_of, slot, attempt, status, started_at, started_by)
                values (:tenant, :id, :job, :asOf, :slot, :attempt, 'RUNNING', :now, :user)""")
                .bind("id", id)
                .bind("job", ticket.job())
                .bind("asOf", ticket.asOf())
                .bind("slot", ticket.slot().orElse(null))
                .bind("attempt", ticket.attempt())
                .bind("user", actor.get().user().orElse(null))
                .bind("now", dates.now())
                .update();
        return id;
    }

    /** What a run did. */
    public record Done(int examined, int raised, int resolved) {}

    /** Records that a run has done its work; its slot is done with it. */
    public void succeed(UUID run, Ticket ticket, Done done) {
        sql.of("""
                update job_run
                set status = 'SUCCEEDED', finished_at = :now, examined = :examined, raised = :raised, resolved = :resolved
                where tenant_id = :tenant and id = :id""")
                .bind("id", run)
                .bind("now", dates.now())
                .bind("examined", done.examined())
                .bind("raised", done.raised())
                .bind("resolved", done.resolved())
                .update();
        ticket.slot()
                .ifPresent(slot -> sql.of("""
                        update job_slot set done_at = :now
                        where tenant_id = :tenant and job = :job and local_date = :slot""")
                        .bind("job", ticket.job())
                        .bind("slot", slot)
                        .bind("now", dates.now())
                        .update());
    }

    /** Records that a run has failed; its slot may be tried again from the moment. */
    public void fail(UUID run, Ticket ticket, String error, Instant tryAgain) {
        sql.of("""
                update job_run set status = 'FAILED', finished_at = :now, error = :error
                where tenant_id = :tenant and id = :id and status = 'RUNNING'""")
                .bind("id", run)
                .bind("error", error)
                .bind("now", dates.now())
                .update();
        ticket.slot()
                .ifPresent(slot -> sql.of("""
                        update job_slot set next_attempt_at = :again
                        where tenant_id = :tenant and job = :job and local_date = :slot""")
                        .bind("job", ticket.job())
                        .bind("slot", slot)
                        .bind("again", tryAgain)
                        .update());
    }

    /** Records that the job's runs died that are recorded as RUNNING; whoever calls holds the job's lock, so none of them is. */
    public List<Ticket> bury(JobName job, String error) {
        return sql.of("""
                update job_run set status = 'FAILED', finished_at = :now, error = :error
                where tenant_id = :tenant and job = :job and status = 'RUNNING'
                returning job, as_of, slot, attempt""")
                .bind("job", job)
                .bind("error", error)
                .bind("now", dates.now())
                .list(row -> new Ticket(
                        row.constant(JobName.class, "job"),
                        row.date("as_of"),
                        Optional.ofNullable(row.date("slot")),
                        row.integer("attempt")));
    }

    private static final String COLUMNS =
            "select id, job, as_of, started_at, finished_at, status, raised, resolved, examined, error from job_run"
                    + " where tenant_id = :tenant";

    /** The run. */
    public Optional<JobRun> find(UUID id) {
        return sql.of(COLUMNS + " and id = :id").bind("id", id).first(JobStore::run);
    }

    /** Up to {@code paging.fetch()} runs, the newest first. */
    public List<JobRun> page(Optional<JobName> job, Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        Statement statement = sql.of(COLUMNS + of(job)
                        + (after.isPresent() ? " and (started_at, id) < (:startedAt, :id)" : "")
                        + " order by started_at desc, id desc limit :fetch")
                .bind("job", job.orElse(null))
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("startedAt", cursor.instant(0)).bind("id", cursor.uuid(1)));
        return statement.list(JobStore::run);
    }

    /** How many runs there are. */
    public int count(Optional<JobName> job) {
        return sql.of("select count(*) as runs from job_run where tenant_id = :tenant" + of(job))
                .bind("job", job.orElse(null))
                .one(row -> row.integer("runs"));
    }

    private static String of(Optional<JobName> job) {
        return job.isPresent() ? " and job = :job" : "";
    }

    private static JobRun run(Row row) {
        return new JobRun(
                NodeId.of(NodeKind.JOB_RUN, row.uuid("id")),
                row.constant(JobName.class, "job"),
                row.date("as_of"),
                row.instant("started_at"),
                row.instant("finished_at"),
                row.constant(JobStatus.class, "status"),
                row.integer("raised"),
                row.integer("resolved"),
                row.integer("examined"),
                row.text("error"));
    }
}
