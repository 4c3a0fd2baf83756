package io.huikuan.promise.api;

import io.huikuan.customer.Customer;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.promise.PromiseRate;
import io.huikuan.promise.PromiseRates;
import io.huikuan.promise.PromiseStatus;
import io.huikuan.promise.PromiseToPay;
import io.huikuan.promise.Promises;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What was promised of customers and receivables. */
@GraphQLApi
public class PromisedThingsApi {

    private final Promises promises;
    private final PromiseRates rates;
    private final Loader loader;
    private final Selection selection;

    PromisedThingsApi(Promises promises, PromiseRates rates, Loader loader, Selection selection) {
        this.promises = promises;
        this.rates = rates;
        this.loader = loader;
        this.selection = selection;
    }

    private record Wanted(Set<PromiseStatus> statuses, Paging paging) {}

    @NonNull
    @Description("Its promises to pay, the newest first.")
    public CompletionStage<PromiseConnection> promises(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Those in one of these statuses; null or empty: all.")
                    List<@NonNull PromiseStatus> status) {
        Wanted wanted = new Wanted(
                status == null ? Set.of() : Set.copyOf(status), new Paging(first, after, selection.counted()));
        return loader.load(
                        "Customer.promises",
                        new Nested<>(customer.uuid(), wanted),
                        keys -> Nested.read(keys, (ids, one) -> promises.pages(ids, one.statuses(), one.paging())))
                .thenApply(PromiseConnection::of);
    }

    @NonNull
    @Description(
            "How it kept its promises whose window ended in the last 365 days, a row for each currency in which there are such.")
    public CompletionStage<List<@NonNull PromiseRate>> promiseRates(@Source Customer customer) {
        return loader.load("Customer.promiseRates", customer.uuid(), rates::ofCustomers)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @Nullable
    @Description("The promise for it that is open, or proposed by a partner; null when there is none.")
    public CompletionStage<PromiseToPay> promise(@Source Receivable receivable) {
        return loader.load("Receivable.promise", NodeId.uuidOf(receivable.id()), promises::liveOf);
    }

    @Nullable
    @Description("Through which day it is held from dunning because a promise for it is open; null when it is not.")
    public CompletionStage<LocalDate> dunningHeldThrough(@Source Receivable receivable) {
        return loader.load("Receivable.dunningHeldThrough", NodeId.uuidOf(receivable.id()), promises::heldThrough);
    }
}
