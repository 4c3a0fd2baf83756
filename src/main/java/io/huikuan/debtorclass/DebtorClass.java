package io.huikuan.debtorclass;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What kind of debtor a customer is (rule 24): gentle for those who cannot, firm for those who will not. */
@Enum("DebtorClass")
@Description("What kind of debtor a customer is; it picks how the customer is dealt with.")
public enum DebtorClass {
    @Description("It pays when it is to.")
    GOOD,
    @Description("It pays, but late, or breaks its word.")
    SLOW,
    @Description("It cannot pay at present: a plan or a delay helps more than pressure.")
    CASH_SHORT,
    @Description("It does not pay because it refuses the claim, or much of it, for a reason.")
    DISPUTING,
    @Description("It pays only when it is given something for it.")
    CONDITIONAL,
    @Description("It could pay, since it sells the goods, and does not want to.")
    EVASIVE
}
