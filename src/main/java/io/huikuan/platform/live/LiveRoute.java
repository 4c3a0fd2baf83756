package io.huikuan.platform.live;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.platform.security.Door;
import io.huikuan.platform.security.Refusals.Refusal;
import io.huikuan.tenant.PersonRemoved;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Opens sockets at {@code /graphql}, as many as this node may have. */
@ApplicationScoped
class LiveRoute {

    private static final Logger LOG = Logger.getLogger(LiveRoute.class);
    private static final String PATH = "/graphql";
    private static final String PROTOCOL = "graphql-transport-ws";
    private static final int BEHIND_SECURITY = 100;

    private final LiveServices services;
    private final IdentityProviderManager identities;
    private final AtomicInteger count = new AtomicInteger();
    private final Set<LiveConnection> open = ConcurrentHashMap.newKeySet();

    LiveRoute(LiveServices services, IdentityProviderManager identities) {
        this.services = services;
        this.identities = identities;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEHIND_SECURITY);
    }

    /** Who may no longer sign in hears nothing more. */
    void end(@Observes PersonRemoved news) {
        open.forEach(connection -> connection.closeIfOf(news.user()));
    }

    void stop(@Observes ShutdownEvent event) {
        open.forEach(connection -> connection.close(Closing.GOING_AWAY));
    }

    private void handle(RoutingContext route) {
        if (!route.normalizedPath().equals(PATH) || !isWebSocket(route.request())) {
            route.next();
        } else if (!asksForProtocol(route.request())) {
            refuse(route, 400, ErrorCode.BAD_REQUEST, "The only WebSocket protocol here is " + PROTOCOL + ".");
        } else if (count.incrementAndGet() > services.config().maxConnections()) {
            count.decrementAndGet();
            refuse(route, 503, ErrorCode.TOO_MANY, "This node has as many sockets open as it may.");
        } else {
            identified(route);
        }
    }

    private static boolean isWebSocket(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    private static boolean asksForProtocol(HttpServerRequest request) {
        String asked = request.getHeader("Sec-WebSocket-Protocol");
        return asked != null
                && Arrays.stream(asked.split(",", -1)).map(String::strip).anyMatch(PROTOCOL::equals);
    }

    private static void refuse(RoutingContext route, int status, ErrorCode code, String message) {
        LOG.infof("Refused a socket: %s %s", code, message);
        route.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(new Refusal(status, code, message).json());
    }

    private void identified(RoutingContext route) {
        QuarkusHttpUser.getSecurityIdentity(route, identities)
                .subscribe()
                .with(identity -> upgrade(route, identity), failure -> {
                    count.decrementAndGet();
                    route.fail(failure);
                });
    }

    private void upgrade(RoutingContext route, SecurityIdentity identity) {
        route.request().toWebSocket().onComplete(upgraded -> {
            if (upgraded.succeeded()) {
                opened(route, upgraded.result(), identity);
            } else {
                count.decrementAndGet();
                LOG.infof("A socket was not opened: %s", upgraded.cause().getMessage());
            }
        });
    }

    private void opened(RoutingContext route, ServerWebSocket socket, SecurityIdentity identity) {
        Wire wire = new Wire(socket, (ConnectionBase) route.request().connection(), Door.from(route));
        LiveConnection connection = new LiveConnection(wire, route.vertx(), services, identity);
        open.add(connection);
        connection.open(() -> {
            open.remove(connection);
            count.decrementAndGet();
        });
    }
}
