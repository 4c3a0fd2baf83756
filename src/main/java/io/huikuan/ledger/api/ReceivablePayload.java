package io.huikuan.ledger.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.ledger.Receivable;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of one document. */
@DefaultNonNull
@Description("The document after the mutation, or why it was refused.")
public record ReceivablePayload(
        @Nullable @Description("The document, for issueCreditNote the credit note; null when the mutation was refused.")
        Receivable receivable,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static ReceivablePayload of(Outcome<Receivable> outcome) {
        return new ReceivablePayload(outcome.valueOrNull(), outcome.errors());
    }
}
