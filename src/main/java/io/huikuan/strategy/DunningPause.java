package io.huikuan.strategy;

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

/** For a while no strategy reminds of a receivable, a customer, or anybody. */
@DefaultNonNull
@Description("For a while no strategy reminds of a receivable, a customer, or anybody.")
public record DunningPause(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back when ending it.")
        int version,

        @Description("Why.") String reason,
        @Description("Its first day.") LocalDate from,
        @Description("Its last day.") LocalDate until,

        @Description("Whether it counts on the business date.")
        boolean live,

        @Description("When it was said.") Instant pausedAt,

        @Nullable @Description("From which day on it does not count because a person ended it; null: nobody did.")
        LocalDate endedOn,

        @Nullable @Description("Why it was ended; null: it was not.")
        String endReason,

        @Ignore UUID customer,
        @Ignore UUID receivable,
        @Ignore UUID pauser,
        @Ignore UUID ender)
        implements Node {

    /** The row behind the id. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
