package io.huikuan.customer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a customer does with the goods. */
@Enum("CustomerKind")
@Description("What a customer does with the goods.")
public enum CustomerKind {
    @Description("Sells on to retailers and others.")
    DISTRIBUTOR,
    @Description("Sells to consumers.")
    RETAILER,
    @Description("Uses the goods itself.")
    DIRECT
}
