package io.huikuan.phone;

import io.huikuan.kernel.graph.Node;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of what a phone is told. */
@DefaultNonNull
@Description(
        "What changed, a page of it. Forget the deletions first, then keep the nodes in place of what you had of them.")
public record Changes(
        @Description(
                "Things that are new or changed, as they are now: Customer, ContactPerson, Receivable, PaymentPlan, Payment, SellThrough, Alert,"
                        + " ContactRecord. One that changes again while you read may come twice.")
        List<@NonNull Node> nodes,

        @Description("Things to forget.") List<@NonNull Deletion> deletions,

        @Description(
                "Give this as after the next time, at once while hasMore is true. Keep it together with what the page brought.")
        String cursor,

        @Description(
                "Whether more follows already. When it is false, you hold everything as it was when this round began.")
        boolean hasMore,

        @Description(
                "Whether this page begins a new round from nothing, because there was no cursor, because it was too old, or because you may see other"
                        + " things than before: forget everything you hold before you keep what it brings.")
        boolean reset,

        @Description("Whether this page belongs to a round that tells everything there is, not what changed.")
        boolean fullSnapshot) {

    public Changes {
        nodes = List.copyOf(nodes);
        deletions = List.copyOf(deletions);
    }
}
