package io.huikuan.sellthrough.api;

import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.sellthrough.NewSellOut;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A sell-out report as a client sends it. */
@DefaultNonNull
@Input("ReportSellOutInput")
@Description(
        "What a customer sold or has in stock. Customer, product and day key a report: the same content is a repeat, another content takes"
                + " the place of what was said before.")
public record ReportSellOutInput(
        @Nullable @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Id @Description("The customer.") String customerId,

        @Description("The day that the report is about; not after the business date.")
        LocalDate reportedOn,

        @Description("The products, 1 to 1000 lines.") List<@NonNull SellOutLineInput> lines) {

    /** The report; empty when the customer's id is none of ours. */
    public Optional<NewSellOut> report() {
        return NodeId.uuid(NodeKind.CUSTOMER, customerId)
                .map(customer -> new NewSellOut(
                        customer,
                        reportedOn,
                        lines.stream().map(SellOutLineInput::line).toList()));
    }
}
