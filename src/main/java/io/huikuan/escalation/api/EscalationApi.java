package io.huikuan.escalation.api;

import io.huikuan.escalation.ChangeEscalationParticipants;
import io.huikuan.escalation.CloseEscalation;
import io.huikuan.escalation.DecideEscalationStage;
import io.huikuan.escalation.EscalationFilter;
import io.huikuan.escalation.EscalationPeople;
import io.huikuan.escalation.EscalationService;
import io.huikuan.escalation.Escalations;
import io.huikuan.escalation.OpenEscalation;
import io.huikuan.escalation.PlanLeaderVisit;
import io.huikuan.escalation.ProposeEscalationStage;
import io.huikuan.escalation.RecordLeaderVisit;
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

/** Cases, for those who collect and those who approve. */
@GraphQLApi
public class EscalationApi {

    private final Escalations escalations;
    private final EscalationService service;
    private final EscalationPeople people;
    private final Selection selection;

    EscalationApi(Escalations escalations, EscalationService service, EscalationPeople people, Selection selection) {
        this.escalations = escalations;
        this.service = service;
        this.people = people;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Escalations of the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public EscalationConnection escalations(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") EscalationFilter filter) {
        return EscalationConnection.of(escalations.page(
                filter == null ? EscalationFilter.ALL : filter, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Opens an escalation with a reminder, which warns of a firm notice with a day.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public EscalationPayload openEscalation(@NonNull @Description("Of which customer, and why.") OpenEscalation input) {
        return EscalationPayload.of(service.open(input));
    }

    @Mutation
    @Description(
            "Proposes a stage; nothing leaves the house before a manager approves it. A reminder that is repeated needs no approval.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public EscalationPayload proposeEscalationStage(
            @NonNull @Description("Which one, and what its letter warns of.") ProposeEscalationStage input) {
        return EscalationPayload.of(service.propose(input));
    }

    @Mutation
    @Description("Approves the proposed stage, whose letter goes out at once, or rejects it; never by its proposer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
    public EscalationPayload decideEscalationStage(
            @NonNull @Description("Of which case, and how.") DecideEscalationStage input) {
        return EscalationPayload.of(service.decide(input));
    }

    @Mutation
    @Description("Says who takes part in an escalation.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public EscalationPayload changeEscalationParticipants(
            @NonNull @Description("Of which case, and who.") ChangeEscalationParticipants input) {
        return EscalationPayload.of(people.change(input));
    }

    @Mutation
    @Description("Plans a visit by our own leader, which can say more than a letter.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public EscalationPayload planLeaderVisit(@NonNull @Description("Who visits, and when.") PlanLeaderVisit input) {
        return EscalationPayload.of(people.planVisit(input));
    }

    @Mutation
    @Description("Writes down that the planned visit was made.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public EscalationPayload recordLeaderVisit(
            @NonNull @Description("Which contact record tells of it.") RecordLeaderVisit input) {
        return EscalationPayload.of(people.recordVisit(input));
    }

    @Mutation
    @Description(
            "Ends an escalation and lifts all its measures. Who is neither MANAGER nor ADMIN may do so at REMINDER only, without a measure in force or to be decided on.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public EscalationPayload closeEscalation(@NonNull @Description("Which one, and why.") CloseEscalation input) {
        return EscalationPayload.of(service.close(input));
    }
}
