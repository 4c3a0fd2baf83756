package io.huikuan.letter.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.letter.Letterhead;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a letterhead. */
@DefaultNonNull
@Description("What became of a mutation of a letterhead.")
public record LetterheadPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        Letterhead letterhead,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static LetterheadPayload of(Outcome<Letterhead> outcome) {
        return new LetterheadPayload(outcome.valueOrNull(), outcome.errors());
    }
}
