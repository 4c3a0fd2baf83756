package io.huikuan.escalation.api;

import io.huikuan.escalation.Escalation;
import io.huikuan.escalation.EscalationEvent;
import io.huikuan.escalation.EscalationMeasure;
import io.huikuan.escalation.EscalationProposal;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/** Who does what in escalations: maker and checker can always be told. */
@GraphQLApi
public class EscalationPeopleApi {

    private final Users users;
    private final Loader loader;

    EscalationPeopleApi(Users users, Loader loader) {
        this.users = users;
        this.loader = loader;
    }

    @Nullable
    @Description("Who opened it; null when no person did.")
    public CompletionStage<User> openedBy(@Source Escalation escalation) {
        return user("Escalation.openedBy", escalation.people().opener());
    }

    @Nullable
    @Description("Who speaks with the customer; null: nobody was named.")
    public CompletionStage<User> lead(@Source Escalation escalation) {
        return user("Escalation.lead", escalation.people().lead());
    }

    @Nullable
    @Description("Who speaks in another tone when the lead gets no further; null: nobody.")
    public CompletionStage<User> secondVoice(@Source Escalation escalation) {
        return user("Escalation.secondVoice", escalation.people().secondVoice());
    }

    @Nullable
    @Description("Who stands behind them; null: nobody was named.")
    public CompletionStage<User> manager(@Source Escalation escalation) {
        return user("Escalation.manager", escalation.people().manager());
    }

    @Nullable
    @Description("Our own leader who is to visit the customer; null: no visit is planned.")
    public CompletionStage<User> visitor(@Source Escalation escalation) {
        return user("Escalation.visitor", escalation.people().visitor());
    }

    @Nullable
    @Description("Who ended it; null while it is open, and when no person did.")
    public CompletionStage<User> endedBy(@Source Escalation escalation) {
        return user("Escalation.endedBy", escalation.people().ender());
    }

    @Nullable
    @Description("Who proposed it, and so may not approve it; null when no person did.")
    public CompletionStage<User> proposedBy(@Source EscalationProposal proposal) {
        return user("EscalationProposal.proposedBy", proposal.proposer());
    }

    @Nullable
    @Description("Who proposed it, and so may not approve it; null when no person did.")
    public CompletionStage<User> proposedBy(@Source EscalationMeasure measure) {
        return user("EscalationMeasure.proposedBy", measure.proposer());
    }

    @Nullable
    @Description("Who decided it for the last time; null: nobody did.")
    public CompletionStage<User> decidedBy(@Source EscalationMeasure measure) {
        return user("EscalationMeasure.decidedBy", measure.decider());
    }

    @Nullable
    @Description("Who lifted it; null: nobody did.")
    public CompletionStage<User> liftedBy(@Source EscalationMeasure measure) {
        return user("EscalationMeasure.liftedBy", measure.lifter());
    }

    @Nullable
    @Description("Who did it; null when it came with the money.")
    public CompletionStage<User> happenedBy(@Source EscalationEvent event) {
        return user("EscalationEvent.happenedBy", event.doer());
    }

    private CompletionStage<User> user(String field, UUID idOrNull) {
        return idOrNull == null ? CompletableFuture.completedFuture(null) : loader.load(field, idOrNull, users::byIds);
    }
}
