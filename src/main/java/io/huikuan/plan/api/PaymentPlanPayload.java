package io.huikuan.plan.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.plan.PaymentPlan;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of one plan. */
@DefaultNonNull
@Description("The payment plan after the mutation, or why it was refused.")
public record PaymentPlanPayload(
        @Nullable @Description("The plan; null when the mutation was refused.")
        PaymentPlan paymentPlan,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static PaymentPlanPayload of(Outcome<PaymentPlan> outcome) {
        return new PaymentPlanPayload(outcome.valueOrNull(), outcome.errors());
    }
}
