package io.huikuan.plan.api;

import io.huikuan.ledger.api.InstallmentInput;
import io.huikuan.plan.ProposePaymentPlan;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A plan to be proposed, as a client sends it. */
@DefaultNonNull
@Input("ProposePaymentPlanInput")
@Description("A payment plan to be proposed. Exactly one of installments and equal is given.")
public record ProposePaymentPlanInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Who owes.") String customerId,

        @Id @Description("What the plan is to take over: open receivables of the customer in one currency, 1 to 500.")
        List<@NonNull String> receivableIds,

        @Nullable
        @Description("Explicit rows, 1 to 120, which sum to exactly what is open; their dates are never moved.")
        List<@NonNull InstallmentInput> installments,

        @Nullable @Description("How to split what is open into equal installments.")
        EqualInstallmentsInput equal,

        @Nullable @Description("Why it is proposed; at most 2000 characters.")
        String note) {

    ProposePaymentPlan wish() {
        return new ProposePaymentPlan(
                clientKey,
                customerId,
                receivableIds,
                InstallmentInput.lines(installments),
                equal == null ? null : equal.wish(),
                note);
    }
}
