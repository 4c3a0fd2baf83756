package io.huikuan.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What moved an account. */
@Enum("StatementLineKind")
@Description("What moved an account.")
public enum StatementLineKind {
    @Description("An invoice for goods or services.")
    INVOICE,
    @Description("A later addition to what is owed.")
    DEBIT_NOTE,
    @Description("A fee, for example for late payment.")
    FEE,
    @Description("What was owed when the books were opened.")
    OPENING_BALANCE,
    @Description("Goods on consignment that were sold.")
    CONSIGNMENT,
    @Description("A credit note reduced a document.")
    CREDIT_NOTE,
    @Description("Money came in.")
    PAYMENT,
    @Description("A payment's money went back, for example a bounced cheque.")
    PAYMENT_REVERSED,
    @Description("Money that was paid too much was paid back.")
    REFUND,
    @Description("The supplier took something off a document, or put it back on.")
    ADJUSTMENT
}
