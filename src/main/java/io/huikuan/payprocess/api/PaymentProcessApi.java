package io.huikuan.payprocess.api;

import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.Customer;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.payprocess.ClaimStep;
import io.huikuan.payprocess.MoveClaim;
import io.huikuan.payprocess.PaymentProcess;
import io.huikuan.payprocess.PaymentProcesses;
import io.huikuan.payprocess.PaymentStep;
import io.huikuan.payprocess.SavePaymentProcess;
import io.huikuan.payprocess.StuckClaimFilter;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The ways on which customers pay, and the steps where claims are stuck. */
@GraphQLApi
public class PaymentProcessApi {

    private final PaymentProcesses processes;
    private final Receivables receivables;
    private final ContactPersons persons;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    PaymentProcessApi(
            PaymentProcesses processes,
            Receivables receivables,
            ContactPersons persons,
            Users users,
            Loader loader,
            Selection selection) {
        this.processes = processes;
        this.receivables = receivables;
        this.persons = persons;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description(
            "Open claims of the customers that you see that are in a step for longer than usual, the longest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ClaimStepConnection stuckClaims(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") StuckClaimFilter filter) {
        return ClaimStepConnection.of(processes.stuck(
                filter == null ? null : filter.customerId(), new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Puts the way on which a customer pays in the place of the one before.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PaymentProcessPayload savePaymentProcess(@NonNull @Description("The way.") SavePaymentProcess input) {
        return PaymentProcessPayload.of(processes.save(input));
    }

    @Mutation
    @Description("Says in which step of the customer's way a claim is now.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ClaimStepPayload moveClaim(@NonNull @Description("Which claim, and where it is.") MoveClaim input) {
        return ClaimStepPayload.of(processes.move(input));
    }

    @NonNull
    @Description("The way on which it pays; without steps while nobody entered any.")
    public CompletionStage<PaymentProcess> paymentProcess(@Source Customer customer) {
        return loader.load("Customer.paymentProcess", customer.uuid(), processes::of);
    }

    @Nullable
    @Description("Where it is on the customer's way of paying; null when nobody said.")
    public CompletionStage<ClaimStep> claimStep(@Source Receivable receivable) {
        return loader.load("Receivable.claimStep", NodeId.uuidOf(receivable.id()), processes::now);
    }

    @NonNull
    @Description("Where it was on the customer's way of paying, the newest first.")
    public CompletionStage<ClaimStepConnection> claimSteps(
            @Source Receivable receivable,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Receivable.claimSteps",
                        new Nested<>(NodeId.uuidOf(receivable.id()), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, processes::histories))
                .thenApply(ClaimStepConnection::of);
    }

    @Nullable
    @Description("Who of the customer does it; null: nobody knows.")
    public CompletionStage<ContactPerson> person(@Source PaymentStep step) {
        return step.person() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("PaymentStep.person", step.person(), persons::byIds);
    }

    @NonNull
    @Description("Which claim.")
    public CompletionStage<Receivable> receivable(@Source ClaimStep claim) {
        return loader.load("ClaimStep.receivable", claim.receivable(), receivables::byIds);
    }

    @Nullable
    @Description("Who said so; null when no person did.")
    public CompletionStage<User> recordedBy(@Source ClaimStep claim) {
        return claim.recorder() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("ClaimStep.recordedBy", claim.recorder(), users::byIds);
    }
}
