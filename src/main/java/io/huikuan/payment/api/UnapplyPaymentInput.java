package io.huikuan.payment.api;

import io.huikuan.payment.UnapplyPayment;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which allocations to take back. */
@DefaultNonNull
@Input("UnapplyPaymentInput")
@Description("Which allocations to take back; their money is unapplied again.")
public record UnapplyPaymentInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Of which payment.") String paymentId,

        @Nullable @Id @Description("Those on this receivable; null: all.")
        String receivableId,

        @Description("The value date, not before the allocations' own.")
        LocalDate on,

        @Description("Why.") String reason) {

    UnapplyPayment wish() {
        return new UnapplyPayment(clientKey, paymentId, receivableId, on, reason);
    }
}
