package io.huikuan.customer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What of a customer may be absent. */
@Enum("CustomerField")
@Description("A field of a customer that can be emptied.")
public enum CustomerField {
    @Description("The name in the register of companies.")
    LEGAL_NAME,
    @Description("The credit grade.")
    GRADE,
    @Description("The region.")
    REGION,
    @Description("The person of ours who looks after it.")
    OWNER,
    @Description("The credit limit.")
    CREDIT_LIMIT,
    @Description("Its own payment terms; the tenant's rule then.")
    TERMS,
    @Description("Its own sell-through threshold; the tenant's rules then.")
    SELL_THROUGH_THRESHOLD
}
