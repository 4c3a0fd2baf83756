package io.huikuan.contract.api;

import io.huikuan.contract.ContractPolicy;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of the contract policy. */
@DefaultNonNull
@Description("What became of a mutation of the contract policy.")
public record ContractPolicyPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        ContractPolicy policy,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static ContractPolicyPayload of(Outcome<ContractPolicy> outcome) {
        return new ContractPolicyPayload(outcome.valueOrNull(), outcome.errors());
    }
}
