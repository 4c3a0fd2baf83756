package io.huikuan.credit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a rule says. */
@Enum("CreditOutcome")
@Description("What a rule says.")
public enum CreditOutcome {
    @Description("The rule is kept.")
    PASSED,
    @Description("The rule is broken: supply on credit is refused.")
    BLOCKED,
    @Description("The rule does not block this customer for the time being, whether it is broken or not.")
    EXCLUDED,
    @Description("The rule is switched off.")
    OFF,
    @Description(
            "Amounts in another currency than that of the rule are neither added nor judged; an order in another currency is refused.")
    CURRENCY_MISMATCH
}
