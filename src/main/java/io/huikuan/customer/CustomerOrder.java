package io.huikuan.customer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** In which order customers are listed. */
@Enum("CustomerOrder")
@Description("In which order customers are listed.")
public enum CustomerOrder {
    @Description("By name.")
    NAME,
    @Description("Those with most overdue first, in one currency.")
    OVERDUE_DESC,
    @Description("Those with most outstanding first, in one currency.")
    OUTSTANDING_DESC,
    @Description("Those whose oldest unpaid installment is due first, in any currency; those who owe nothing last.")
    NEXT_DUE
}
