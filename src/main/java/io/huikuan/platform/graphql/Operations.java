package io.huikuan.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.SubscriptionExecutionStrategy;
import io.huikuan.kernel.error.Problem;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Does GraphQL operations, whichever way they came: each in a request context of its own, on behalf of one identity. */
@ApplicationScoped
public class Operations {

    private final Engine engine;
    private final ExecutionService subscriptions;
    private final TrustedDocuments documents;
    private final Gate gate;
    private final CurrentIdentityAssociation identities;
    private final ExecutorService threads;

    Operations(
            Engine engine,
            ExecutionService subscriptions,
            TrustedDocuments documents,
            Gate gate,
            CurrentIdentityAssociation identities,
            @VirtualThreads ExecutorService threads) {
        this.threads = threads;
        this.engine = engine;
        this.subscriptions = subscriptions;
        this.documents = documents;
        this.gate = gate;
        this.identities = identities;
    }

    /**
     * Checks whether the request may be done at all.
     *
     * @throws Problem when it may not
     */
    public Asked admit(SentRequest sent, Caller caller) {
        GraphqlRequest request = documents.complete(sent);
        return new Asked(request, gate.admit(request), caller);
    }

    /**
     * Does the operation, a query or mutation on a thread that may block. What comes of it is handed on, together with what must be run when nothing
     * of it is needed any more, which for a subscription is the end of its stream.
     */
    public void execute(Asked asked, SecurityIdentity identity, Receiver receiver) {
        if (asked.isSubscription()) {
            subscribe(asked, identity, receiver);
        } else {
            threads.execute(() -> answer(asked, identity, receiver));
        }
    }

    private void answer(Asked asked, SecurityIdentity identity, Receiver receiver) {
        ExecutionResult result;
        try {
            result = within(identity, () -> engine.execute(asked.request()));
        } catch (RuntimeException | Error fault) {
            receiver.broken(fault);
            return;
        }
        receiver.done(result, () -> {});
    }

    private <T> T within(SecurityIdentity identity, Supplier<T> work) {
        ManagedContext requests = Arc.container().requestContext();
        requests.activate();
        try {
            identities.setIdentity(identity);
            return work.get();
        } finally {
            requests.terminate();
        }
    }

    private void subscribe(Asked asked, SecurityIdentity identity, Receiver receiver) {
        ManagedContext requests = Arc.container().requestContext();
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        requests.activate();
        ContextState request = requests.getState();
        try {
            identities.setIdentity(identity);
            subscriptions.executeAsync(
                    asked.request().json(), metadata(request), new Writer(receiver, () -> requests.destroy(request)));
        } finally {
            requests.deactivate();
            SmallRyeContextManager.clearCurrentSmallRyeContext();
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
