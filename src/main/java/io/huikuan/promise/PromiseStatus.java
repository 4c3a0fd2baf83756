package io.huikuan.promise;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a promise to pay stands. */
@Enum("PromiseStatus")
@Description("Where a promise to pay stands.")
public enum PromiseStatus {
    @Description("The customer promised it in the portal, and nobody has confirmed it yet; it holds nothing.")
    PROPOSED,
    @Description("It can still be kept; what it covers is held from dunning.")
    OPEN,
    @Description("Enough was paid in its window.")
    KEPT,
    @Description("Its window is over, and something was paid but not enough.")
    PARTIALLY_KEPT,
    @Description("Its window is over, and nothing was paid.")
    BROKEN,
    @Description("It was cancelled by a person, was not confirmed in time, or nothing was left that could be paid.")
    CANCELLED;

    /** Those under which it keeps others from being made for the same receivables. */
    public static final Set<PromiseStatus> LIVE = EnumSet.of(PROPOSED, OPEN);
}
