package io.huikuan.customer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Which part a contact person has in the customer's decision to pay (rule 34). */
@Enum("DecisionRole")
@Description("Which part a contact person has in the decision to pay.")
public enum DecisionRole {
    @Description("Decides whether and when is paid.")
    DECIDES,
    @Description("Is heard by those who decide.")
    INFLUENCES,
    @Description("Carries the payment out.")
    PROCESSES,
    @Description("Holds payments up.")
    BLOCKS
}
