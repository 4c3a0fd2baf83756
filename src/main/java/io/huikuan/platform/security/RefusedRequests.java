package io.huikuan.platform.security;

import io.huikuan.platform.security.Refusals.Refusal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refused requests in their one form, and puts one line into the log for each. */
@Singleton
class RefusedRequests {

    private static final Logger LOG = Logger.getLogger(RefusedRequests.class);
    private static final String JSON = "application/json";
    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";
    private static final String CHALLENGE = "Bearer";

    private final Door door;

    RefusedRequests(Door door) {
        this.door = door;
    }

    void install(@Observes Router router) {
        router.route().failureHandler(this::answer);
    }

    @ServerExceptionMapper({UnauthorizedException.class, ForbiddenException.class, AuthenticationFailedException.class})
    Response answer(SecurityException failure, RoutingContext request) {
        Refusal refusal = Refusals.of(failure).orElseThrow();
        log(request, failure, refusal);
        Response.ResponseBuilder answer = Response.status(refusal.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(refusal.json());
        return refusal.status() == 401
                ? answer.header(WWW_AUTHENTICATE, CHALLENGE).build()
                : answer.build();
    }

    private void answer(RoutingContext request) {
        var refusal = Refusals.of(request.failure());
        HttpServerResponse response = request.response();
        if (refusal.isEmpty() || response.ended()) {
            request.next();
            return;
        }
        log(request, request.failure(), refusal.get());
        if (refusal.get().status() == 401) {
            response.putHeader(WWW_AUTHENTICATE, CHALLENGE);
        }
        response.setStatusCode(refusal.get().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .end(refusal.get().json());
    }

    private void log(RoutingContext request, Throwable failure, Refusal refusal) {
        door.refused(request, failure, refusal);
        LOG.infof(
                "Refused %s %s: %s %s",
                request.request().method(), request.normalizedPath(), refusal.code(), refusal.message());
    }
}
