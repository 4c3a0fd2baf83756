package io.huikuan.contact.api;

import io.huikuan.contact.ContactRecord;
import io.huikuan.contact.ContactRecords;
import io.huikuan.customer.ContactPerson;
import io.huikuan.customer.ContactPersons;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Nested;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivable;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What was said between us and customers. */
@GraphQLApi
public class ContactApi {

    private final ContactRecords records;
    private final CustomerReads customers;
    private final ContactPersons persons;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    ContactApi(
            ContactRecords records,
            CustomerReads customers,
            ContactPersons persons,
            Users users,
            Loader loader,
            Selection selection) {
        this.records = records;
        this.customers = customers;
        this.persons = persons;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Mutation
    @Description("Enters a contact with a customer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContactRecordPayload logContact(@NonNull @Description("The contact.") LogContactInput input) {
        return ContactRecordPayload.of(records.log(input.wish()));
    }

    @NonNull
    @Description("What was said between us and the customer, the newest first.")
    public CompletionStage<ContactRecordConnection> contactHistory(
            @Source Customer customer,
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return loader.load(
                        "Customer.contactHistory",
                        new Nested<>(customer.uuid(), new Paging(first, after, selection.counted())),
                        keys -> Nested.read(keys, records::pages))
                .thenApply(ContactRecordConnection::of);
    }

    @Description("The last contact with the customer; null: there was none.")
    public CompletionStage<ContactRecord> lastContact(@Source Customer customer) {
        return loader.load("Customer.lastContact", customer.uuid(), records::last);
    }

    @NonNull
    @Description("With which customer.")
    public CompletionStage<Customer> customer(@Source ContactRecord contact) {
        return loader.load("ContactRecord.customer", contact.customerId(), customers::byIds);
    }

    @Description("With whom there; null: with nobody in particular.")
    public CompletionStage<ContactPerson> contactPerson(@Source ContactRecord contact) {
        return contact.contactPersonId() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("ContactRecord.contactPerson", contact.contactPersonId(), persons::byIds);
    }

    @NonNull
    @Description("Of which receivables was spoken, in the order of their due dates.")
    public CompletionStage<List<@NonNull Receivable>> receivables(@Source ContactRecord contact) {
        return loader.load("ContactRecord.receivables", contact.uuid(), records::receivablesOf);
    }

    @NonNull
    @Description("Who entered it.")
    public CompletionStage<User> recordedBy(@Source ContactRecord contact) {
        return loader.load("ContactRecord.recordedBy", contact.recordedById(), users::byIds);
    }
}
