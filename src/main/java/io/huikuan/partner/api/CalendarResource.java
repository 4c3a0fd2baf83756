package io.huikuan.partner.api;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.hash.Sha256;
import io.huikuan.kernel.identity.Secret;
import io.huikuan.kernel.sql.SqlFailure;
import io.huikuan.partner.CalendarLanguage;
import io.huikuan.partner.CalendarLinks;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code GET /calendar/{tenant}/{secret}.ics}: the installments behind a secret link, for calendar programs, which send no token. 404 for a link that is unknown or was
 * revoked, 304 for what has not changed.
 */
@Path("/calendar")
public class CalendarResource {

    private final CalendarLinks links;

    CalendarResource(CalendarLinks links) {
        this.links = links;
    }

    @GET
    @Path("/{tenant:[0-9a-f-]{36}}/{secret:" + Secret.FORM + "}.ics")
    @PermitAll
    @Blocking
    public Response calendar(
            @PathParam("tenant") UUID tenant,
            @PathParam("secret") String secret,
            @QueryParam("lang") String language,
            @Context Request request) {
        String text = links.behind(tenant, new Secret(secret), CalendarLanguage.of(language))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no such calendar."));
        EntityTag version = new EntityTag(Sha256.of(text));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(version);
        Response.ResponseBuilder answer = unchanged == null
                ? Response.ok(text, "text/calendar; charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"installments.ics\"")
                : unchanged;
        return answer.tag(version)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return HttpRefusals.answer(problem);
    }

    @ServerExceptionMapper({SqlFailure.class, IllegalStateException.class, IllegalArgumentException.class})
    Response failed(RuntimeException fault) {
        return HttpRefusals.fault(fault, "a calendar");
    }
}
