package io.huikuan.plan;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a payment plan stands in its life. */
@Enum("PlanStatus")
@Description("Where a payment plan stands in its life.")
public enum PlanStatus {
    @Description("It waits for a decision and rules nothing yet.")
    PROPOSED,
    @Description("It rules its receivables.")
    ACTIVE,
    @Description("Nothing of it is open any more; it becomes active again when money is reversed.")
    COMPLETED,
    @Description("An installment stayed unpaid for longer than its grace days.")
    BROKEN,
    @Description(
            "It was withdrawn before a decision, or ended by a person; the own terms of its receivables rule again.")
    CANCELLED,
    @Description("A newer plan took over what was open of it.")
    SUPERSEDED,
    @Description("It was turned down.")
    REJECTED
}
