package io.huikuan.platform.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.platform.security.Door;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * {@code POST /graphql}, and {@code GET /graphql} for queries whose document is known by its hash. It stands in front of the extension's own handler, which never gets a request: that one answers
 * malformed requests without a code, and refusals of the engine with an empty 500.
 */
@ApplicationScoped
class GraphqlRoute {

    static final String PATH = "/graphql";
    private static final String SCHEMA_PATH = "/graphql/schema.graphql";

    /** Behind authentication (200) and authorization (100), before every route. */
    private static final int BEHIND_SECURITY = 100;

    private static final String JSON = "application/json";

    private final Operations operations;
    private final Answers answers;
    private final ObjectMapper json;
    private final IdentityProviderManager identities;
    private final GraphqlConfig config;

    GraphqlRoute(
            Operations operations,
            Answers answers,
            ObjectMapper json,
            IdentityProviderManager identities,
            GraphqlConfig config) {
        this.operations = operations;
        this.answers = answers;
        this.json = json;
        this.identities = identities;
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEHIND_SECURITY);
    }

    private void handle(RoutingContext route) {
        if (route.normalizedPath().equals(SCHEMA_PATH) && !config.introspection()) {
            refuse(route, 404, new Problem(ErrorCode.NOT_AVAILABLE, "The schema cannot be read here."));
        } else if (!route.normalizedPath().equals(PATH) || isWebSocket(route.request())) {
            route.next();
        } else if (route.request().method().equals(HttpMethod.POST)) {
            authenticated(route, this::posted);
        } else if (isGet(route) && QueryString.names(route.queryParams())) {
            authenticated(route, this::got);
        } else {
            notServed(route, "GraphQL is served to POST, and to GET for a query that is named by its hash.");
        }
    }

    private static boolean isWebSocket(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    private static boolean isGet(RoutingContext route) {
        return route.request().method().equals(HttpMethod.GET);
    }

    private void notServed(RoutingContext route, String message) {
        route.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
        refuse(route, 405, new Problem(ErrorCode.BAD_REQUEST, message));
    }

    private void authenticated(RoutingContext route, BiConsumer<RoutingContext, SecurityIdentity> next) {
        QuarkusHttpUser.getSecurityIdentity(route, identities)
                .subscribe()
                .with(
                        identity -> {
                            if (identity.isAnonymous()) {
                                route.fail(new UnauthorizedException());
                            } else {
                                next.accept(route, identity);
                            }
                        },
                        route::fail);
    }

    private void got(RoutingContext route, SecurityIdentity identity) {
        asked(route, identity, () -> QueryString.read(route.queryParams()));
    }

    private void posted(RoutingContext route, SecurityIdentity identity) {
        if (isJson(route.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            new BodyReader(config.maxBody().asLongValue())
                    .read(
                            route.request(),
                            body -> asked(
                                    route, identity, () -> SentRequest.read(body.toString(StandardCharsets.UTF_8))),
                            () -> tooLarge(route));
        } else {
            refuse(route, 415, new Problem(ErrorCode.BAD_REQUEST, "The body must be sent as application/json."));
        }
    }

    private static boolean isJson(String contentType) {
        return contentType != null
                && contentType.toLowerCase(java.util.Locale.ROOT).startsWith(JSON);
    }

    private void tooLarge(RoutingContext route) {
        route.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(
                route,
                413,
                new Problem(
                        ErrorCode.TOO_LARGE,
                        "The body may have at most " + config.maxBody().asLongValue() + " bytes."));
    }

    private void asked(RoutingContext route, SecurityIdentity identity, Supplier<SentRequest> read) {
        SentRequest request;
        try {
            request = read.get();
        } catch (Problem malformed) {
            refuse(route, 400, malformed);
            return;
        }
        try {
            execute(route, identity, operations.admit(request, new Caller(identity, Door.from(route))));
        } catch (Problem refused) {
            refuse(route, new HttpAnswer(route, json).requestErrorStatus(), refused);
        }
    }

    private void execute(RoutingContext route, SecurityIdentity identity, Asked asked) {
        if (isGet(route) && !asked.isQuery()) {
            notServed(route, "Only queries are served to GET.");
            return;
        }
        if (asked.isSubscription()) {
            throw new Problem(ErrorCode.BAD_REQUEST, "Subscriptions are served over a WebSocket only.");
        }
        operations.execute(asked, identity, new Sending(route, asked));
    }

    /** Sends what became of an operation, from the request's own event loop. */
    private final class Sending implements Operations.Receiver {

        private final Context loop;
        private final HttpAnswer http;
        private final Asked asked;

        Sending(RoutingContext route, Asked asked) {
            this.loop = route.vertx().getOrCreateContext();
            this.http = new HttpAnswer(route, json);
            this.asked = asked;
        }

        @Override
        public void done(ExecutionResult result, Runnable end) {
            Buffer body = http.written(answers.of(result, asked));
            if (result.isDataPresent() && result.getErrors().isEmpty()) {
                loop.runOnContext(unused -> http.sendWhole(body));
            } else {
                send(result.isDataPresent() ? 200 : http.requestErrorStatus(), body);
            }
            end.run();
        }

        @Override
        public void broken(Throwable fault) {
            send(500, http.written(Answers.ofFault(fault, asked)));
        }

        private void send(int status, Buffer body) {
            loop.runOnContext(unused -> http.send(status, body));
        }
    }

    private void refuse(RoutingContext route, int status, Problem problem) {
        HttpAnswer http = new HttpAnswer(route, json);
        http.send(status, http.written(Answers.of(problem, who(route))));
    }

    private static String who(RoutingContext route) {
        return route.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getPrincipal().getName()
                : "nobody known";
    }
}
