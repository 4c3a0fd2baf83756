package io.huikuan.customer.api;

import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The persons at customers. */
@GraphQLApi
public class ContactPersonApi {

    private final ContactPersons persons;
    private final CustomerReads customers;
    private final Users users;
    private final Loader loader;

    ContactPersonApi(ContactPersons persons, CustomerReads customers, Users users, Loader loader) {
        this.persons = persons;
        this.customers = customers;
        this.users = users;
        this.loader = loader;
    }

    @NonNull
    @Description("The persons at the customer by name; those erased, nameless, last.")
    public CompletionStage<List<@NonNull ContactPerson>> contactPersons(@Source Customer customer) {
        return loader.load("Customer.contactPersons", customer.uuid(), persons::byCustomers);
    }

    @NonNull
    @Description("The customer at which the person is.")
    public CompletionStage<Customer> customer(@Source ContactPerson person) {
        return loader.load("ContactPerson.customer", person.customerId(), customers::byIds);
    }

    @Description("To whom at the customer the person reports; null: to nobody that is known.")
    public CompletionStage<ContactPerson> reportsTo(@Source ContactPerson person) {
        return person.reportsToId() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("ContactPerson.reportsTo", person.reportsToId(), persons::byIds);
    }

    @Description("Who of ours keeps the relationship; null: nobody in particular.")
    public CompletionStage<User> relationshipOwner(@Source ContactPerson person) {
        return person.relationshipOwnerId() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("ContactPerson.relationshipOwner", person.relationshipOwnerId(), users::byIds);
    }

    @Mutation
    @Description("Enters a contact person, or replaces all fields of one.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContactPersonPayload saveContactPerson(@NonNull @Description("The person.") SaveContactPersonInput input) {
        return ContactPersonPayload.of(persons.save(input.wish()));
    }

    @Mutation
    @Description("Blanks name, telephone number and e-mail address of a contact person everywhere; records stay.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContactPersonPayload eraseContactPerson(
            @NonNull @Description("The person, and why.") EraseContactPersonInput input) {
        return ContactPersonPayload.of(persons.erase(input.wish()));
    }
}
