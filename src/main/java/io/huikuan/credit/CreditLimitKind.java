package io.huikuan.credit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What kind of limit it is. */
@Enum("CreditLimitKind")
@Description("What kind of limit it is.")
public enum CreditLimitKind {
    @Description("Granted after a look at the customer.")
    STANDARD,
    @Description("Given to a new customer; it grows with every so many installments paid in full by their due dates.")
    TRIAL,
    @Description(
            "Lies over the limit that was in force when it was given, until its last day or until another limit takes that one's place.")
    TEMPORARY
}
