package io.huikuan.plan.api;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Installment;
import io.huikuan.ledger.Installments;
import io.huikuan.ledger.Receivable;
import io.huikuan.plan.PaymentPlan;
import io.huikuan.plan.PaymentPlans;
import io.huikuan.plan.PlanStatus;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What a plan leads to, and where plans are led to. */
@GraphQLApi
public class PaymentPlanFieldsApi {

    private final PaymentPlans plans;
    private final Installments installments;
    private final CustomerReads customers;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    PaymentPlanFieldsApi(
            PaymentPlans plans,
            Installments installments,
            CustomerReads customers,
            Users users,
            Loader loader,
            Selection selection) {
        this.plans = plans;
        this.installments = installments;
        this.customers = customers;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    private record Wanted(Set<PlanStatus> statuses, Paging paging) {}

    @NonNull
    @Description("Its payment plans, the newest first.")
    public CompletionStage<PaymentPlanConnection> paymentPlans(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Those in one of these statuses; null or empty: all.")
                    List<@NonNull PlanStatus> status) {
        Wanted wanted = new Wanted(
                status == null ? Set.of() : Set.copyOf(status), new Paging(first, after, selection.counted()));
        return loader.load(
                        "Customer.paymentPlans",
                        new Nested<>(customer.uuid(), wanted),
                        keys -> Nested.read(keys, (ids, one) -> plans.pages(ids, one.statuses(), one.paging())))
                .thenApply(PaymentPlanConnection::of);
    }

    @Nullable
    @Description("The plan that rules it today in the place of its own terms; null when those rule.")
    public CompletionStage<PaymentPlan> paymentPlan(@Source Receivable receivable) {
        return loader.load("Receivable.paymentPlan", NodeId.uuidOf(receivable.id()), plans::rulingOver);
    }

    @Nullable
    @Description("The plan that it is a part of; null for one of a receivable's own terms.")
    public CompletionStage<PaymentPlan> paymentPlan(@Source Installment installment) {
        return installment.plan() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("Installment.paymentPlan", installment.plan(), plans::byIds);
    }

    @NonNull
    @Description("Who owes.")
    public CompletionStage<Customer> customer(@Source PaymentPlan plan) {
        return loader.load("PaymentPlan.customer", plan.customerId(), customers::byIds);
    }

    @NonNull
    @Description(
            "The installments of its schedule in force, in the order of their due dates; after an acceleration the one that is left.")
    public CompletionStage<List<@NonNull Installment>> installments(@Source PaymentPlan plan) {
        return loader.load("PaymentPlan.installments", NodeId.uuidOf(plan.id()), installments::ofPlans)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @NonNull
    @Description("What payments paid through it, without what was reversed; credit notes and write-offs are not in it.")
    public CompletionStage<Decimal> paid(@Source PaymentPlan plan) {
        return loader.load("PaymentPlan.paid", NodeId.uuidOf(plan.id()), plans::paidOf)
                .thenApply(paid -> Money.of(paid == null ? BigDecimal.ZERO : paid, plan.currency())
                        .amount());
    }

    @NonNull
    @Description("The receivables that it was made for, the oldest due first.")
    public CompletionStage<List<@NonNull Receivable>> receivables(@Source PaymentPlan plan) {
        return loader.load("PaymentPlan.receivables", NodeId.uuidOf(plan.id()), plans::receivablesOf)
                .thenApply(found -> found == null ? List.of() : found);
    }

    @Nullable
    @Description("Who proposed it; null when no person did.")
    public CompletionStage<User> proposedBy(@Source PaymentPlan plan) {
        return user("PaymentPlan.proposedBy", plan.proposerId());
    }

    @Nullable
    @Description("Who approved, rejected or withdrew it; null before, and when the tenant's rule approved it.")
    public CompletionStage<User> decidedBy(@Source PaymentPlan plan) {
        return user("PaymentPlan.decidedBy", plan.deciderId());
    }

    private CompletionStage<User> user(String name, UUID id) {
        return id == null ? CompletableFuture.completedStage(null) : loader.load(name, id, users::byIds);
    }
}
