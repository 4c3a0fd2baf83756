package io.huikuan.contract;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How bad a finding is, the least first. */
@Enum("ContractSeverity")
@Description("How bad a finding is, the least first.")
public enum ContractSeverity {
    @Description("It is good to know.")
    NOTICE,
    @Description("It costs money when the customer pays late.")
    WARNING,
    @Description("The claim itself is in danger.")
    SERIOUS
}
