package io.huikuan.imports.api;

import io.huikuan.imports.ImportError;
import io.huikuan.imports.ImportReport;
import io.huikuan.imports.ImportRun;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.work.JobStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

    /** 200 when it was loaded or would have been, 422 with errors of its rows, 400 when it cannot be read to its end, 413 when it is too large. */
    static Response answer(ImportReport report) {
        return Response.status(httpStatus(report))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(of(report))
                .build();
    }

    private static int httpStatus(ImportReport report) {
        if (report.run().status() == JobStatus.SUCCEEDED) {
            return 200;
        }
        if (report.errors().stream().anyMatch(error -> error.code().equals(ErrorCode.TOO_LARGE.name()))) {
            return 413;
        }
        return report.unreadable() ? 400 : 422;
    }

    private static RunAnswer of(ImportReport report) {
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
