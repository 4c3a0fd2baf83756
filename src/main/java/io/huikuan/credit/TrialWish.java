package io.huikuan.credit;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Which limit a new customer is given when none is named. */
@DefaultNonNull
@Input("TrialPolicyInput")
@Description("Which limit a new customer is given when none is named.")
public record TrialWish(
        @Description("How much it is at first.") MoneyInput amount,

        @Description("By how much it grows with every step, in the same currency.")
        Decimal step,

        @Description("With how many installments paid in full by their due dates it grows, 1 to 100.")
        int every,

        @Description("Up to how much it grows, in the same currency; not below the amount.")
        Decimal most,

        @Nullable @Description("For how many days it is good, 1 to 3650; null: it has no end of its own.")
        Integer days) {}
