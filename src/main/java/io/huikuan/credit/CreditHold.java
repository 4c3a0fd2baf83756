package io.huikuan.credit;

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

/** A stop of supply. */
@DefaultNonNull
@Description("A stop of supply.")
public record CreditHold(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back when releasing it.")
        int version,

        @Description("What it stops.") CreditHoldScope scope,
        @Description("Why, by its kind.") CreditHoldCause cause,
        @Description("Why, in words.") String reason,
        @Description("Its first day.") LocalDate from,

        @Nullable @Description("Its last day; null: it has no end of its own.")
        LocalDate until,

        @Description(
                "Whether payment of all that is overdue, and of OVER_LIMIT of what exceeds the limit, releases it.")
        boolean releasedByPayment,

        @Description("Whether it stands on the day that is looked at, or else on the business date.")
        boolean live,

        @Description("When it was placed.") Instant placedAt,
        @Ignore UUID customer,
        @Ignore UUID placer)
        implements Node {

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
