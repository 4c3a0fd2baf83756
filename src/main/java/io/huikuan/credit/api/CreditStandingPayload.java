package io.huikuan.credit.api;

import io.huikuan.credit.CreditStanding;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a customer's credit. */
@DefaultNonNull
@Description("What became of a mutation of a customer's credit.")
public record CreditStandingPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        CreditStanding standing,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static CreditStandingPayload of(Outcome<CreditStanding> outcome) {
        return new CreditStandingPayload(outcome.valueOrNull(), outcome.errors());
    }
}
