package io.huikuan.platform.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
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
import java.util.Map;

/**
 * {@code POST /graphql}. It stands in front of the extension's own handler, which never gets a request: that one answers
 * malformed requests without a code, and refusals of the engine with an empty 500.
 */
@ApplicationScoped
class GraphqlRoute {

    static final String PATH = "/graphql";
    private static final String SCHEMA_PATH = "/graphql/schema.graphql";

    /** Behind authentication (200) and authorization (100), before every route. */
    private static final int BEHIND_SECURITY = 100;

    private static final String JSON = "application/json";
    private static final String GRAPHQL_JSON = "application/graphql-response+json";

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
            authenticated(route);
        } else {
            route.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            refuse(route, 405, new Problem(ErrorCode.BAD_REQUEST, "GraphQL is served to POST only."));
        }
    }

    private static boolean isWebSocket(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    private void authenticated(RoutingContext route) {
        QuarkusHttpUser.getSecurityIdentity(route, identities)
                .subscribe()
                .with(identity -> admitted(route, identity), route::fail);
    }

    private void admitted(RoutingContext route, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            route.fail(new UnauthorizedException());
        } else if (!isJson(route.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            refuse(route, 415, new Problem(ErrorCode.BAD_REQUEST, "The body must be sent as application/json."));
        } else {
            new BodyReader(config.maxBody().asLongValue())
                    .read(route.request(), body -> asked(route, identity, body), () -> tooLarge(route));
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

    private void asked(RoutingContext route, SecurityIdentity identity, Buffer body) {
        GraphqlRequest request;
        try {
            request = GraphqlRequest.read(body.toString(StandardCharsets.UTF_8));
        } catch (Problem malformed) {
            refuse(route, 400, malformed);
            return;
        }
        try {
            execute(route, identity, operations.admit(request, identity));
        } catch (Problem refused) {
            answer(
                    route,
                    requestErrorStatus(route),
                    Answers.of(refused, identity.getPrincipal().getName()));
        }
    }

    private void execute(RoutingContext route, SecurityIdentity identity, Asked asked) {
        if (asked.isSubscription()) {
            throw new Problem(ErrorCode.BAD_REQUEST, "Subscriptions are served over a WebSocket only.");
        }
        Context loop = route.vertx().getOrCreateContext();
        operations.execute(asked, identity, new Operations.Receiver() {
            @Override
            public void done(ExecutionResult result, Runnable end) {
                int status = result.isDataPresent() ? 200 : requestErrorStatus(route);
                send(status, answers.of(result, asked));
                end.run();
            }

            @Override
            public void broken(Throwable fault) {
                send(500, Answers.ofFault(fault, asked));
            }

            private void send(int status, Map<String, Object> answer) {
                Buffer body = written(answer);
                loop.runOnContext(unused -> answer(route, status, body));
            }
        });
    }

    /** As GraphQL over HTTP asks: the media type of GraphQL tells by the status whether there is data, plain JSON does not. */
    private static int requestErrorStatus(RoutingContext route) {
        return contentType(route).equals(GRAPHQL_JSON) ? 400 : 200;
    }

    private static String contentType(RoutingContext route) {
        String accept = route.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(GRAPHQL_JSON) ? GRAPHQL_JSON : JSON;
    }

    private void refuse(RoutingContext route, int status, Problem problem) {
        answer(route, status, Answers.of(problem, who(route)));
    }

    private static String who(RoutingContext route) {
        return route.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getPrincipal().getName()
                : "nobody known";
    }

    private void answer(RoutingContext route, int status, Map<String, Object> answer) {
        answer(route, status, written(answer));
    }

    private static void answer(RoutingContext route, int status, Buffer body) {
        if (!route.response().ended() && !route.response().closed()) {
            route.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, contentType(route))
                    .end(body);
        }
    }

    private Buffer written(Map<String, Object> answer) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is no JSON", e);
        }
    }
}
