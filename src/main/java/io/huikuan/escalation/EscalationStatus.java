package io.huikuan.escalation;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a case stands. */
@Enum("EscalationStatus")
@Description("Where a case stands.")
public enum EscalationStatus {
    @Description("It goes on; a customer has at most one such.")
    OPEN,
    @Description("It ended by itself, because nothing was overdue any more; it is open again when the money goes back.")
    LIFTED,
    @Description("A person ended it.")
    CLOSED
}
