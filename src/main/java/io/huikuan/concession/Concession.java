package io.huikuan.concession;

import io.huikuan.kernel.graph.AlertSubject;
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

/** Something that a customer asks for in return for payment. */
@DefaultNonNull
@Description("Something that a customer asks for in return for payment.")
public record Concession(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back with a decision.")
        int version,

        @Description("How far it has come.") ConcessionStatus status,
        @Description("What was asked for.") ConcessionKind kind,
        @Description("What exactly, in words.") String asked,

        @Nullable @Description("What that would be worth; null: that is not said in money.")
        Money worth,

        @Description("The day on which it was asked for.") LocalDate askedOn,

        @Nullable @Description("The day on which it was granted; from then on money counts. Null when it was not.")
        LocalDate grantedOn,

        @Nullable
        @Description(
                "The day on which money stopped to count for it, since it was withdrawn or another one was granted; null when it did not.")
        LocalDate endedOn,

        @Nullable @Description("What was written down with the decision.")
        String note,

        @Description("When it was recorded.") Instant recordedAt,
        @Ignore UUID customer,
        @Ignore UUID asker,
        @Ignore UUID recorder,
        @Ignore UUID decider)
        implements Node, AlertSubject {

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
