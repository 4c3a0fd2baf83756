package io.huikuan.tenant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What rules the receivables of a plan that was broken (rule 9). */
@Enum("BrokenPlanPolicy")
@Description("What becomes of the debts of a payment plan that was broken.")
public enum BrokenPlanPolicy {
    @Description("Everything that is left is due on the day of the break, in one installment of the plan.")
    ACCELERATE,
    @Description("The receivables' own terms rule again.")
    RETURN_TO_TERMS
}
