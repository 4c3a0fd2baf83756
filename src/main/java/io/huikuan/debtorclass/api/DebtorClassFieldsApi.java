package io.huikuan.debtorclass.api;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.debtorclass.DebtorClassEntry;
import io.huikuan.debtorclass.DebtorClasses;
import io.huikuan.debtorclass.DebtorClassification;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What classes of debtor lead to, and what customers are classed as. */
@GraphQLApi
public class DebtorClassFieldsApi {

    private final DebtorClasses classes;
    private final CustomerReads customers;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    DebtorClassFieldsApi(
            DebtorClasses classes, CustomerReads customers, Users users, Loader loader, Selection selection) {
        this.classes = classes;
        this.customers = customers;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Nullable
    @Description("What kind of debtor it is, as a person confirmed it last; null when nobody has.")
    public CompletionStage<DebtorClass> debtorClass(@Source Customer customer) {
        return loader.load("Customer.debtorClass", customer.uuid(), classes::of);
    }

    @NonNull
    @Description("What kind of debtor it is: confirmed, suggested, and proposed by the evidence of today.")
    public CompletionStage<DebtorClassification> classification(@Source Customer customer) {
        return loader.load("Customer.classification", customer.uuid(), classes::classifications);
    }

    @NonNull
    @Description("The classes that were suggested and confirmed, the newest first.")
    public CompletionStage<DebtorClassEntryConnection> debtorClassHistory(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Customer.debtorClassHistory",
                        new Nested<>(customer.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, classes::histories))
                .thenApply(DebtorClassEntryConnection::of);
    }

    @NonNull
    @Description("Which customer.")
    public CompletionStage<Customer> customer(@Source DebtorClassification classification) {
        return loader.load("DebtorClassification.customer", classification.customer(), customers::byIds);
    }

    @Nullable
    @Description("Who confirmed the class; null when nobody did.")
    public CompletionStage<User> confirmedBy(@Source DebtorClassification classification) {
        return person("DebtorClassification.confirmedBy", classification.confirmer());
    }

    @Nullable
    @Description("Who suggests another one; null when nobody does.")
    public CompletionStage<User> suggestedBy(@Source DebtorClassification classification) {
        return person("DebtorClassification.suggestedBy", classification.suggester());
    }

    @Nullable
    @Description("Who suggested or confirmed it.")
    public CompletionStage<User> recordedBy(@Source DebtorClassEntry entry) {
        return person("DebtorClassEntry.recordedBy", entry.recorder());
    }

    private CompletionStage<User> person(String name, UUID idOrNull) {
        return idOrNull == null ? CompletableFuture.completedFuture(null) : loader.load(name, idOrNull, users::byIds);
    }
}
