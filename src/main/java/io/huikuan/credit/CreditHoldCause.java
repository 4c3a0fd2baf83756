package io.huikuan.credit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Why supply is stopped. */
@Enum("CreditHoldCause")
@Description("Why supply is stopped.")
public enum CreditHoldCause {
    @Description("Something is overdue.")
    OVERDUE,
    @Description("More is owed than the limit allows.")
    OVER_LIMIT,
    @Description("A payment plan was broken.")
    BROKEN_PLAN,
    @Description("What is owed is disputed.")
    DISPUTE,
    @Description("What was learned of the customer makes it a risk.")
    RISK,
    @Description("It is a measure of an escalation, which releases it.")
    ESCALATION,
    @Description("Another system said so, in the record of the customer.")
    SAID_ELSEWHERE,
    @Description("What the reason says.")
    OTHER
}
