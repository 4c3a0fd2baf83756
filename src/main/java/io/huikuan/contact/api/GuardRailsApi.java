package io.huikuan.contact.api;

import io.huikuan.contact.ChangeContactPolicy;
import io.huikuan.contact.ContactAdvice;
import io.huikuan.contact.ContactAdvisor;
import io.huikuan.contact.ContactChannel;
import io.huikuan.contact.ContactConduct;
import io.huikuan.contact.ContactExceptionFilter;
import io.huikuan.contact.ContactExceptions;
import io.huikuan.contact.ContactPolicies;
import io.huikuan.contact.ContactPolicy;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** When and how often customers may be contacted, and who kept to it. */
@GraphQLApi
public class GuardRailsApi {

    private final ContactPolicies policies;
    private final ContactAdvisor advisor;
    private final ContactExceptions exceptions;
    private final Users users;
    private final Loader loader;
    private final Selection selection;

    GuardRailsApi(
            ContactPolicies policies,
            ContactAdvisor advisor,
            ContactExceptions exceptions,
            Users users,
            Loader loader,
            Selection selection) {
        this.policies = policies;
        this.advisor = advisor;
        this.exceptions = exceptions;
        this.users = users;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @Description("When and how often customers may be contacted.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContactPolicy contactPolicy() {
        return policies.policy();
    }

    @Mutation
    @Description(
            "Changes when and how often customers may be contacted, above the floors that hold for everybody; the audit log tells the old and the new.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.ADMIN)
    public ContactPolicyPayload updateContactPolicy(
            @NonNull @Description("What to change.") ChangeContactPolicy input) {
        return ContactPolicyPayload.of(policies.change(input));
    }

    @Query
    @Description(
            "Whether a customer may be contacted now, and when next; null when there is no such customer or person, or none of yours.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ContactAdvice contactAdvice(
            @NonNull @Id @Description("Which customer.") String customerId,
            @Nullable @Id @Description("Whom there; null: nobody in particular.") String contactPersonId,
            @NonNull @Description("By which way.") ContactChannel channel) {
        return advisor.about(customerId, contactPersonId, channel).orElse(null);
    }

    @Query
    @NonNull
    @Description(
            "Contacts that we made outside of the guard rails, with customers that you see, the newest first; each tells who made it and why.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
    public ContactRecordConnection contactExceptions(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") ContactExceptionFilter filter) {
        return ContactRecordConnection.of(exceptions.page(
                filter == null ? ContactExceptionFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Query
    @NonNull
    @Description(
            "How each of the tenant's people kept to the guard rails of contacts with customers that you see, over some days, by their names.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
    public ContactConductConnection contactConduct(
            @Nullable @Description("The first day; null: 29 days before the last.") LocalDate from,
            @Nullable @Description("The last day; null: the business date.") LocalDate to,
            @Description("How many to return, 1 to 100.") @DefaultValue("50") int first,
            @Nullable @Description("The endCursor of the page before.") String after) {
        return ContactConductConnection.of(exceptions.conduct(from, to, new Paging(first, after, selection.counted())));
    }

    @NonNull
    @Description("Who it is.")
    public CompletionStage<User> user(@Source ContactConduct conduct) {
        return loader.load("ContactConduct.user", conduct.recorder(), users::byIds);
    }
}
