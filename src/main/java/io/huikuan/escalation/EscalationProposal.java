package io.huikuan.escalation;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A stage that waits for a manager's decision. */
@DefaultNonNull
@Description("A stage that waits for a manager's decision. Nothing has left the house yet.")
public record EscalationProposal(
        @Description("Which stage.") EscalationStage stage,

        @Nullable @Description("Of which stage its letter is to warn; null of one that hands the claim over.")
        EscalationStage warnsOf,

        @Nullable @Description("How many days after the letter the deadline of that warning is.")
        Integer days,

        @Description("Whether the statement of account goes with the letter.")
        boolean withStatement,

        @Description("Why.") String reason,
        @Description("When it was proposed.") Instant proposedAt,
        @Ignore UUID id,
        @Ignore UUID proposer,
        @Ignore String route) {}
