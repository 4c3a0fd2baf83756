package io.huikuan.credit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a credit check looks at. */
@Enum("CreditRule")
@Description("What a credit check looks at.")
public enum CreditRule {
    @Description("Whether the customer is closed; it always blocks.")
    CUSTOMER_CLOSED,
    @Description("Whether a live hold stops what is checked; it always blocks.")
    HOLD,
    @Description("Whether the customer has a limit at all.")
    LIMIT_MISSING,
    @Description("Whether the limit has expired, for longer than the days of grace.")
    LIMIT_EXPIRED,
    @Description("Whether exposure and order exceed the share of the limit.")
    LIMIT_USED,
    @Description("Whether more than the amount is overdue.")
    OVERDUE_AMOUNT,
    @Description("Whether something is overdue for longer than the days of grace.")
    DAYS_OVERDUE,
    @Description("Whether something of a broken payment plan is still open.")
    BROKEN_PLAN
}
