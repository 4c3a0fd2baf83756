package io.huikuan.letter.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.letter.Letter;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a letter. */
@DefaultNonNull
@Description("What became of a mutation of a letter.")
public record LetterPayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        Letter letter,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static LetterPayload of(Outcome<Letter> outcome) {
        return new LetterPayload(outcome.valueOrNull(), outcome.errors());
    }
}
