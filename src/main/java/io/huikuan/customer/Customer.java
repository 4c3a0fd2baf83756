package io.huikuan.customer;

import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.money.Decimal;
import io.huikuan.tenant.PaymentTerms;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** Who owes: a distributor, retailer or direct buyer of the tenant. */
@DefaultNonNull
@Description("Who owes: a distributor, retailer or direct buyer.")
public record Customer(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("The version to give back when changing the customer.")
        int version,

        @Description("The code, unique within the tenant; it never changes.")
        String code,

        @Description("What it is called.") String name,

        @Nullable @Description("The name in the register of companies.")
        String legalName,

        @Description("What it does with the goods.") CustomerKind kind,

        @Description("How we stand with it; ON_HOLD follows from live credit holds.")
        CustomerStatus status,

        @Nullable @Description("How good a debtor it is.") CreditGrade grade,

        @Nullable @Description("The region, which decides which managers see it.")
        String region,

        @Description("The time zone of its place, by its IANA name; the tenant's unless it has its own.")
        String timeZone,

        @Nullable @Description("Its own payment terms; null: the tenant's.")
        PaymentTerms terms,

        @Nullable @Description("Its own sell-through threshold as a fraction; null: the tenant's.")
        Decimal sellThroughThreshold,

        @Nullable @Ignore UUID ownerId)
        implements Node {

    /** The row behind the id. */
    public UUID uuid() {
        return NodeId.uuidOf(id);
    }
}
