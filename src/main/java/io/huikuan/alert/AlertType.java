package io.huikuan.alert;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What an alert is about. */
@Enum("AlertType")
@Description("What an alert is about.")
public enum AlertType {
    @Description("An installment with an open balance is due within the tenant's due-soon days.")
    INSTALLMENT_DUE_SOON,
    @Description("An installment is open after its due date.")
    INSTALLMENT_OVERDUE,
    @Description("A customer has sold through its stock: the moment to collect and to refill.")
    SELL_THROUGH_REACHED,
    @Description("A payment plan was broken and something of it is still open.")
    PLAN_BROKEN,
    @Description("A customer's stock report cannot be true beside its other reports and deliveries.")
    DATA_QUALITY
}
