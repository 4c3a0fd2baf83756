package io.huikuan.partner;

import io.huikuan.dispute.Dispute;
import io.huikuan.dispute.DisputeReason;
import io.huikuan.dispute.DisputeStatus;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** A part of a document that the partner refuses to pay, or its rep wrote down for it. */
@DefaultNonNull
@Description("A part of a document that you refuse to pay, as you or your supplier wrote it down.")
public record DisputeSummary(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("Its number.") String number,
        @Description("Where it stands.") DisputeStatus status,

        @Description("The number of the document that it is about.")
        String receivableNumber,

        @Description("How much is refused.") Money amount,
        @Description("Why.") DisputeReason reason,
        @Description("What you say.") String description,
        @Description("When it was raised.") Instant raisedAt,

        @Nullable @Description("When it was accepted, rejected or withdrawn; null while it is open.")
        Instant decidedAt,

        @Nullable @Description("What your supplier says about the decision.")
        String answer,

        @Nullable @Description("How much of it was accepted and credited; null unless it was accepted.")
        Decimal accepted,

        @Nullable @Description("The number of the credit note; null unless it was accepted.")
        String creditNoteNumber) {

    static DisputeSummary of(Dispute dispute, Map<UUID, String> numbers) {
        return new DisputeSummary(
                dispute.id(),
                dispute.number(),
                dispute.status(),
                numbers.get(dispute.receivable()),
                dispute.amount(),
                dispute.reason(),
                dispute.description(),
                dispute.raisedAt(),
                dispute.decidedAt(),
                dispute.answer(),
                dispute.accepted(),
                dispute.creditNote() == null ? null : numbers.get(dispute.creditNote()));
    }

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
