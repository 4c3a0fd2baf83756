package io.huikuan.sellthrough;

import io.huikuan.kernel.graph.AlertSubject;
import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** A stock cycle of a customer and how far it is sold. */
@DefaultNonNull
@Description(
        "A stock cycle of a customer, over all its products: what it had to sell and how much of it is sold. It lasts from a delivery"
                + " to the first delivery after the threshold was reached.")
public record SellThrough(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Ignore UUID customerId,

        @Description("The day of the delivery with which the cycle started.")
        LocalDate cycleStartedOn,

        @Nullable @Description("The day on which the next cycle started; null while this is the current one.")
        LocalDate cycleEndedOn,

        @Description("Value sold ÷ value available as a fraction, to four decimals; 0 when nothing is available.")
        Decimal rate,

        @Description(
                "The rate at which it is time to collect and to refill: the customer's own threshold, else the tenant's.")
        Decimal threshold,

        @Nullable @Description("The first day on which the rate reached the threshold; null while it has not.")
        LocalDate reachedOn,

        @Description(
                "What the customer had to sell in the cycle, opening stock + deliveries − returns, at the latest delivery prices.")
        Money availableValue,

        @Description("What of it is sold, at the latest delivery prices.")
        Money soldValue)
        implements Node, AlertSubject {

    /** The row behind the id. */
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
