package io.huikuan.contract;

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

/** A contract with a customer, with its payment clause as facts. */
@DefaultNonNull
@Description("A contract with a customer, with its payment clause as facts.")
public record Contract(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back when changing it.")
        int version,

        @Description("Its number, unique within the tenant; it never changes.")
        String number,

        @Nullable @Description("What it is about, in words.")
        String title,

        @Description("Its payment clause.") PaymentClause clause,

        @Nullable @Description("When it was signed; null: it is not.")
        LocalDate signedOn,

        @Description("Its first day.") LocalDate validFrom,

        @Nullable @Description("Its last day; null: it has none.")
        LocalDate validUntil,

        @Description("What is wrong with it on the business date, the worst first.")
        List<@NonNull ContractFinding> findings,

        @Description("When this version was entered.") Instant recordedAt,
        @Ignore UUID customer,
        @Ignore UUID recorder)
        implements Node {

    /** The row behind it. */
    @Ignore
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
