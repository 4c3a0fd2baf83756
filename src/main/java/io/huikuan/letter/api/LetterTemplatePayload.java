package io.huikuan.letter.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.letter.LetterTemplate;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of a text of letters. */
@DefaultNonNull
@Description("What became of a mutation of a text of letters.")
public record LetterTemplatePayload(
        @Nullable @Description("It after the mutation; null when the mutation was refused.")
        LetterTemplate template,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static LetterTemplatePayload of(Outcome<LetterTemplate> outcome) {
        return new LetterTemplatePayload(outcome.valueOrNull(), outcome.errors());
    }
}
