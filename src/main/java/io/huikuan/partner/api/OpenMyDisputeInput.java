package io.huikuan.partner.api;

import io.huikuan.dispute.DisputeReason;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.partner.PartnerDisputes.MyDispute;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** What the partner refuses to pay, as a client sends it. */
@DefaultNonNull
@Input("OpenMyDisputeInput")
@Description("A part of a document that you refuse to pay.")
public record OpenMyDisputeInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description("The number of the document.") String receivableNumber,

        @Nullable @Description("How much, at most what is open of it and not disputed; null: all of that.")
        MoneyInput amount,

        @Description("Why.") DisputeReason reason,

        @Description("What you say, at most 2000 characters.")
        String description) {

    MyDispute wish() {
        return new MyDispute(clientKey, receivableNumber, amount, reason, description);
    }
}
