package io.huikuan.notification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How a device takes pushes. */
@Enum("DeviceKind")
@Description("How a device takes pushes.")
public enum DeviceKind {
    @Description("A browser, by Web Push (RFC 8030).")
    WEB_PUSH,
    @Description("An app on Android or iOS, by Firebase Cloud Messaging.")
    FCM
}
