package io.huikuan.sellthrough.api;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.sellthrough.NewDelivery;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A delivery as a client sends it. */
@DefaultNonNull
@Input("RecordDeliveryInput")
@Description("Goods that reached a customer, or went back from it.")
public record RecordDeliveryInput(
        @Nullable @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Id @Description("The customer.") String customerId,

        @Description(
                "The number of the delivery, unique within the tenant, at most 200 characters. The same number with the same content is a repeat.")
        String number,

        @Description("The day on which the goods arrived; not after the business date.")
        LocalDate deliveredOn,

        @Description("The goods, 1 to 1000 lines.") List<@NonNull DeliveryLineInput> lines) {

    /** The delivery; empty when the customer's id is none of ours. */
    Optional<NewDelivery> delivery() {
        return NodeId.uuid(NodeKind.CUSTOMER, customerId)
                .map(customer -> new NewDelivery(
                        customer,
                        number,
                        deliveredOn,
                        lines.stream().map(DeliveryLineInput::line).toList()));
    }
}
