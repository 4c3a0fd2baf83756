package io.huikuan.attachment.api;

import io.huikuan.attachment.StoredAttachment;
import io.huikuan.attachment.Transfers;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.sql.SqlFailure;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code PUT} and {@code GET /attachments/{link}}: the bytes of attachments, by the signed links that GraphQL gives. No token is asked for. What is given out
 * is saved and not shown, and could run nothing if it were: it came from somebody's telephone.
 */
@Path("/attachments")
public class AttachmentResource {

    private final Transfers transfers;

    AttachmentResource(Transfers transfers) {
        this.transfers = transfers;
    }

    @PUT
    @Path("/{link}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Response receive(
            @PathParam("link") String link,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) String encoding,
            InputStream body) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Problem(ErrorCode.UNSUPPORTED_MEDIA, "Send the bytes of the file as they are.");
        }
        StoredAttachment there = transfers.receive(link, bare(contentType), body);
        return Response.ok(Map.of(
                        "id",
                        NodeId.of(NodeKind.ATTACHMENT, there.id()),
                        "size",
                        there.size(),
                        "sha256",
                        there.sha256()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Optional<String> bare(String contentType) {
        return Optional.ofNullable(contentType)
                .map(type -> type.split(";", 2)[0].strip())
                .filter(type -> !type.isEmpty());
    }

    @GET
    @Path("/{link}")
    @Blocking
    public Response send(@PathParam("link") String link) {
        Transfers.Sent sent = transfers.send(link);
        return Response.ok(sent.bytes())
                .header(HttpHeaders.CONTENT_TYPE, sent.attachment().contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(sent.attachment().name()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** As RFC 6266 has it: a name of plain letters for old clients, and the true one. */
    private static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return HttpRefusals.answer(problem);
    }

    @ServerExceptionMapper({SqlFailure.class, IllegalStateException.class, IllegalArgumentException.class})
    Response failed(RuntimeException fault) {
        return HttpRefusals.fault(fault, "an attachment");
    }
}
