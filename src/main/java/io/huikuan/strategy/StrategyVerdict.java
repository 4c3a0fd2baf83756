package io.huikuan.strategy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Whether a strategy does something with a customer on a day, or why it does not. */
@Enum("StrategyVerdict")
@Description("Whether a strategy does something with a customer on a day, or why it does not.")
public enum StrategyVerdict {
    @Description("A step is reached and is done.")
    DUE,
    @Description("No step is reached yet.")
    NOT_YET,
    @Description("What was reached is done, or the customer had a step that day.")
    DONE,
    @Description("A step is reached, and less is due than its minimum in every currency.")
    BELOW_MINIMUM,
    @Description("A step is reached that is not for the customer's class of debtor.")
    NOT_FOR_CLASS,
    @Description("A step is reached, and the customer was contacted too lately.")
    QUIET,
    @Description("All that could be asked for is paused.")
    PAUSED,
    @Description("All that is open is promised or disputed.")
    HELD,
    @Description("Nothing is open.")
    NOTHING_OPEN,
    @Description("The customer follows another strategy, or none.")
    NOT_IN_SEGMENT
}
