package io.huikuan.letter.api;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.sql.SqlFailure;
import io.huikuan.letter.Archived;
import io.huikuan.letter.LetterPrints;
import io.huikuan.letter.Letters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code GET /letters/<id>.html} and {@code .pdf}: a letter as it was sent, for whoever may see it; its customer's own people once it has left the house; its
 * {@code ETag} is its SHA-256. {@code GET /letters/printing.pdf?letter=<id>&letter=<id>}: several letters in one PDF, in this order, to be printed. 404
 * when there is no such letter or it is not to be seen, 400 for none or too many.
 */
@Path("/letters")
public class LetterResource {

    private final Letters letters;
    private final LetterPrints prints;

    LetterResource(Letters letters, LetterPrints prints) {
        this.letters = letters;
        this.prints = prints;
    }

    @GET
    @Path("/{letter:[a-z0-9_]+}.html")
    @Blocking
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public Response page(@PathParam("letter") String id) {
        Archived found = found(id);
        return kept(
                        Response.ok(found.html().bytes(), "text/html; charset=UTF-8"),
                        found.letter().number() + ".html")
                .header(HttpHeaders.CONTENT_LANGUAGE, found.letter().language().tag())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("ETag", "\"" + found.html().sha256() + "\"")
                .build();
    }

    @GET
    @Path("/{letter:[a-z0-9_]+}.pdf")
    @Blocking
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public Response pdf(@PathParam("letter") String id) {
        Archived found = found(id);
        return kept(
                        Response.ok(found.pdf().bytes(), "application/pdf"),
                        found.letter().number() + ".pdf")
                .header(HttpHeaders.CONTENT_LANGUAGE, found.letter().language().tag())
                .header("ETag", "\"" + found.pdf().sha256() + "\"")
                .build();
    }

    private Archived found(String id) {
        return NodeId.uuid(NodeKind.LETTER, id)
                .flatMap(letters::archived)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no such letter."));
    }

    @GET
    @Path("/printing.pdf")
    @Blocking
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public Response printing(@QueryParam("letter") List<String> ids) {
        List<UUID> wanted = ids.stream()
                .map(id -> NodeId.uuid(NodeKind.LETTER, id)
                        .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no such letter.")))
                .toList();
        return kept(Response.ok(prints.of(wanted), "application/pdf"), "letters.pdf")
                .build();
    }

    private static Response.ResponseBuilder kept(Response.ResponseBuilder answer, String name) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return HttpRefusals.answer(problem);
    }

    @ServerExceptionMapper({SqlFailure.class, IllegalStateException.class, IllegalArgumentException.class})
    Response failed(RuntimeException fault) {
        return HttpRefusals.fault(fault, "a letter");
    }
}
