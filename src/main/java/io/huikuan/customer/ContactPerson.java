package io.huikuan.customer;

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

/** A person at a customer, with a part in its decision to pay. One who was erased stays, nameless, so that what was agreed stays told. */
@DefaultNonNull
@Description("A person at the customer, with a part in its decision to pay.")
public record ContactPerson(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back when changing the person.")
        int version,

        @Description("The name; empty when the person was erased.")
        String name,

        @Nullable @Description("The job title.") String jobTitle,

        @Nullable @Description("Which part the person has in the decision to pay.")
        DecisionRole decisionRole,

        @Nullable @Description("How much the person's word counts, 1 to 5.")
        Integer influence,

        @Nullable @Description("The telephone number.") String phone,
        @Nullable @Description("The e-mail address.") String email,

        @Nullable @Description("From when on the person likes to be called, HH:mm in the customer's time zone.")
        String preferredFrom,

        @Nullable @Description("Until when the person likes to be called, HH:mm in the customer's time zone.")
        String preferredTo,

        @Description("On which days of the week the person likes to be called, in their order; empty: on any.")
        List<@NonNull Weekday> preferredDays,

        @Description(
                "Whether the customer's own user said these hours and days: then they win over the supplier's contact windows; else they narrow them.")
        boolean hoursSaidByCustomer,

        @Nullable @Description("When name, telephone number and e-mail address were erased; null: they were not.")
        Instant erasedAt,

        @Ignore UUID customerId,
        @Nullable @Ignore UUID reportsToId,
        @Nullable @Ignore UUID relationshipOwnerId)
        implements Node {

    public ContactPerson {
        preferredDays = List.copyOf(preferredDays);
    }

    /** The row behind the id. */
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
