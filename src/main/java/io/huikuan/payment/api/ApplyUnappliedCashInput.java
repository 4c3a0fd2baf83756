package io.huikuan.payment.api;

import io.huikuan.payment.ApplyUnappliedCash;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which unapplied cash to allocate. */
@DefaultNonNull
@Input("ApplyUnappliedCashInput")
@Description("Which unapplied cash to allocate, as of the business date.")
public record ApplyUnappliedCashInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Of which payment.") String paymentId,

        @Nullable @Description("What it is for; it comes first.")
        List<@NonNull AllocationInput> allocations,

        @Nullable
        @DefaultValue("true")
        @Description(
                "Whether what is not named goes to the oldest due shares, disputed parts last; else it stays unapplied.")
        Boolean autoApply) {

    ApplyUnappliedCash wish() {
        return new ApplyUnappliedCash(
                clientKey, paymentId, AllocationInput.lines(allocations), !Boolean.FALSE.equals(autoApply));
    }
}
