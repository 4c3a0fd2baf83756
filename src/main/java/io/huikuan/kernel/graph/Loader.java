package io.huikuan.kernel.graph;

import graphql.language.OperationDefinition.Operation;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.MappedBatchLoader;

/**
 * Fetches a nested field for all its parents at once. A {@code @Source} method of one parent hands in its key and returns what
 * comes back; when every parent of that level of the request has done so, the batch function is called once, on a thread that
 * may block, as the same actor. Fields that have arguments put them into the key, {@code record(id, arguments)}, so that two
 * aliases with different arguments each get their own.
 *
 * <pre>{@code
 * public CompletionStage<PaymentPage> payments(@Source Customer customer, int first, String after) {
 *     return loader.load("Customer.payments", new PaymentsOf(customer.id(), first, after), payments::ofCustomers);
 * }
 * }</pre>
 *
 * A query remembers what it loaded; a mutation and a subscription do not, since the next mutation of the request, or the time until
 * the next event, may have changed it.
 *
 * <p>A load must not wait for another one ({@code load(…).thenCompose(x -> loader.load(…))} never answers): what belongs together
 * is one batch function.
 */
@ApplicationScoped
public class Loader {

    private final Reading reading;

    Loader(Reading reading) {
        this.reading = reading;
    }

    /**
     * The value of the key, from one call of the batch function for all keys of that name.
     *
     * @param name names the batch within the request, {@code Type.field} by custom; one name always has the same batch function
     * @param key equal keys share one value
     * @param batch from the distinct keys to their values; a key that it leaves out has null
     */
    public <K, V> CompletionStage<V> load(String name, K key, Function<Set<K>, Map<K, V>> batch) {
        DataFetchingEnvironment field = FieldAtWork.now();
        boolean remembers = field.getOperationDefinition().getOperation() == Operation.QUERY;
        Batches batches = (Batches) field.getDataLoaderRegistry();
        DataLoader<K, V> loader = batches.computeIfAbsent(name, unused -> loaderOf(batches, batch, remembers));
        return loader.load(key);
    }

    private <K, V> DataLoader<K, V> loaderOf(Batches batches, Function<Set<K>, Map<K, V>> batch, boolean remembers) {
        ContextState request = Arc.container().requestContext().getState();
        MappedBatchLoader<K, V> loader = keys -> {
            CompletableFuture<Map<K, V>> values = new CompletableFuture<>();
            // What waits for the values goes on as they come, within the context too: the next level of a
            // subscription's event does.
            batches.begin(() ->
                    within(request, () -> values.completeAsync(() -> fetched(keys, batch, remembers), Runnable::run)));
            return values;
        };
        return DataLoaderFactory.newMappedDataLoader(
                loader,
                DataLoaderOptions.newOptions().setCachingEnabled(remembers).build());
    }

    private <K, V> Map<K, V> fetched(Set<K> keys, Function<Set<K>, Map<K, V>> batch, boolean query) {
        if (!query) {
            return batch.apply(keys);
        }
        try {
            return reading.during(() -> batch.apply(keys));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /** Does the work in the request's own context: identity and everything else that is bound to the request is the same object. */
    private static <T> T within(ContextState request, Supplier<T> work) {
        ManagedContext requests = Arc.container().requestContext();
        ContextState before = requests.getStateIfActive();
        requests.activate(request);
        try {
            return work.get();
        } finally {
            if (before == null) {
                requests.deactivate();
            } else {
                requests.activate(before);
            }
        }
    }
}
