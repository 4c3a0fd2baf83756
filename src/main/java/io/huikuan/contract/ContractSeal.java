package io.huikuan.contract;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What the customer seals or signs with. */
@Enum("ContractSeal")
@Description("What the customer seals or signs with.")
public enum ContractSeal {
    @Description("The company's contract seal (合同专用章).")
    CONTRACT_SEAL,
    @Description("The company's official seal (公章).")
    COMPANY_SEAL,
    @Description("The seal of a department, such as finance or a branch.")
    DEPARTMENT_SEAL,
    @Description("A person's own seal or signature alone.")
    PERSONAL,
    @Description("Nothing.")
    NONE
}
