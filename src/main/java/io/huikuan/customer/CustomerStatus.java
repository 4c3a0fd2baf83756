package io.huikuan.customer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How we stand with a customer. */
@Enum("CustomerStatus")
@Description("How we stand with a customer.")
public enum CustomerStatus {
    @Description("Does not buy yet.")
    PROSPECT,
    @Description("Buys.")
    ACTIVE,
    @Description("Is not supplied for the time being, because a live credit hold says so; what it owes is collected.")
    ON_HOLD,
    @Description("Buys no more; no new receivable is issued.")
    CLOSED
}
