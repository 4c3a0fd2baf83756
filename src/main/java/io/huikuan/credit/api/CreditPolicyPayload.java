package io.huikuan.credit.api;

import io.huikuan.credit.CreditPolicy;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of the credit policy or its rules. */
@DefaultNonNull
@Description("What became of a mutation of the credit policy or its rules.")
public record CreditPolicyPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        CreditPolicy policy,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static CreditPolicyPayload of(Outcome<CreditPolicy> outcome) {
        return new CreditPolicyPayload(outcome.valueOrNull(), outcome.errors());
    }
}
