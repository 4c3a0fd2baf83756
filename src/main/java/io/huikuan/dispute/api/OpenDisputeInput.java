package io.huikuan.dispute.api;

import io.huikuan.dispute.DisputeDepartment;
import io.huikuan.dispute.DisputeReason;
import io.huikuan.dispute.OpenDispute;
import io.huikuan.kernel.money.MoneyInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A dispute, as a client sends it. */
@DefaultNonNull
@Input("OpenDisputeInput")
@Description("A part of a receivable that the customer refuses to pay.")
public record OpenDisputeInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("What is disputed; not a credit note.")
        String receivableId,

        @Nullable @Description("How much, at most what is open of it and not disputed; null: all of that.")
        MoneyInput amount,

        @Description("Why.") DisputeReason reason,

        @Description("What the customer says, at most 2000 characters.")
        String description,

        @Nullable @Description("Who has to look into it; null: whoever usually does for this reason.")
        DisputeDepartment department,

        @Nullable @Description("By when it is to be decided, from the business date on; null: as the tenant has it.")
        LocalDate deadline) {

    OpenDispute wish() {
        return new OpenDispute(
                clientKey, receivableId, "receivableId", amount, reason, description, department, deadline);
    }
}
