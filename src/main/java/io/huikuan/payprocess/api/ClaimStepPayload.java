package io.huikuan.payprocess.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.payprocess.ClaimStep;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of where a claim is. */
@DefaultNonNull
@Description("What became of a mutation of where a claim is.")
public record ClaimStepPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        ClaimStep claimStep,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static ClaimStepPayload of(Outcome<ClaimStep> outcome) {
        return new ClaimStepPayload(outcome.valueOrNull(), outcome.errors());
    }
}
