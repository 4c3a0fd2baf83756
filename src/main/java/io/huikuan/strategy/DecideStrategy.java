package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which strategy is activated or ended. */
@DefaultNonNull
@Input("DecideStrategyInput")
@Description("Which strategy is activated or ended.")
public record DecideStrategy(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which strategy.") String id,

        @Description("The version of the strategy that was read; another one is STALE.")
        int version) {}
