package io.huikuan.dispute.api;

import io.huikuan.dispute.Dispute;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of one dispute. */
@DefaultNonNull
@Description("The dispute after the mutation, or why it was refused.")
public record DisputePayload(
        @Nullable @Description("The dispute; null when the mutation was refused.")
        Dispute dispute,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static DisputePayload of(Outcome<Dispute> outcome) {
        return new DisputePayload(outcome.valueOrNull(), outcome.errors());
    }
}
