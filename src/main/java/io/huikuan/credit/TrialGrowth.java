package io.huikuan.credit;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** How a trial limit grows. */
@DefaultNonNull
@Description("How a trial limit grows.")
public record TrialGrowth(
        @Description("By how much with every step.") Money step,

        @Description("With how many installments paid in full by their due dates.")
        int every,

        @Description("Up to how much.") Money most) {}
