package io.huikuan.escalation.api;

import io.huikuan.escalation.Dossier;
import io.huikuan.escalation.DossierArchive;
import io.huikuan.escalation.Dossiers;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.sql.SqlFailure;
import io.huikuan.kernel.text.Language;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code GET /escalations/{id}/dossier.zip}: all that a lawyer or an agency needs of a case that is handed over, in the language {@code lang}, zh-CN by default. Who
 * exported it is written down. 404 when there is no such case or it is not to be seen, 400 when it was not handed over.
 */
@Path("/escalations")
public class DossierResource {

    private final Dossiers dossiers;
    private final DossierArchive archive;

    DossierResource(Dossiers dossiers, DossierArchive archive) {
        this.dossiers = dossiers;
        this.archive = archive;
    }

    @GET
    @Path("/{escalation:[a-z0-9_]+}/dossier.zip")
    @Blocking
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public Response dossier(@PathParam("escalation") String escalation, @QueryParam("lang") String lang) {
        Dossier dossier = dossiers.export(escalation, language(lang));
        StreamingOutput zip = out -> archive.write(dossier, out);
        return Response.ok(zip, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + dossier.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Language language(String tagOrNull) {
        return tagOrNull == null || tagOrNull.isEmpty()
                ? Language.ZH_CN
                : Arrays.stream(Language.values())
                        .filter(language -> language.tag().equalsIgnoreCase(tagOrNull))
                        .findFirst()
                        .orElseThrow(() -> new Problem(ErrorCode.INVALID_VALUE, "lang is zh-CN or en."));
    }

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return HttpRefusals.answer(problem);
    }

    @ServerExceptionMapper({SqlFailure.class, IllegalStateException.class, IllegalArgumentException.class})
    Response failed(RuntimeException fault) {
        return HttpRefusals.fault(fault, "a dossier");
    }
}
