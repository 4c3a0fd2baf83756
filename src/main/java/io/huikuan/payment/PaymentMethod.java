package io.huikuan.payment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** How money came in. */
@Enum("PaymentMethod")
@Description("How money came in.")
public enum PaymentMethod {
    @Description("A transfer to one of our bank accounts.")
    BANK_TRANSFER,
    @Description("Cash.")
    CASH,
    @Description("A cheque.")
    CHEQUE,
    @Description("A bank acceptance draft (银行承兑汇票).")
    BANK_ACCEPTANCE_DRAFT,
    @Description("A card.")
    CARD,
    @Description("Alipay.")
    ALIPAY,
    @Description("WeChat Pay.")
    WECHAT_PAY,
    @Description("Set off against what we owe the customer.")
    OFFSET,
    @Description("Any other way.")
    OTHER
}
