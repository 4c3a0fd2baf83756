package io.huikuan.credit;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** Which limit a new customer is given when none is named. */
@DefaultNonNull
@Description("Which limit a new customer is given when none is named.")
public record TrialPolicy(
        @Description("How much it is at first.") Money amount,
        @Description("How it grows.") TrialGrowth growth,

        @Nullable @Description("For how many days it is good; null: it has no end of its own.")
        Integer days) {}
