package io.huikuan.concession.api;

import io.huikuan.concession.Concession;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of one concession. */
@DefaultNonNull
@Description("The concession after the mutation, or why it was refused.")
public record ConcessionPayload(
        @Nullable @Description("The concession; null when the mutation was refused.")
        Concession concession,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static ConcessionPayload of(Outcome<Concession> outcome) {
        return new ConcessionPayload(outcome.valueOrNull(), outcome.errors());
    }
}
