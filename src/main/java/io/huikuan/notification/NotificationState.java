package io.huikuan.notification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a notification stands: PENDING until it is at one of the three ends. */
@Enum("NotificationState")
@Description("Where a notification stands.")
public enum NotificationState {
    @Description("It waits: for its turn, its hour, or another attempt.")
    PENDING,
    @Description("The other side has taken it.")
    SENT,
    @Description("It was not needed any more; the remark says why.")
    CANCELLED,
    @Description("It was given up after many attempts, or the other side will never take it.")
    DEAD
}
