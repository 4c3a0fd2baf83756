package io.huikuan.ledger;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where an installment stands in time on the business date. */
@Enum("Timing")
@Description("Where an installment stands in time on the business date.")
public enum Timing {
    @Description("Its due date is further away than the tenant's due-soon days.")
    PLANNED,
    @Description("Its due date is near.")
    DUE_SOON,
    @Description("It is due on this very day.")
    DUE,
    @Description("Its due date has passed and something is open.")
    OVERDUE,
    @Description("Nothing is open, or another schedule rules in its place.")
    CLOSED
}
