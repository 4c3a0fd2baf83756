package io.huikuan.contract;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What is wrong with a payment clause. */
@Enum("ContractFindingKind")
@Description("What is wrong with a payment clause.")
public enum ContractFindingKind {
    @Description("It is not in writing.")
    NOT_WRITTEN,
    @Description("It is not signed yet, though its first day has come.")
    NOT_SIGNED,
    @Description("The customer has not sealed it.")
    NO_SEAL,
    @Description("A person sealed it and not the company.")
    PERSONAL_SEAL,
    @Description("A department sealed it, which may lack the authority.")
    DEPARTMENT_SEAL,
    @Description("Payment is due when the goods are sold.")
    DUE_WHEN_SOLD,
    @Description("Payment is due after something, without a last day.")
    DUE_WITHOUT_LAST_DAY,
    @Description("No due date is named.")
    DUE_NOT_FIXED,
    @Description("Payment is due later than the longest term of the policy.")
    LONG_TERMS,
    @Description("No late fee is named.")
    NO_LATE_FEE,
    @Description("The method of payment is not named.")
    NO_METHOD,
    @Description("It has ended.")
    EXPIRED
}
