package io.huikuan.contract.api;

import io.huikuan.contract.ChangeContractPolicy;
import io.huikuan.contract.Contract;
import io.huikuan.contract.ContractCheck;
import io.huikuan.contract.ContractFilter;
import io.huikuan.contract.ContractPolicy;
import io.huikuan.contract.ContractService;
import io.huikuan.contract.Contracts;
import io.huikuan.contract.PaymentClauseWish;
import io.huikuan.contract.RecordContract;
import io.huikuan.contract.UpdateContract;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
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

/** Contracts with customers, and the check before one is signed. */
@GraphQLApi
public class ContractApi {

    private final Contracts contracts;
    private final ContractService service;
    private final CustomerReads customers;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    ContractApi(
            Contracts contracts,
            ContractService service,
            CustomerReads customers,
            Users users,
            Loader loader,
            Selection selection) {
        this.contracts = contracts;
        this.service = service;
        this.customers = customers;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @Description("What is wrong with a payment clause before it is signed; nothing is kept.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContractCheck checkContract(@NonNull @Description("The clause.") PaymentClauseWish clause) {
        return contracts.check(clause);
    }

    @Query
    @NonNull
    @Description("Contracts with the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContractConnection contracts(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") ContractFilter filter) {
        return ContractConnection.of(contracts.page(
                filter == null ? ContractFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Query
    @Description("By what the costs of findings are reckoned.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContractPolicy contractPolicy() {
        return contracts.policy();
    }

    @Mutation
    @Description("Enters a contract with a customer; what is wrong with it is told and refuses nothing.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContractPayload recordContract(@NonNull @Description("The contract.") RecordContract input) {
        return ContractPayload.of(service.record(input));
    }

    @Mutation
    @Description("Puts what is agreed from now on in the place of what was; that stays as an earlier version.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContractPayload updateContract(@NonNull @Description("The contract.") UpdateContract input) {
        return ContractPayload.of(service.update(input));
    }

    @Mutation
    @Description("Changes by what the costs of findings are reckoned.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public ContractPolicyPayload updateContractPolicy(@NonNull @Description("The policy.") ChangeContractPolicy input) {
        return ContractPolicyPayload.of(service.change(input));
    }

    @NonNull
    @Description("With whom it is.")
    public CompletionStage<Customer> customer(@Source Contract contract) {
        return loader.load("Contract.customer", contract.customer(), customers::byIds);
    }

    @Nullable
    @Description("Who entered this version; null when no person did.")
    public CompletionStage<User> recordedBy(@Source Contract contract) {
        return contract.recorder() == null
                ? CompletableFuture.completedStage(null)
                : loader.load("Contract.recordedBy", contract.recorder(), users::byIds);
    }

    @NonNull
    @Description("All its versions, the newest first, each with what is wrong with it on the business date.")
    public CompletionStage<ContractConnection> versions(
            @Source Contract contract,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Contract.versions",
                        new Nested<>(contract.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, contracts::versions))
                .thenApply(ContractConnection::of);
    }
}
