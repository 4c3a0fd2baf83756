package io.huikuan.ledger;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What kind of document it is. */
@Enum("ReceivableKind")
@Description("What kind of document it is.")
public enum ReceivableKind {
    @Description("An invoice for goods or services.")
    INVOICE,
    @Description("A later addition to what is owed.")
    DEBIT_NOTE,
    @Description("A reduction of one invoice; it has no balance of its own.")
    CREDIT_NOTE,
    @Description("A fee, for example for late payment.")
    FEE,
    @Description("What was owed when the books were opened.")
    OPENING_BALANCE,
    @Description("Goods on consignment that were sold.")
    CONSIGNMENT
}
