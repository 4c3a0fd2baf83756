package io.huikuan.imports.api;

import io.huikuan.imports.ImportReport;
import io.huikuan.imports.ImportRequest;
import io.huikuan.imports.ImportService;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.sql.SqlFailure;
import io.huikuan.kernel.work.JobStatus;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code POST /imports/{kind}}: loads a CSV file. Answers 200 when it was loaded, or would have been; 422 with the errors of its rows, 400 when it
 * cannot be read to its end, 413 when it is too large; in all these cases the body tells of the run.
 */
@Path("/imports")
@RolesAllowed({Roles.FINANCE, Roles.ADMIN})
public class ImportResource {

    private final ImportService imports;

    ImportResource(ImportService imports) {
        this.imports = imports;
    }

    @POST
    @Path("/{kind}")
    @Blocking
    public Response load(
            @PathParam("kind") String kind,
            @QueryParam("profile") String profile,
            @QueryParam("dryRun") String dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
            InputStream file) {
        ImportRequest request = new ImportRequest(
                ImportKind.named(kind)
                        .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no import of this kind.")),
                Optional.ofNullable(profile),
                RequestHeaders.charset(RequestHeaders.csv(contentType)),
                isTrue(dryRun),
                RequestHeaders.isPacked(encoding),
                file);
        ImportReport report = imports.run(request);
        return Response.status(status(report))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(RunAnswer.of(report))
                .build();
    }

    private static boolean isTrue(String dryRun) {
        if (dryRun == null || dryRun.equals("false")) {
            return false;
        }
        if (dryRun.equals("true")) {
            return true;
        }
        throw new Problem(ErrorCode.BAD_REQUEST, "dryRun is true or false.");
    }

    private static int status(ImportReport report) {
        if (report.run().status() == JobStatus.SUCCEEDED) {
            return 200;
        }
        if (report.errors().stream().anyMatch(error -> error.code().equals(ErrorCode.TOO_LARGE.name()))) {
            return 413;
        }
        return report.unreadable() ? 400 : 422;
    }

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return HttpRefusals.answer(problem);
    }

    @ServerExceptionMapper({SqlFailure.class, IllegalStateException.class, IllegalArgumentException.class})
    Response failed(RuntimeException fault) {
        return HttpRefusals.fault(fault, "an import");
    }
}
