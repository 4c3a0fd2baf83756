package io.huikuan.imports.api;

import io.huikuan.imports.ImportRequest;
import io.huikuan.imports.ImportService;
import io.huikuan.imports.domain.ImportKind;
import io.huikuan.imports.domain.LimitedStream;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code POST /imports/my-sell-out}: a partner loads what it sold or has in stock, as a CSV file of its own customer. It is answered as other imports are: every row
 * that is wrong is named with its column, and then nothing of the file is loaded.
 */
@Path("/imports/my-sell-out")
@RolesAllowed(Roles.PARTNER)
public class MySellOutResource {

    private static final long MOST_BYTES = 2L << 20;

    private final ImportService imports;

    MySellOutResource(ImportService imports) {
        this.imports = imports;
    }

    @POST
    @Blocking
    public Response load(
            @QueryParam("dryRun") String dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
            InputStream file) {
        if (RequestHeaders.isPacked(encoding)) {
            throw new Problem(ErrorCode.UNSUPPORTED_MEDIA, "Send the file as it is, not packed.");
        }
        return RunAnswer.answer(imports.run(new ImportRequest(
                ImportKind.MY_SELL_OUT,
                Optional.empty(),
                RequestHeaders.charset(RequestHeaders.csv(contentType)),
                RequestHeaders.isTrue(dryRun),
                false,
                new LimitedStream(file, MOST_BYTES))));
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
