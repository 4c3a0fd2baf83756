package io.huikuan.concession.api;

import io.huikuan.concession.Concession;
import io.huikuan.concession.ConcessionOffer;
import io.huikuan.concession.ConcessionStep;
import io.huikuan.concession.Concessions;
import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a concession leads to, and which a customer has. */
@GraphQLApi
public class ConcessionFieldsApi {

    private final Concessions concessions;
    private final CustomerReads customers;
    private final ContactPersons persons;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    ConcessionFieldsApi(
            Concessions concessions,
            CustomerReads customers,
            ContactPersons persons,
            Users users,
            Loader loader,
            Selection selection) {
        this.concessions = concessions;
        this.customers = customers;
        this.persons = persons;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @NonNull
    @Description("What it asked for in return for payment, the newest first.")
    public CompletionStage<ConcessionConnection> concessions(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Customer.concessions",
                        new Nested<>(customer.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, concessions::pages))
                .thenApply(ConcessionConnection::of);
    }

    @NonNull
    @Description("Who asked for it.")
    public CompletionStage<Customer> customer(@Source Concession concession) {
        return loader.load("Concession.customer", concession.customer(), customers::byIds);
    }

    @NonNull
    @Description("What was offered, the latest round first.")
    public CompletionStage<List<@NonNull ConcessionOffer>> offers(@Source Concession concession) {
        return loader.load("Concession.offers", concession.uuid(), concessions::offersOf)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @NonNull
    @Description("What was granted, step by step; empty while nothing was.")
    public CompletionStage<List<@NonNull ConcessionStep>> steps(@Source Concession concession) {
        return loader.load("Concession.steps", concession.uuid(), concessions::stepsOf)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @Nullable
    @Description("The customer's person who asked; null when nobody was named.")
    public CompletionStage<ContactPerson> askedBy(@Source Concession concession) {
        return found("Concession.askedBy", concession.asker(), persons::byIds);
    }

    @Nullable
    @Description("Who asked on the customer's behalf.")
    public CompletionStage<User> recordedBy(@Source Concession concession) {
        return found("Concession.recordedBy", concession.recorder(), users::byIds);
    }

    @Nullable
    @Description("Who granted, declined or withdrew it; null while nobody has.")
    public CompletionStage<User> decidedBy(@Source Concession concession) {
        return found("Concession.decidedBy", concession.decider(), users::byIds);
    }

    @Nullable
    @Description("Who made the offer.")
    public CompletionStage<User> offeredBy(@Source ConcessionOffer offer) {
        return found("ConcessionOffer.offeredBy", offer.offerer(), users::byIds);
    }

    @Nullable
    @Description("Who wrote down that it was given; null while nobody has.")
    public CompletionStage<User> fulfilledBy(@Source ConcessionStep step) {
        return found("ConcessionStep.fulfilledBy", step.fulfiller(), users::byIds);
    }

    private <T> CompletionStage<T> found(String name, UUID idOrNull, Function<Set<UUID>, Map<UUID, T>> read) {
        return idOrNull == null ? CompletableFuture.completedFuture(null) : loader.load(name, idOrNull, read);
    }
}
