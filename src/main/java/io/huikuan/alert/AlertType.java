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
    DATA_QUALITY,
    @Description("The day of an open promise to pay has come, and it is not kept yet.")
    PROMISE_DUE,
    @Description("A promise to pay was not kept, or only in part, and something of it is still open.")
    PROMISE_BROKEN,
    @Description("A payment was below what a promise or a plan's installment said; it belongs to whoever agreed that.")
    PAYMENT_SHORTFALL,
    @Description("The deadline of a dispute has come, and it is not decided.")
    DISPUTE_DUE,
    @Description(
            "The day by which a granted step of a concession must be paid for is near, and the payment has not come.")
    CONCESSION_DUE,
    @Description("A step of a concession was given, and the payment for it went back.")
    CONCESSION_UNPAID,
    @Description("A strategy tells your own people, and their group chats, of what a customer is to pay.")
    STRATEGY_STEP,
    @Description("The warning of an escalation has run out unheeded, and what is next is not proposed.")
    ESCALATION_DUE
}
