package io.huikuan.customer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How good a debtor a customer is, from A down to E. */
@Enum("CreditGrade")
@Description("How good a debtor a customer is, from A down to E.")
public enum CreditGrade {
    @Description("Very good: pays early or on the day.")
    A,
    @Description("Good: pays within the terms.")
    B,
    @Description("Fair: pays late at times.")
    C,
    @Description("Weak: pays late as a rule.")
    D,
    @Description("Bad: supplied against cash only.")
    E
}
