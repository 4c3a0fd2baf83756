package io.huikuan.escalation;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** Something that is done beside the letters. */
@DefaultNonNull
@Description("Something that is done beside the letters.")
public record EscalationMeasure(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back with a decision.")
        int version,

        @Description("What it is.") EscalationMeasureKind kind,
        @Description("Where it stands.") EscalationMeasureStatus status,

        @Nullable @Description("Which price terms, rebate, territory or distributor.")
        String details,

        @Description("Why it was proposed.") String reason,

        @Nullable @Description("From which day it works; null: it never came into force.")
        LocalDate inForceFrom,

        @Nullable @Description("Its last day; null: it has no end of its own.")
        LocalDate inForceUntil,

        @Description("Whether it works on the business date.")
        boolean live,

        @Description("When it was proposed.") Instant proposedAt,

        @Nullable @Description("When it was decided for the last time; null: it was not.")
        Instant decidedAt,

        @Nullable @Description("What the person who decided said.")
        String decisionNote,

        @Nullable @Description("When it was lifted; null: it was not.")
        Instant liftedAt,

        @Nullable @Description("Why it was lifted; null: it was not.")
        EscalationEnd liftedBecause,

        @Nullable @Description("What the person who lifted it said; null when no person did.")
        String liftReason,

        @Ignore UUID escalation,
        @Ignore UUID customer,
        @Ignore UUID proposer,
        @Ignore UUID decider,
        @Ignore UUID lifter,
        @Ignore UUID hold)
        implements Node {

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
