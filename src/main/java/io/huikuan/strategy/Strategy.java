package io.huikuan.strategy;

import io.huikuan.debtorclass.DebtorClass;
import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** Who is reminded of what, how, and when: for a segment of the customers. */
@DefaultNonNull
@Description("Who is reminded of what, how, and when: for a segment of the customers.")
public record Strategy(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back with a change.")
        int version,

        @Description("Its name.") String name,

        @Description("The classes of debtors it is for; empty: those of no other strategy, unclassified ones included.")
        List<@NonNull DebtorClass> classes,

        @Nullable @Description("The region it is for; null: those of no other strategy of the class.")
        String region,

        @Description("When it was created.") Instant createdAt,

        @Nullable @Description("When it was ended; null: it was not.")
        Instant endedAt,

        @Ignore UUID creator,
        @Ignore UUID ender)
        implements Node {

    public Strategy {
        classes = List.copyOf(classes);
    }

    /** The row behind the id. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
