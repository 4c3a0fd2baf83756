package io.huikuan.concession;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What a concession gives. It goes to the customer's company and never to its people. */
@Enum("ConcessionKind")
@Description("What a concession gives to the customer's company.")
public enum ConcessionKind {
    @Description("A lower price, or a difference in price made good (价格支持).")
    PRICE_SUPPORT,
    @Description("Money back on what was bought (返利).")
    REBATE,
    @Description("A discount for payment (现金折扣).")
    DISCOUNT,
    @Description("Goods without charge (搭赠).")
    FREE_GOODS,
    @Description("More time to pay for what is bought next (延长账期).")
    EXTENDED_TERMS,
    @Description("Money or material for selling the goods (市场费用支持).")
    MARKETING_SUPPORT,
    @Description("People who help to sell the goods (促销人员).")
    PROMOTION_STAFF,
    @Description("Slow goods against others (调换货).")
    EXCHANGE_OF_GOODS,
    @Description("Goods that are taken back (退货).")
    RETURN_OF_GOODS,
    @Description("Something else, which its words say.")
    OTHER
}
