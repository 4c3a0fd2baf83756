package io.huikuan.escalation.api;

import io.huikuan.escalation.DecideEscalationMeasure;
import io.huikuan.escalation.EscalationMeasures;
import io.huikuan.escalation.LiftEscalationMeasure;
import io.huikuan.escalation.ProposeEscalationMeasure;
import io.huikuan.kernel.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** What is done beside the letters. */
@GraphQLApi
public class EscalationMeasuresApi {

    private final EscalationMeasures measures;

    EscalationMeasuresApi(EscalationMeasures measures) {
        this.measures = measures;
    }

    @Mutation
    @Description("Proposes a measure; nothing is done before a manager approves it.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public EscalationMeasurePayload proposeEscalationMeasure(
            @NonNull @Description("In which case, what, and why.") ProposeEscalationMeasure input) {
        return EscalationMeasurePayload.of(measures.propose(input));
    }

    @Mutation
    @Description("Approves a measure that waits, which works at once, or rejects it; never by its proposer.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
    public EscalationMeasurePayload decideEscalationMeasure(
            @NonNull @Description("Which one, and how.") DecideEscalationMeasure input) {
        return EscalationMeasurePayload.of(measures.decide(input));
    }

    @Mutation
    @Description("Lifts a measure in force; what it stopped goes on at once.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.MANAGER})
    public EscalationMeasurePayload liftEscalationMeasure(
            @NonNull @Description("Which one, and why.") LiftEscalationMeasure input) {
        return EscalationMeasurePayload.of(measures.lift(input));
    }
}
