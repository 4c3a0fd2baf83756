package io.huikuan.promise.api;

import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.plan.PaymentPlan;
import io.huikuan.plan.PaymentPlans;
import io.huikuan.promise.PromiseToPay;
import io.huikuan.promise.Promises;
import io.huikuan.promise.RepPromiseRate;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a promise leads to. */
@GraphQLApi
public class PromiseFieldsApi {

    private final Promises promises;
    private final Receivables receivables;
    private final PaymentPlans plans;
    private final CustomerReads customers;
    private final ContactPersons persons;
    private final Users users;
    private final Loader loader;

    PromiseFieldsApi(
            Promises promises,
            Receivables receivables,
            PaymentPlans plans,
            CustomerReads customers,
            ContactPersons persons,
            Users users,
            Loader loader) {
        this.promises = promises;
        this.receivables = receivables;
        this.plans = plans;
        this.customers = customers;
        this.persons = persons;
        this.users = users;
        this.loader = loader;
    }

    @NonNull
    @Description("Who promised.")
    public CompletionStage<Customer> customer(@Source PromiseToPay promise) {
        return loader.load("PromiseToPay.customer", promise.customer(), customers::byIds);
    }

    @NonNull
    @Description("What it covers, the oldest due first; of a plan, what was open of it when it was promised.")
    public CompletionStage<List<@NonNull Receivable>> receivables(@Source PromiseToPay promise) {
        return loader.load("PromiseToPay.receivables", promise.uuid(), this::covered)
                .thenApply(found -> found == null ? List.of() : found);
    }

    private Map<UUID, List<Receivable>> covered(Set<UUID> ids) {
        Map<UUID, List<UUID>> covered = promises.receivablesOf(ids);
        Map<UUID, Receivable> found = receivables.byIds(
                covered.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Map<UUID, List<Receivable>> byPromise = new HashMap<>();
        covered.forEach((promise, its) -> byPromise.put(
                promise, its.stream().map(found::get).filter(Objects::nonNull).toList()));
        return byPromise;
    }

    @Nullable
    @Description("The plan that was promised; null when receivables were named.")
    public CompletionStage<PaymentPlan> paymentPlan(@Source PromiseToPay promise) {
        return found("PromiseToPay.paymentPlan", promise.planId(), plans::byIds);
    }

    @Nullable
    @Description("The customer's person who gave his word; null when nobody was named.")
    public CompletionStage<ContactPerson> promisedBy(@Source PromiseToPay promise) {
        return found("PromiseToPay.promisedBy", promise.promiser(), persons::byIds);
    }

    @Nullable
    @Description("Who recorded it: one of the tenant's people, or of the customer's in the portal.")
    public CompletionStage<User> recordedBy(@Source PromiseToPay promise) {
        return found("PromiseToPay.recordedBy", promise.recorder(), users::byIds);
    }

    @Nullable
    @Description("Who agreed it for the tenant, and is told when less is paid; null while nobody has confirmed it.")
    public CompletionStage<User> agreedBy(@Source PromiseToPay promise) {
        return found("PromiseToPay.agreedBy", promise.agreer(), users::byIds);
    }

    @Nullable
    @Description("Who cancelled it; null when nobody did.")
    public CompletionStage<User> cancelledBy(@Source PromiseToPay promise) {
        return found("PromiseToPay.cancelledBy", promise.canceller(), users::byIds);
    }

    @Nullable
    @Description("Who agreed these promises.")
    public CompletionStage<User> agreedBy(@Source RepPromiseRate rate) {
        return found("RepPromiseRate.agreedBy", rate.agreer(), users::byIds);
    }

    private <T> CompletionStage<T> found(String name, UUID idOrNull, Function<Set<UUID>, Map<UUID, T>> read) {
        return idOrNull == null ? CompletableFuture.completedFuture(null) : loader.load(name, idOrNull, read);
    }
}
