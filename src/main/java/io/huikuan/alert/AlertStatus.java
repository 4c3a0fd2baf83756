package io.huikuan.alert;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where an alert stands. A snoozed one reads as OPEN again from the day until which it was snoozed. */
@Enum("AlertStatus")
@Description("Where an alert stands.")
public enum AlertStatus {
    @Description("Nobody has taken it up yet.")
    OPEN,
    @Description("Somebody has taken it up.")
    ACKNOWLEDGED,
    @Description("It is put aside until a date; from then on it is open again.")
    SNOOZED,
    @Description("Its cause is gone, or a person resolved it.")
    RESOLVED
}
