package io.huikuan.tenant.api;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.tenant.SettingsChange;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** The bounds of approval by rule as a client sends them. */
@DefaultNonNull
@Input("PlanAutoApprovalInput")
@Description("The bounds within which a payment plan is approved by rule; it must be within all of them.")
public record PlanAutoApprovalInput(
        @Description("The most that the plan may sum to; plans in other currencies are never approved by rule.")
        MoneyInput maxTotal,

        @Description("The most installments, 1 to 60.") int maxInstallments,

        @Description("The most days from the proposal to the last installment.")
        int maxDays,

        @Description("The least part of the total that the first installment must be, 0 to 1.")
        Decimal minFirstShare) {

    SettingsChange.AutoApproval wish() {
        return new SettingsChange.AutoApproval(maxTotal, maxInstallments, maxDays, minFirstShare);
    }
}
