package io.huikuan.promise;

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

/** A customer's word to pay an amount by a date, and how it stands. What is paid follows from the ledger. */
@DefaultNonNull
@Description("A customer's word to pay an amount by a date.")
public record PromiseToPay(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back with a decision.")
        int version,

        @Description("Where it stands.") PromiseStatus status,
        @Description("How much was promised.") Money amount,
        @Description("The day on which it was given.") LocalDate givenOn,

        @Description("The day by which it is to be paid.") LocalDate promisedFor,

        @Description("How many business days after that day still count.")
        int toleranceDays,

        @Description("The last day on which money counts: the day promised and the tolerance days.")
        LocalDate windowEnd,

        @Description("The share of what is asked, as a fraction, with which it counts as kept.")
        Decimal threshold,

        @Description("What was paid of what it covers by money received in its window, without what went back.")
        Money paid,

        @Description(
                "What it asks for: the amount, or less where what it covers was credited or written off and has less to be paid.")
        Money asked,

        @Description("How many promises for the same receivables were not kept before it: 0 for a first promise.")
        int level,

        @Nullable @Description("When it got its present status; null while it is proposed or open.")
        LocalDate decidedOn,

        @Nullable @Description("What was written down with it.")
        String note,

        @Description("When it was recorded.") Instant recordedAt,

        @Nullable @Description("When it became one to count on; null while nobody has confirmed it.")
        Instant confirmedAt,

        @Nullable @Description("Why it was cancelled; null when it was not.")
        String reason,

        @Ignore UUID customer,
        @Ignore UUID planId,
        @Ignore UUID promiser,
        @Ignore UUID recorder,
        @Ignore UUID agreer,
        @Ignore UUID canceller)
        implements Node, AlertSubject {

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
