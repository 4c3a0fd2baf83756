package io.huikuan.customer.api;

import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerOrder;
import io.huikuan.customer.CustomerReads;
import io.huikuan.customer.CustomerService;
import io.huikuan.customer.CustomerSorting;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Problem;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.money.Currencies;
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
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Customers: one, many, new and changed. */
@GraphQLApi
public class CustomerApi {

    private final CustomerReads customers;
    private final CustomerService service;
    private final Users users;
    private final Loader loader;
    private final Selection selection;
    private final CurrentActor actor;

    CustomerApi(
            CustomerReads customers,
            CustomerService service,
            Users users,
            Loader loader,
            Selection selection,
            CurrentActor actor) {
        this.customers = customers;
        this.service = service;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
        this.actor = actor;
    }

    @Query
    @Description("One customer, by exactly one of id and code; null when there is none, or none of yours.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public Customer customer(
            @Nullable @Id @Description("Its global id.") String id, @Nullable @Description("Its code.") String code) {
        if ((id == null) == (code == null)) {
            throw new Problem(ErrorCode.EXACTLY_ONE, "Give exactly one of id and code.");
        }
        return (id == null
                        ? customers.findByCode(code)
                        : NodeId.uuid(NodeKind.CUSTOMER, id).flatMap(customers::find))
                .orElse(null);
    }

    @Query
    @NonNull
    @Description("The customers that you see.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public CustomerConnection customers(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones are wanted; absent: all.") CustomerFilterInput filter,
            @Nullable @DefaultValue("NAME") @Description("In which order.") CustomerOrder orderBy,
            @Nullable @Description("The currency in which orders by money compare; absent: the tenant's base currency.")
                    String currency) {
        return CustomerConnection.of(customers.page(
                new Paging(first, after, selection.counted()),
                CustomerFilterInput.of(filter),
                new CustomerSorting(orderBy == null ? CustomerOrder.NAME : orderBy, known(currency))));
    }

    private String known(String currency) {
        if (currency == null) {
            return actor.get().baseCurrency();
        }
        if (!Currencies.exists(currency)) {
            throw new Problem(ErrorCode.UNKNOWN_CURRENCY, "There is no such currency.");
        }
        return currency;
    }

    @Description("The person of ours who looks after the customer; null: nobody.")
    public CompletionStage<User> owner(@Source Customer customer) {
        return customer.ownerId() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("Customer.owner", customer.ownerId(), users::byIds);
    }

    @Mutation
    @Description("Enters a customer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public CustomerPayload createCustomer(@NonNull @Description("The customer.") CreateCustomerInput input) {
        return CustomerPayload.of(service.create(input.wish()));
    }

    @Mutation
    @Description("Changes a customer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public CustomerPayload updateCustomer(@NonNull @Description("The change.") UpdateCustomerInput input) {
        return CustomerPayload.of(service.update(input.wish()));
    }
}
