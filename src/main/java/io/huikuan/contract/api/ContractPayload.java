package io.huikuan.contract.api;

import io.huikuan.contract.Contract;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a contract. */
@DefaultNonNull
@Description("What became of a mutation of a contract.")
public record ContractPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        Contract contract,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static ContractPayload of(Outcome<Contract> outcome) {
        return new ContractPayload(outcome.valueOrNull(), outcome.errors());
    }
}
