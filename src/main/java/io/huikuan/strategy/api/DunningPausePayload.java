package io.huikuan.strategy.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.strategy.DunningPause;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a pause of dunning. */
@DefaultNonNull
@Description("What became of a mutation of a pause of dunning.")
public record DunningPausePayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        DunningPause dunningPause,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static DunningPausePayload of(Outcome<DunningPause> outcome) {
        return new DunningPausePayload(outcome.valueOrNull(), outcome.errors());
    }
}
