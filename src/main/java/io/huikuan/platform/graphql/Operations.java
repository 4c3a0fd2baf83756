package io.huikuan.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.SubscriptionExecutionStrategy;
import io.huikuan.kernel.error.Problem;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Does GraphQL operations, whichever way they came: each in a request context of its own, on behalf of one identity. */
@ApplicationScoped
public class Operations {

    private final Engine engine;
    private final ExecutionService subscriptions;
    private final Gate gate;
    private final CurrentIdentityAssociation identities;

    Operations(Engine engine, ExecutionService subscriptions, Gate gate, CurrentIdentityAssociation identities) {
        this.engine = engine;
        this.subscriptions = subscriptions;
        this.gate = gate;
        this.identities = identities;
    }

    /**
     * Checks whether the request may be done at all.
     *
     * @throws Problem when it may not
     */
    public Asked admit(GraphqlRequest request, SecurityIdentity identity) {
        return new Asked(request, gate.admit(request), identity.getPrincipal().getName());
    }

    /**
     * Does the operation. What comes of it is handed on, together with what must be run when nothing of it is needed any
     * more: at once for a query or mutation, at the end of the stream for a subscription.
     */
    public void execute(Asked asked, SecurityIdentity identity, Receiver receiver) {
        ManagedContext requests = Arc.container().requestContext();
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        requests.activate();
        ContextState request = requests.getState();
        try {
            identities.setIdentity(identity);
            Runnable end = () -> end(requests, request);
            if (asked.isSubscription()) {
                subscriptions.executeAsync(asked.request().json(), metadata(request), new Writer(receiver, end));
            } else {
                execute(asked, metadata(request), receiver, end);
            }
        } finally {
            requests.deactivate();
            SmallRyeContextManager.clearCurrentSmallRyeContext();
        }
    }

    private void execute(Asked asked, Map<String, Object> context, Receiver receiver, Runnable end) {
        engine.execute(asked.request(), context)
                .thenAccept(result -> receiver.done(result, end))
                .whenComplete((nothing, fault) -> {
                    if (fault != null) {
                        end.run();
                        receiver.broken(fault);
                    }
                });
    }

    /** What a query has read in is given back to the database, which an event loop must not wait for. */
    private static void end(ManagedContext requests, ContextState request) {
        if (Context.isOnEventLoopThread()) {
            Infrastructure.getDefaultWorkerPool().execute(() -> requests.destroy(request));
        } else {
            requests.destroy(request);
        }
    }

    private static Map<String, Object> metadata(ContextState request) {
        Map<String, Object> metadata = new ConcurrentHashMap<>();
        metadata.put("runBlocking", false);
        metadata.put("httpHeaders", Map.of());
        metadata.put("state", request);
        metadata.put("locale", Locale.ENGLISH);
        metadata.put(SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED, true);
        return metadata;
    }

    /** Takes what becomes of an operation. */
    public interface Receiver {

        /** It was done; {@code end} frees what it held. */
        void done(ExecutionResult result, Runnable end);

        /** The engine itself broke. */
        void broken(Throwable fault);
    }

    private record Writer(Receiver receiver, Runnable end) implements ExecutionResponseWriter {

        @Override
        public void write(ExecutionResponse response) {
            receiver.done(response.getExecutionResult(), end);
        }

        @Override
        public void fail(Throwable fault) {
            end.run();
            receiver.broken(fault);
        }
    }
}
