package io.huikuan.payment.api;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.Installments;
import io.huikuan.ledger.LedgerEntry;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.payment.Allocation;
import io.huikuan.payment.Payment;
import io.huikuan.payment.Payments;
import io.huikuan.payment.Reversal;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a payment leads to, and where payments are led to. */
@GraphQLApi
public class PaymentFieldsApi {

    private final Payments payments;
    private final CustomerReads customers;
    private final Receivables receivables;
    private final Installments installments;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    PaymentFieldsApi(
            Payments payments,
            CustomerReads customers,
            Receivables receivables,
            Installments installments,
            Users users,
            Loader loader,
            Selection selection) {
        this.payments = payments;
        this.customers = customers;
        this.receivables = receivables;
        this.installments = installments;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @NonNull
    @Description("Its payments, the newest first.")
    public CompletionStage<PaymentConnection> payments(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Customer.payments",
                        new Nested<>(customer.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, payments::pages))
                .thenApply(PaymentConnection::of);
    }

    @NonNull
    @Description("Who paid.")
    public CompletionStage<Customer> customer(@Source Payment payment) {
        return loader.load("Payment.customer", payment.customer(), customers::byIds);
    }

    @NonNull
    @Description("What the payment closed, in the order of dates; what was taken back is in it, with the date.")
    public CompletionStage<AllocationConnection> allocations(
            @Source Payment payment,
            @Description("How many to return, 1 to 100.") @DefaultValue("50") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Payment.allocations",
                        new Nested<>(NodeId.uuidOf(payment.id()), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, payments::allocationsOf))
                .thenApply(AllocationConnection::of);
    }

    @NonNull
    @Description("Who reversed it.")
    public CompletionStage<User> by(@Source Reversal reversal) {
        return loader.load("Reversal.by", reversal.user(), users::byIds);
    }

    @NonNull
    @Description("Which receivable it closed.")
    public CompletionStage<Receivable> receivable(@Source Allocation allocation) {
        return loader.load("Allocation.receivable", allocation.receivableId(), receivables::byIds);
    }

    @NonNull
    @Description("Which installment it closed, of the schedule that ruled when it was allocated.")
    public CompletionStage<Installment> installment(@Source Allocation allocation) {
        return loader.load("Allocation.installment", allocation.installmentId(), installments::byIds);
    }

    @Nullable
    @Description("The payment that was allocated, taken back or reversed; null for other entries.")
    public CompletionStage<Payment> payment(@Source LedgerEntry entry) {
        return entry.paymentId() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("LedgerEntry.payment", entry.paymentId(), payments::byIds);
    }
}
