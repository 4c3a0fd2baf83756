package io.huikuan.strategy;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** Where a version of a strategy stands. */
@Enum("StrategyStatus")
@Description("Where a version of a strategy stands.")
public enum StrategyStatus {
    @Description("It can be changed and previewed; nothing follows from it.")
    DRAFT,
    @Description("The daily run does what it says.")
    ACTIVE,
    @Description("Another version took its place, or the strategy was ended.")
    RETIRED
}
