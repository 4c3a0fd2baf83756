package io.huikuan.announcement;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** A customer's word that money is on its way; never counted as paid. */
@DefaultNonNull
@Description("A customer's word that money is on its way; never counted as paid.")
public record PaymentAnnouncement(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("How much.") Money amount,

        @Description("When it was sent, or will be.") LocalDate paidOn,

        @Nullable @Description("The payer's or the bank's reference.")
        String reference,

        @Description("Where it stands.") PaymentAnnouncementStatus status,
        @Description("When it was announced.") Instant announcedAt,

        @Nullable @Description("When it was confirmed, rejected or withdrawn; null while it is open.")
        Instant decidedAt,

        @Nullable @Description("Why it was rejected, as the customer reads it; null when it was not.")
        String reason,

        @Ignore UUID customer,
        @Ignore UUID paymentId,
        @Ignore UUID announcer,
        @Ignore UUID decider)
        implements Node {

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
