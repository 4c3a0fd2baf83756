package io.huikuan.platform.security;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.HttpRefusals;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.identity.Secret;
import io.huikuan.kernel.sql.SqlFailure;
import io.huikuan.partner.Invitations;
import io.huikuan.partner.Invitations.Accepted;
import io.huikuan.partner.Invitations.Bearer;
import io.huikuan.tenant.EveryTenant;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * {@code POST /invitations/accept} with {@code {"secret": …, "token": …}}: whoever got the secret and has signed in at the identity provider becomes one of the customer's
 * people. The token comes in the body, since its bearer is nobody here yet and would be refused at the door. 401 when it is not valid, 403 when it is no partner's, 400 with
 * NOT_FOUND or INVALID_STATUS when the invitation cannot be accepted.
 */
@Path("/invitations/accept")
public class InvitationResource {

    private final JWTParser tokens;
    private final EveryTenant tenants;
    private final Invitations invitations;

    InvitationResource(JWTParser tokens, EveryTenant tenants, Invitations invitations) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.invitations = invitations;
    }

    /** What is sent. */
    public record Acceptance(String secret, String token) {

        /** Nothing: neither belongs in a log. */
        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Blocking
    public Response accept(Acceptance acceptance) {
        if (acceptance == null || acceptance.secret() == null || acceptance.token() == null) {
            throw new Problem(ErrorCode.BAD_REQUEST, "Send secret and token.");
        }
        TokenClaims claims = claims(acceptance.token());
        if (!claims.isPartner()) {
            throw new Problem(ErrorCode.FORBIDDEN, "Only a partner can accept an invitation.");
        }
        Bearer bearer = new Bearer(claims.subject(), claims.name(), claims.email());
        Outcome<Accepted> outcome = tenants.ask(
                        Uuids.tenant(claims.tenant()),
                        () -> Optional.of(invitations.accept(new Secret(acceptance.secret()), bearer)))
                .orElseThrow(() -> new Problem(ErrorCode.UNAUTHENTICATED, "The tenant of the token is unknown."));
        return outcome instanceof Outcome.Done<Accepted> done
                ? Response.ok(done.value(), MediaType.APPLICATION_JSON_TYPE).build()
                : HttpRefusals.answer(outcome.errors());
    }

    private TokenClaims claims(String token) {
        try {
            return TokenClaims.of(tokens.parse(token));
        } catch (ParseException e) {
            throw new Problem(ErrorCode.UNAUTHENTICATED, Refusals.reason(e));
        } catch (TokenRefused e) {
            throw new Problem(ErrorCode.UNAUTHENTICATED, e.getMessage());
        }
    }

    @ServerExceptionMapper
    Response refused(Problem problem) {
        return HttpRefusals.answer(problem);
    }

    @ServerExceptionMapper({SqlFailure.class, IllegalStateException.class, IllegalArgumentException.class})
    Response failed(RuntimeException fault) {
        return HttpRefusals.fault(fault, "an invitation");
    }
}
