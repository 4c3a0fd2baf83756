package io.huikuan.ledger.api;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.LedgerEntry;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What leads on from a receivable, an installment or an entry. */
@GraphQLApi
public class ReceivableFieldsApi {

    private final Receivables receivables;
    private final CustomerReads customers;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    ReceivableFieldsApi(
            Receivables receivables, CustomerReads customers, Users users, Loader loader, Selection selection) {
        this.receivables = receivables;
        this.customers = customers;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @NonNull
    @Description("Who owes.")
    public CompletionStage<Customer> customer(@Source Receivable receivable) {
        return loader.load("Receivable.customer", receivable.customer(), customers::byIds);
    }

    @NonNull
    @Description("The schedule of its own terms, in the order of the due dates; none for a credit note.")
    public CompletionStage<List<@NonNull Installment>> installments(@Source Receivable receivable) {
        return loader.load("Receivable.installments", NodeId.uuidOf(receivable.id()), receivables::installmentsOf)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @NonNull
    @Description("All that happened to its balance, oldest first.")
    public CompletionStage<LedgerEntryConnection> history(
            @Source Receivable receivable,
            @Description("How many to return, 1 to 100.") @DefaultValue("50") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Receivable.history",
                        new Nested<>(NodeId.uuidOf(receivable.id()), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, receivables::historyOf))
                .thenApply(LedgerEntryConnection::of);
    }

    @Nullable
    @Description("Who recorded it; null for what the service did by itself.")
    public CompletionStage<User> by(@Source LedgerEntry entry) {
        return entry.user() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("LedgerEntry.by", entry.user(), users::byIds);
    }

    @Nullable
    @Description("The credit note by which the balance was reduced; null for all other entries.")
    public CompletionStage<Receivable> creditNote(@Source LedgerEntry entry) {
        return entry.creditNoteId() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("LedgerEntry.creditNote", entry.creditNoteId(), receivables::byIds);
    }

    @Nullable
    @Description("The receivable whose own terms it belongs to; null for one of a payment plan.")
    public CompletionStage<Receivable> receivable(@Source Installment installment) {
        return installment.receivable() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("Installment.receivable", installment.receivable(), receivables::byIds);
    }

    @NonNull
    @Description("How much of it payments have paid; what credit notes and write-offs closed is not in it.")
    public CompletionStage<Money> paid(@Source Installment installment) {
        return loader.load("Installment.paid", NodeId.uuidOf(installment.id()), receivables::paidOf)
                .thenApply(paid -> Money.of(
                        paid == null ? BigDecimal.ZERO : paid,
                        installment.amount().currency()));
    }
}
