package io.huikuan.strategy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Steps that come with the service, to begin with. */
@Enum("StrategyStarter")
@Description("Steps that come with the service, to begin with. Their days are business days.")
public enum StrategyStarter {
    @Description(
            "Reminds before the date and after it, calls, notifies, calls each week and sooner after broken promises, visits.")
    STANDARD,
    @Description("For those who cannot pay: few reminders, a talk about a plan, and calls every other week.")
    GENTLE,
    @Description(
            "For those who will not pay: calls and notices soon after the date, close together, and the manager's call.")
    FIRM
}
