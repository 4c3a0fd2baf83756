package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** How many customers there are of a verdict and a step. */
@DefaultNonNull
@Description("How many customers there are of a verdict and a step.")
public record StrategyPreviewCount(
        @Description("The verdict.") StrategyVerdict verdict,

        @Nullable @Description("The position of the step; null where no step is reached that could be done.")
        Integer position,

        @Nullable @Description("The step's way; null likewise.")
        StrategyChannel channel,

        @Description("How many.") int customers) {}
