package io.huikuan.concession.api;

import io.huikuan.concession.AskConcession;
import io.huikuan.concession.ConcessionDecisions;
import io.huikuan.concession.ConcessionFilter;
import io.huikuan.concession.ConcessionService;
import io.huikuan.concession.Concessions;
import io.huikuan.concession.EndConcession;
import io.huikuan.concession.FulfilConcessionStep;
import io.huikuan.concession.GrantConcession;
import io.huikuan.concession.OfferConcession;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What customers ask for in return for payment, for the reps who talk with them and those who decide. */
@GraphQLApi
public class ConcessionApi {

    private final Concessions concessions;
    private final ConcessionService service;
    private final ConcessionDecisions decisions;
    private final Selection selection;

    ConcessionApi(
            Concessions concessions, ConcessionService service, ConcessionDecisions decisions, Selection selection) {
        this.concessions = concessions;
        this.service = service;
        this.decisions = decisions;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Concessions to the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ConcessionConnection concessions(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") ConcessionFilter filter) {
        return ConcessionConnection.of(concessions.page(
                filter == null ? ConcessionFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Writes down what a customer asks for in return for payment.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ConcessionPayload askConcession(@NonNull @Description("What it asks for.") AskConcession input) {
        return ConcessionPayload.of(service.ask(input));
    }

    @Mutation
    @Description(
            "Offers something for payment, in the place of what was offered before; the customer's portal shows it, and it binds when it is granted.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ConcessionPayload offerConcession(@NonNull @Description("What is offered.") OfferConcession input) {
        return ConcessionPayload.of(service.offer(input));
    }

    @Mutation
    @Description(
            "Grants a concession, as it was offered or on other terms; money counts from now on. Not for whoever asked on the customer's behalf.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public ConcessionPayload grantConcession(@NonNull @Description("What is granted.") GrantConcession input) {
        return ConcessionPayload.of(decisions.grant(input));
    }

    @Mutation
    @Description("Declines a concession that is asked for or offered.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER})
    public ConcessionPayload declineConcession(@NonNull @Description("Which one, and why.") EndConcession input) {
        return ConcessionPayload.of(decisions.decline(input));
    }

    @Mutation
    @Description(
            "Withdraws a concession; a REP only one that is not granted yet. What was earned of it is still owed to the customer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ConcessionPayload withdrawConcession(@NonNull @Description("Which one, and why.") EndConcession input) {
        return ConcessionPayload.of(decisions.withdraw(input));
    }

    @Mutation
    @Description("Writes down that a step was given, which the customer's payment earned.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public ConcessionPayload fulfilConcessionStep(
            @NonNull @Description("Which step, and how.") FulfilConcessionStep input) {
        return ConcessionPayload.of(decisions.fulfil(input));
    }
}
