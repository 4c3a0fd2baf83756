package io.huikuan.credit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What an order is checked for. */
@Enum("CreditStage")
@Description("What an order is checked for.")
public enum CreditStage {
    @Description("To be taken.")
    ORDER,
    @Description("To be delivered.")
    DELIVERY
}
