package io.huikuan.credit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a rule does. */
@Enum("CreditRuleMode")
@Description("What a rule does.")
public enum CreditRuleMode {
    @Description("It blocks when it is broken.")
    BLOCK,
    @Description("It is looked at and told, and does not block.")
    EXCLUDE,
    @Description("It is not looked at.")
    OFF,
    @Description("What is said less specifically counts, as if nothing were said here.")
    INHERIT
}
