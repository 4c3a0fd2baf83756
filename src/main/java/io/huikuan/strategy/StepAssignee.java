package io.huikuan.strategy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Who is to do a task. */
@Enum("StepAssignee")
@Description("Who is to do a task.")
public enum StepAssignee {
    @Description("The customer's owner, whoever that is on the day.")
    OWNER,
    @Description("Every manager who sees the customer.")
    MANAGER,
    @Description("A named user; while he may not see the customer, its owner.")
    USER
}
