package io.huikuan.escalation;

import io.huikuan.credit.CreditHoldScope;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** What is done beside the letters. */
@Enum("EscalationMeasureKind")
@Description("What is done beside the letters.")
public enum EscalationMeasureKind {
    @Description("No new orders are taken; what is ordered already is delivered. It places a credit hold.")
    REDUCE_SUPPLY,
    @Description("Nothing is supplied. It places a credit hold.")
    STOP_SUPPLY,
    @Description("Special prices or terms are not granted; the details say which.")
    WITHDRAW_PRICE_TERMS,
    @Description("A rebate is not paid out; the details say which.")
    WITHHOLD_REBATE,
    @Description("The territory is made smaller; the details say how.")
    REDUCE_TERRITORY,
    @Description("Another distributor stands ready to take over; the details name it.")
    NAME_STANDBY_DISTRIBUTOR;

    /** What the credit hold by which it works stops; empty when it works without one. */
    public Optional<CreditHoldScope> stops() {
        return switch (this) {
            case REDUCE_SUPPLY -> Optional.of(CreditHoldScope.ORDERS);
            case STOP_SUPPLY -> Optional.of(CreditHoldScope.ALL);
            default -> Optional.empty();
        };
    }

    /** Whether it says nothing without details. */
    public boolean needsDetails() {
        return stops().isEmpty();
    }
}
