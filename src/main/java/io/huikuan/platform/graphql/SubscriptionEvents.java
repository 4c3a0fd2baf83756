package io.huikuan.platform.graphql;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.Executor;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;
import org.reactivestreams.Publisher;

/**
 * Takes every event of a subscription off the thread that raised it. What the event's fields need is done in the subscription's own
 * request context, as its subscriber; whoever raised the event, perhaps on behalf of the tenant itself and within a transaction, is
 * neither held up nor overheard.
 */
final class SubscriptionEvents {

    /** Under this name the engine's context carries the request context of the operation. */
    private static final String REQUEST = "state";

    private static final int EVENTS_AHEAD = 16;

    private SubscriptionEvents() {}

    /** The fetcher of a subscription's stream, its events taken off. */
    static DataFetcher<?> of(DataFetcher<?> stream) {
        return environment ->
                apart(stream.get(environment), environment.getGraphQlContext().get(REQUEST));
    }

    private static Object apart(Object fetched, ContextState request) {
        if (!(fetched instanceof Publisher<?> publisher)) {
            return fetched;
        }
        Multi<?> events = Multi.createFrom()
                .publisher(AdaptersToFlow.publisher(publisher))
                .onItem()
                .invoke(SubscriptionEvents::requireNoRefusal);
        return AdaptersToReactiveStreams.publisher(events.emitOn(within(request), EVENTS_AHEAD));
    }

    /**
     * The extension makes an event without data of the refusal of a role. Where the field cannot be null, the engine takes that for a fault; so the stream ends with the
     * refusal instead.
     */
    private static void requireNoRefusal(Object event) {
        if (event instanceof DataFetcherResult<?> result) {
            for (GraphQLError error : result.getErrors()) {
                if (Answers.isRefusalOfRole(error)) {
                    throw new ForbiddenException();
                }
            }
        }
    }

    private static Executor within(ContextState request) {
        return work -> Infrastructure.getDefaultWorkerPool().execute(() -> {
            ManagedContext requests = Arc.container().requestContext();
            requests.activate(request);
            try {
                work.run();
            } finally {
                requests.deactivate();
            }
        });
    }
}
