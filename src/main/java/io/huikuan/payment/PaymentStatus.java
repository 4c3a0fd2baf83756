package io.huikuan.payment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a payment stands. */
@Enum("PaymentStatus")
@Description("Whether a payment stands.")
public enum PaymentStatus {
    @Description("The money is in.")
    RECORDED,
    @Description("The money went back, for example a bounced cheque; nothing of it is allocated any more.")
    REVERSED
}
