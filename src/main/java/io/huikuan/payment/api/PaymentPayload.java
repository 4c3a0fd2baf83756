package io.huikuan.payment.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.payment.Payment;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of one payment. */
@DefaultNonNull
@Description("The payment after the mutation, or why it was refused.")
public record PaymentPayload(
        @Nullable @Description("The payment; null when the mutation was refused.")
        Payment payment,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static PaymentPayload of(Outcome<Payment> outcome) {
        return new PaymentPayload(outcome.valueOrNull(), outcome.errors());
    }
}
