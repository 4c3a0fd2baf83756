package io.huikuan.tenant;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** Which payment plans are approved by rule, without a person (rule 9). A plan must be within all four bounds. */
@DefaultNonNull
@Description("The bounds within which a payment plan is approved by rule; it must be within all of them.")
public record PlanAutoApproval(
        @Description("The most that the plan may sum to; plans in other currencies are never approved by rule.")
        Money maxTotal,

        @Description("The most installments.") int maxInstallments,

        @Description("The most days from the proposal to the last installment.")
        int maxDays,

        @Description("The least part of the total that the first installment must be, as a fraction.")
        Decimal minFirstShare) {}
