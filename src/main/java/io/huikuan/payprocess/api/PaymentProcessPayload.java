package io.huikuan.payprocess.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.payprocess.PaymentProcess;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of the way on which a customer pays. */
@DefaultNonNull
@Description("What became of a mutation of the way on which a customer pays.")
public record PaymentProcessPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        PaymentProcess paymentProcess,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static PaymentProcessPayload of(Outcome<PaymentProcess> outcome) {
        return new PaymentProcessPayload(outcome.valueOrNull(), outcome.errors());
    }
}
