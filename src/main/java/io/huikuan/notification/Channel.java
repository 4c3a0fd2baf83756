package io.huikuan.notification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** A way to reach people or systems. The live subscription is none of them: it needs no delivery. */
@Enum("NotificationChannel")
@Description("A way in which people or systems are told of alerts.")
public enum Channel {
    @Description("E-mail to the person's address.")
    EMAIL,
    @Description("A push to each of the person's registered devices.")
    PUSH,
    @Description("A signed HTTP request to one of the tenant's systems.")
    WEBHOOK,
    @Description("A message of a robot in a group chat.")
    ROBOT,
    @Description("A line in the log of the service, where no other channel reaches the person.")
    LOG
}
