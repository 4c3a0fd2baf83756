package io.huikuan.ledger.api;

import io.huikuan.customer.Customer;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.Installments;
import io.huikuan.ledger.ReceivableFilter;
import io.huikuan.ledger.Receivables;
import io.smallrye.graphql.api.Nullable;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a customer owes, document by document. */
@GraphQLApi
public class CustomerReceivablesApi {

    private final Receivables receivables;
    private final Installments installments;
    private final Loader loader;
    private final Selection selection;

    CustomerReceivablesApi(Receivables receivables, Installments installments, Loader loader, Selection selection) {
        this.receivables = receivables;
        this.installments = installments;
        this.loader = loader;
        this.selection = selection;
    }

    private record Wanted(ReceivableFilter filter, Paging paging) {}

    @NonNull
    @Description("Its receivables, in the order of their due dates.")
    public CompletionStage<ReceivableConnection> receivables(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") ReceivableFilter filter) {
        Wanted wanted = new Wanted(
                filter == null ? ReceivableFilter.ALL : filter, new Paging(first, after, selection.counted()));
        return loader.load(
                        "Customer.receivables",
                        new Nested<>(customer.uuid(), wanted),
                        keys -> Nested.read(keys, (ids, one) -> receivables.pages(ids, one.filter(), one.paging())))
                .thenApply(ReceivableConnection::of);
    }

    @Nullable
    @Description("The oldest installment that is not paid, over all schedules that rule; null when nothing is open.")
    public CompletionStage<Installment> nextInstallment(@Source Customer customer) {
        return loader.load("Customer.nextInstallment", customer.uuid(), installments::nextOfCustomers);
    }
}
