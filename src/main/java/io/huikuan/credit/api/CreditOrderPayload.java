package io.huikuan.credit.api;

import io.huikuan.credit.CreditOrder;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of an open order. */
@DefaultNonNull
@Description("What became of a mutation of an open order.")
public record CreditOrderPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        CreditOrder order,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static CreditOrderPayload of(Outcome<CreditOrder> outcome) {
        return new CreditOrderPayload(outcome.valueOrNull(), outcome.errors());
    }
}
