package io.huikuan.letter.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.letter.Letter;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of letters that were said to be printed. */
@DefaultNonNull
@Description("What became of letters that were said to be printed.")
public record LettersPrintedPayload(
        @Description("They after the mutation; none when it was refused.")
        List<@NonNull Letter> letters,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static LettersPrintedPayload of(Outcome<List<Letter>> outcome) {
        List<Letter> done = outcome.valueOrNull();
        return new LettersPrintedPayload(done == null ? List.of() : done, outcome.errors());
    }
}
