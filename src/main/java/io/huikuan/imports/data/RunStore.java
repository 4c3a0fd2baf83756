package io.huikuan.imports.data;

import io.huikuan.imports.ImportError;
import io.huikuan.imports.ImportRun;
import io.huikuan.imports.domain.Counts;
import io.huikuan.imports.domain.Finding;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.paging.Cursor;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.kernel.sql.Columns;
import io.huikuan.kernel.sql.Row;
import io.huikuan.kernel.sql.Sql;
import io.huikuan.kernel.sql.Statement;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.kernel.work.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Runs of imports and what was wrong with their files. */
@ApplicationScoped
public class RunStore {

    private static final String COLUMNS =
            "id, kind, profile, dry_run, status, rows, created, updated, unchanged, rejected, errors,"
                    + " started_at, finished_at, started_by from import_run where tenant_id = :tenant";

    private static final String ALIVE =
            "hashtextextended('import ' || cast(:tenant as text) || cast(/* id */ as text), 0)";

    private final Sql sql;
    private final BusinessDates dates;
    private final CurrentActor actor;

    RunStore(Sql sql, BusinessDates dates, CurrentActor actor) {
        this.sql = sql;
        this.dates = dates;
        this.actor = actor;
    }

    /** Holds the run's own lock until the transaction ends, by which others know that it lives. */
    public void hold(UUID run) {
        sql.of("select pg_advisory_xact_lock(" + ALIVE.replace("/* id */", ":id") + ")")
                .bind("id", run)
                .each(row -> {});
    }

    /** Waits until no other import of the tenant resolves or writes. */
    public void takeTurn() {
        sql.of("select pg_advisory_xact_lock(hashtextextended('imports ' || cast(:tenant as text), 0))")
                .each(row -> {});
    }

    /** Enters a run that begins now. */
    public void begin(UUID run, String kind, String profileOrNull, boolean dryRun) {
        sql.of("insert into import_run (tenant_id, id, kind, profile, dry_run, status, started_at, started_by)"
                        + " values (:tenant, :id, :kind, :profile, :dryRun, 'RUNNING', :now, :by)")
                .bind("id", run)
                .bind("kind", kind)
                .bind("profile", profileOrNull)
                .bind("dryRun", dryRun)
                .bind("now", dates.now())
                .bind("by", actor.get().user().orElse(null))
                .update();
    }

    /** Says how many rows were read. */
    public void progress(UUID run, int rows) {
        sql.of("update import_run set rows = :rows where tenant_id = :tenant and id = :id")
                .bind("id", run)
                .bind("rows", rows)
                .update();
    }

    /** Ends a run. */
    public void end(UUID run, JobStatus status, Counts counts, int errors, List<Finding> first) {
        sql.of("update import_run set status = :status, rows = :rows, created = :created, updated = :updated,"
                        + " unchanged = :unchanged, rejected = :rejected, errors = :errors, finished_at = :now"
                        + " where tenant_id = :tenant and id = :id")
                .bind("id", run)
                .bind("status", status)
                .bind("rows", counts.rows())
                .bind("created", counts.created())
                .bind("updated", counts.updated())
                .bind("unchanged", counts.unchanged())
                .bind("rejected", counts.rejected())
                .bind("errors", errors)
                .bind("now", dates.now())
                .update();
        if (!first.isEmpty()) {
            addErrors(run, first);
        }
    }

    private void addErrors(UUID run, List<Finding> findings) {
        sql.of("""
                insert into import_error (tenant_id, run_id, position, row_number, column_name, code, message)
                select :tenant, :run, f.position, f.row_number, f.column_name, f.code, f.message
                from unnest(:positions, :rows, :columns, :codes, :messages) f (position, row_number, column_name, code, message)
                on conflict (tenant_id, run_id, position) do nothing""")
                .bind("run", run)
                .integers(
                        "positions", IntStream.range(0, findings.size()).boxed().toList())
                .integers("rows", Columns.of(findings, Finding::row))
                .texts("columns", Columns.of(findings, Finding::column))
                .names("codes", Columns.of(findings, Finding::code))
                .texts("messages", Columns.of(findings, Finding::message))
                .update();
    }

    /** Ends those runs whose process is gone; answers how many. */
    public int endDead() {
        List<UUID> dead = sql.of("update import_run set status = 'FAILED', errors = 1, finished_at = :now"
                        + " where tenant_id = :tenant and status = 'RUNNING' and pg_try_advisory_xact_lock("
                        + ALIVE.replace("/* id */", "id") + ") returning id")
                .bind("now", dates.now())
                .list(row -> row.uuid("id"));
        Finding stopped = new Finding(
                0,
                null,
                ErrorCode.INTERNAL,
                "The service stopped before the file was loaded; nothing of it was. Send it again.");
        dead.forEach(run -> addErrors(run, List.of(stopped)));
        return dead.size();
    }

    /** The run; empty when there is none. */
    public Optional<ImportRun> find(UUID run) {
        return sql.of("select " + COLUMNS + " and id = :id").bind("id", run).first(RunStore::run);
    }

    /** Runs, the latest first. */
    public Page<ImportRun> page(Paging paging) {
        Optional<Cursor> after = paging.afterCursor(2);
        Statement statement = sql.of("select " + COLUMNS
                        + (after.isPresent() ? " and (started_at, id) < (:at, :id)" : "")
                        + " order by started_at desc, id desc limit :fetch")
                .bind("fetch", paging.fetch());
        after.ifPresent(cursor -> statement.bind("at", cursor.instant(0)).bind("id", cursor.uuid(1)));
        int total = paging.counted()
                ? sql.of("select count(*) as n from import_run where tenant_id = :tenant")
                        .one(row -> row.integer("n"))
                : 0;
        return Page.of(statement.list(RunStore::run), paging, run -> Cursor.of(run.startedAt(), run.uuid()), total);
    }

    /** The first errors of each run, in the order of rows. */
    public Map<UUID, List<ImportError>> errors(Collection<UUID> runs) {
        return sql.of("select run_id, row_number, column_name, code, message from import_error"
                        + " where tenant_id = :tenant and run_id = any(:runs) order by run_id, position")
                .uuids("runs", Set.copyOf(runs))
                .group(
                        row -> row.uuid("run_id"),
                        row -> new ImportError(
                                row.integer("row_number"),
                                row.text("column_name"),
                                row.text("code"),
                                row.text("message")));
    }

    private static ImportRun run(Row row) {
        return new ImportRun(
                NodeId.of(NodeKind.IMPORT_RUN, row.uuid("id")),
                row.text("kind"),
                row.text("profile"),
                row.flag("dry_run"),
                row.constant(JobStatus.class, "status"),
                row.integer("rows"),
                row.integer("created"),
                row.integer("updated"),
                row.integer("unchanged"),
                row.integer("rejected"),
                row.instant("started_at"),
                row.instant("finished_at"),
                row.uuid("started_by"),
                row.integer("errors"));
    }
}
