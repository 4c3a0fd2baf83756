package io.huikuan.plan.api;

import io.huikuan.plan.DecidePaymentPlan;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A decision on a plan, as a client sends it. */
@DefaultNonNull
@Input("DecidePaymentPlanInput")
@Description("A decision on a payment plan.")
public record DecidePaymentPlanInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("The plan.") String id,

        @Description("The version of the plan that was seen.")
        int version,

        @Nullable @Description("Why it is decided so; at most 2000 characters.")
        String note) {

    DecidePaymentPlan wish() {
        return new DecidePaymentPlan(clientKey, id, version, note);
    }
}
