package io.huikuan.contract;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** By what the costs of findings are reckoned from now on. */
@DefaultNonNull
@Input("UpdateContractPolicyInput")
@Description("By what the costs of findings are reckoned from now on.")
public record ChangeContractPolicy(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Description("The version that was read; another one is STALE.")
        int version,

        @Description("What money costs a year, as a fraction, above 0 and at most 1.")
        Decimal capitalRate,

        @Description("By how many days a customer pays late when nothing compels it, 1 to 365.")
        int lateDays,

        @Description("The longest term that is no finding, 1 to 365 days.")
        int longestDays) {}
