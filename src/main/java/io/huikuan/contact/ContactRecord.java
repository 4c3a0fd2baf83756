package io.huikuan.contact;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** One call, visit, message, letter or meeting with a customer. */
@DefaultNonNull
@Description("One call, visit, message, letter or meeting with a customer.")
public record ContactRecord(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("By which way it was made.") ContactChannel channel,
        @Description("Who made it.") Direction direction,
        @Description("What came of it.") ContactOutcome outcome,
        @Description("When it was.") Instant occurredAt,

        @Nullable @Description("How long it took, in seconds.")
        Integer durationSeconds,

        @Description("What was said and done.") String summary,
        @Nullable @Description("The customer's answer.") String feedback,
        @Nullable @Description("What is to be done next.") String nextAction,

        @Nullable @Description("When the next thing is to be done.")
        LocalDate nextActionOn,

        @Description("When it was entered.") Instant recordedAt,

        @Description("Which guard rails it passed; empty: none.")
        List<@NonNull GuardRail> outside,

        @Nullable @Description("Why it had to be outside of the guard rails; null when it passed none.")
        String outsideReason,

        @Ignore UUID customerId,
        @Nullable @Ignore UUID contactPersonId,
        @Ignore UUID recordedById)
        implements Node {

    public ContactRecord {
        outside = List.copyOf(outside);
    }

    /** The row behind the id. */
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
