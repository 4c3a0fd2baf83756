package io.huikuan.imports.api;

import io.huikuan.imports.ImportRequest;
import io.huikuan.imports.ImportService;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.sql.SqlFailure;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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
                RequestHeaders.isTrue(dryRun),
                RequestHeaders.isPacked(encoding),
                file);
        return RunAnswer.answer(imports.run(request));
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
