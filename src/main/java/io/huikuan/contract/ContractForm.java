package io.huikuan.contract;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** In what form a contract is agreed. */
@Enum("ContractForm")
@Description("In what form a contract is agreed.")
public enum ContractForm {
    @Description("On paper, with seals or signatures.")
    WRITTEN,
    @Description("As an electronic document with reliable electronic signatures.")
    ELECTRONIC,
    @Description("In e-mails, chats or orders that were confirmed.")
    MESSAGES,
    @Description("By word of mouth.")
    ORAL
}
