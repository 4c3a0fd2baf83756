package io.huikuan.contract;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** By what the costs of findings are reckoned. */
@DefaultNonNull
@Description("By what the costs of findings are reckoned.")
public record ContractPolicy(
        @Description("The version to give back when changing it.")
        int version,

        @Description("What money costs a year, as a fraction.")
        Decimal capitalRate,

        @Description("By how many days a customer pays late when nothing compels it.")
        int lateDays,

        @Description("The longest term that is no finding, in days.")
        int longestDays) {}
