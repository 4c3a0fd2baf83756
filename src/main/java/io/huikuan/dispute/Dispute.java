package io.huikuan.dispute;

import io.huikuan.kernel.graph.AlertSubject;
import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** A part of a receivable that the customer refuses to pay. */
@DefaultNonNull
@Description("A part of a receivable that the customer refuses to pay.")
public record Dispute(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back with a change or a decision.")
        int version,

        @Description("Its number, unique within the tenant.")
        String number,

        @Description("Where it stands.") DisputeStatus status,
        @Description("How much is refused.") Money amount,
        @Description("Why.") DisputeReason reason,

        @Description("Who has to look into it.") DisputeDepartment department,

        @Description("The day by which it is to be decided.")
        LocalDate deadline,

        @Description("What the customer says.") String description,
        @Description("When it was raised.") Instant raisedAt,

        @Nullable @Description("When it was accepted, rejected or withdrawn; null while it is open.")
        Instant decidedAt,

        @Nullable @Description("What the customer reads about the decision.")
        String answer,

        @Nullable @Description("How much of it was accepted and credited; null unless it was accepted.")
        Decimal accepted,

        @Ignore UUID customer,
        @Ignore UUID receivable,
        @Ignore UUID raiser,
        @Ignore UUID decider,
        @Ignore UUID creditNote)
        implements Node, AlertSubject {

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
