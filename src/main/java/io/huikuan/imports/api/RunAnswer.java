package io.huikuan.imports.api;

import io.huikuan.imports.ImportError;
import io.huikuan.imports.ImportReport;
import io.huikuan.imports.ImportRun;
import io.huikuan.kernel.work.JobStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** How an import went, as its sender gets it. */
@RegisterForReflection(targets = {RunAnswer.class, ImportError.class})
public record RunAnswer(
        String id,
        String kind,
        String profile,
        boolean dryRun,
        JobStatus status,
        int rows,
        int created,
        int updated,
        int unchanged,
        int rejected,
        int errorCount,
        List<ImportError> errors,
        Instant startedAt,
        Instant finishedAt) {

    static RunAnswer of(ImportReport report) {
        ImportRun run = report.run();
        return new RunAnswer(
                run.id(),
                run.kind(),
                run.profile(),
                run.dryRun(),
                run.status(),
                run.rows(),
                run.created(),
                run.updated(),
                run.unchanged(),
                run.rejected(),
                run.errorCount(),
                report.errors(),
                run.startedAt(),
                run.finishedAt());
    }
}
