package io.huikuan.credit;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** The policy in place of the one before. */
@DefaultNonNull
@Input("UpdateCreditPolicyInput")
@Description("The policy in place of the one before.")
public record ChangeCreditPolicy(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Description("Whether open orders are a part of the exposure.")
        boolean countOrders,

        @Nullable @Description("The trial limit of new customers; null: they get none.")
        TrialWish trial) {}
