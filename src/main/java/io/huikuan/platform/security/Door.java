package io.huikuan.platform.security;

import io.huikuan.audit.AuditKind;
import io.huikuan.audit.AuditTrail;
import io.huikuan.audit.Incident;
import io.huikuan.audit.Origin;
import io.huikuan.kernel.identity.Actor;
import io.huikuan.kernel.identity.CurrentActor;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Tells the audit log who comes in and who is turned away. A token counts as a sign-in when this node sees it for the first time since its start. */
@ApplicationScoped
public class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    /** Behind authentication (200), before authorization (100). */
    private static final int KNOWN = 150;

    private static final int MOST_REMEMBERED = 20_000;
    private static final Pattern PLAIN = Pattern.compile("/[a-z-]{1,20}");

    private final AuditTrail trail;
    private final IdentityProviderManager identities;
    private final Clock clock;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    Door(AuditTrail trail, IdentityProviderManager identities, Clock clock) {
        this.trail = trail;
        this.identities = identities;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, KNOWN);
    }

    private void look(RoutingContext route) {
        QuarkusHttpUser.getSecurityIdentity(route, identities)
                .subscribe()
                .with(
                        identity -> came(identity, where(route), from(route)),
                        failure -> LOG.debugf("Refused before: %s", Refusals.reason(failure)));
        route.next();
    }

    /** Where the request came from, by what the configured proxies say. */
    public static Origin from(RoutingContext route) {
        HttpServerRequest request = route.request();
        SocketAddress address = request.remoteAddress();
        return new Origin(address == null ? "" : address.hostAddress(), request.getHeader(HttpHeaders.USER_AGENT));
    }

    /** What was asked for: no more of the path than its first part, which is a word of ours or nothing. */
    private static String where(RoutingContext route) {
        String path = route.normalizedPath();
        int next = path.indexOf('/', 1);
        String first = next < 0 ? path : path.substring(0, next);
        return route.request().method() + " " + (PLAIN.matcher(first).matches() ? first : "elsewhere");
    }

    /** A person came with a token. */
    public void came(SecurityIdentity identity, String where, Origin from) {
        if (identity.getPrincipal() instanceof JsonWebToken token && isNew(token)) {
            note(AuditKind.SIGNED_IN, identity, where, from);
        }
    }

    private boolean isNew(JsonWebToken token) {
        if (seen.containsKey(token.getRawToken())) {
            return false;
        }
        if (seen.size() >= MOST_REMEMBERED) {
            long now = clock.instant().getEpochSecond();
            seen.values().removeIf(end -> end < now);
        }
        if (seen.size() >= MOST_REMEMBERED) {
            seen.clear();
        }
        return seen.putIfAbsent(token.getRawToken(), token.getExpirationTime()) == null;
    }

    /** A known person asked for what he may not have. */
    public void refused(SecurityIdentity identity, String what, Origin from) {
        note(AuditKind.ACCESS_REFUSED, identity, what, from);
    }

    private void note(AuditKind kind, SecurityIdentity identity, String what, Origin from) {
        Optional<Actor> actor = Optional.ofNullable(identity.getAttribute(CurrentActor.ATTRIBUTE));
        trail.note(new Incident(kind, actor, identity.getPrincipal().getName(), what, from));
    }

    /** A token was refused. */
    public void turnedAway(Throwable failure, String where, Origin from) {
        Optional<TokenRefused> refused = refused(failure);
        trail.note(new Incident(
                AuditKind.SIGN_IN_REFUSED,
                refused.flatMap(TokenRefused::tenant),
                refused.map(TokenRefused::subject).orElse(""),
                where + ": " + Refusals.reason(failure),
                from));
    }

    private static Optional<TokenRefused> refused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TokenRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** A request was refused before anything was done for it. */
    void refused(RoutingContext route, Throwable failure, Refusals.Refusal refusal) {
        if (refusal.status() == 401 && route.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            turnedAway(failure, where(route), from(route));
        } else if (route.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous()) {
            refused(user.getSecurityIdentity(), where(route) + ": " + refusal.code(), from(route));
        } else {
            trail.note(new Incident(
                    AuditKind.ACCESS_REFUSED, Optional.empty(), "", where(route) + ": " + refusal.code(), from(route)));
        }
    }
}
