package io.huikuan.partner.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.partner.DisputeSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of the partner's dispute. */
@DefaultNonNull
@Description("Your dispute after the mutation, or why it was refused.")
public record MyDisputePayload(
        @Nullable @Description("The dispute; null when the mutation was refused.")
        DisputeSummary dispute,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static MyDisputePayload of(Outcome<DisputeSummary> outcome) {
        return new MyDisputePayload(outcome.valueOrNull(), outcome.errors());
    }
}
