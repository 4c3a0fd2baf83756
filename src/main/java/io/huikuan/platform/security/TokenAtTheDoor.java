package io.huikuan.platform.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The policy {@code token} of paths that nobody enters without one. The usual {@code authenticated} would answer without a body. */
@ApplicationScoped
class TokenAtTheDoor implements HttpSecurityPolicy {

    @Override
    public String name() {
        return "token";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext requestContext) {
        return identity.flatMap(bearer ->
                bearer.isAnonymous() ? Uni.createFrom().failure(new UnauthorizedException()) : CheckResult.permit());
    }
}
