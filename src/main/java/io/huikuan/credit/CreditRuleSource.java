package io.huikuan.credit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Who decides how a rule works; what is more specific comes later and wins. */
@Enum("CreditRuleSource")
@Description("Who decides how a rule works; what is more specific comes later and wins.")
public enum CreditRuleSource {
    @Description("Nobody decided anything: what the service does by itself.")
    DEFAULT,
    @Description("The tenant, for all customers.")
    TENANT,
    @Description("The tenant, for the customers of a grade.")
    GRADE,
    @Description("Somebody for the customer alone.")
    CUSTOMER
}
