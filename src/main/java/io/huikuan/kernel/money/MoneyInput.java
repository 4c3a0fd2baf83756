package io.huikuan.kernel.money;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** An amount as a client sends it, not checked yet: {@link io.huikuan.kernel.error.Refusals} turns it into {@link Money}. */
@DefaultNonNull
@Input("MoneyInput")
@Description("An amount of money in one currency.")
public record MoneyInput(
        @Description("The amount, with no more digits after the point than the currency has.")
        Decimal amount,

        @Description("The currency as its ISO 4217 code, for example CNY.")
        String currency) {}
