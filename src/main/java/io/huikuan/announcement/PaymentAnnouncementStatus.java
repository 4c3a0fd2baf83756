package io.huikuan.announcement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where an announced payment stands. */
@Enum("PaymentAnnouncementStatus")
@Description("Where an announced payment stands.")
public enum PaymentAnnouncementStatus {
    @Description("It is open: nobody has said what became of it.")
    ANNOUNCED,
    @Description("The money came in and is recorded as a payment.")
    CONFIRMED,
    @Description("It was rejected; the reason says why.")
    REJECTED,
    @Description("Who had announced it took it back.")
    WITHDRAWN
}
