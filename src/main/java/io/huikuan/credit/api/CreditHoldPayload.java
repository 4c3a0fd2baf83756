package io.huikuan.credit.api;

import io.huikuan.credit.CreditHold;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a hold. */
@DefaultNonNull
@Description("What became of a mutation of a hold.")
public record CreditHoldPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        CreditHold creditHold,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static CreditHoldPayload of(Outcome<CreditHold> outcome) {
        return new CreditHoldPayload(outcome.valueOrNull(), outcome.errors());
    }
}
