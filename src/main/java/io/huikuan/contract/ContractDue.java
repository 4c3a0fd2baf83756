package io.huikuan.contract;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** When payment is due. */
@Enum("ContractDue")
@Description("When payment is due.")
public enum ContractDue {
    @Description("On a day that is named.")
    FIXED_DATE,
    @Description("A number of days after delivery or invoice.")
    DAYS_AFTER_DELIVERY,
    @Description("When the goods are sold, or when the customer itself is paid.")
    WHEN_SOLD,
    @Description("After a month or an event, without a last day: after October.")
    AFTER_PERIOD,
    @Description("On demand.")
    ON_DEMAND,
    @Description("Nothing is said.")
    NOT_SAID
}
