package io.huikuan.escalation;

import io.huikuan.kernel.graph.AlertSubject;
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

/** A case: a customer that does not pay is asked ever more firmly. */
@DefaultNonNull
@Description("A case: a customer that does not pay is asked ever more firmly.")
public record Escalation(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back with a proposal, a decision or a change.")
        int version,

        @Description("Its number, unique within the tenant.")
        String number,

        @Description("Where it stands.") EscalationStatus status,

        @Description("How firmly the customer is asked; of a case that ended, was asked at last.")
        EscalationStage stage,

        @Description("Since which business date; the day of its latest letter when that was repeated.")
        LocalDate stageSince,

        @Nullable
        @Description(
                "Of which stage the customer is warned; null when the claim was handed over, or the warning is void.")
        EscalationStage warnedOf,

        @Nullable @Description("The last day on which it may pay before that; null when it is warned of nothing.")
        LocalDate warnedUntil,

        @Description("Why it was opened.") String reason,
        @Description("When it was opened.") Instant openedAt,

        @Nullable @Description("The day on which our own leader is to visit the customer; null: no visit is planned.")
        LocalDate visitOn,

        @Nullable @Description("When it ended; null while it is open.")
        Instant endedAt,

        @Nullable @Description("Why it ended; null while it is open.")
        EscalationEnd endedBecause,

        @Nullable @Description("What the person who ended it said; null when no person did.")
        String endedReason,

        @Ignore UUID customer,
        @Ignore LocalDate openedOn,
        @Ignore Participants people)
        implements Node, AlertSubject {

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }

    /**
     * A warning that the customer has read.
     *
     * @param until the last day on which it may pay
     */
    public record Warning(EscalationStage of, LocalDate until) {}

    /** Those who take part, each of whom may be null. */
    public record Participants(UUID opener, UUID ender, UUID lead, UUID secondVoice, UUID manager, UUID visitor) {}
}
