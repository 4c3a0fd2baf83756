package io.huikuan.strategy.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.strategy.Strategy;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a strategy. */
@DefaultNonNull
@Description("What became of a mutation of a strategy.")
public record StrategyPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        Strategy strategy,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static StrategyPayload of(Outcome<Strategy> outcome) {
        return new StrategyPayload(outcome.valueOrNull(), outcome.errors());
    }
}
