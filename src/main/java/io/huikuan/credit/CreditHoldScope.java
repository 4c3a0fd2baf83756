package io.huikuan.credit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a hold stops. */
@Enum("CreditHoldScope")
@Description("What a hold stops.")
public enum CreditHoldScope {
    @Description("Orders and deliveries.")
    ALL,
    @Description("New orders; what is ordered already is delivered.")
    ORDERS,
    @Description("Deliveries; orders are taken.")
    DELIVERIES
}
