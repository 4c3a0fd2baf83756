package io.huikuan.payment.api;

import io.huikuan.payment.ReversePayment;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which payment to reverse. */
@DefaultNonNull
@Input("ReversePaymentInput")
@Description("Which payment to reverse, because its money went back.")
public record ReversePaymentInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("The payment.") String paymentId,

        @Description("The value date, not before the last day on which the payment was used.")
        LocalDate on,

        @Description("Why.") String reason) {

    ReversePayment wish() {
        return new ReversePayment(clientKey, paymentId, on, reason);
    }
}
