package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** How a letter that is only looked at is to be written. */
@DefaultNonNull
@Input("LetterTrialInput")
@Description("How a letter that is only looked at is to be written.")
public record LetterTrial(
        @Nullable @Description("In which language; null: the customer's, or else the tenant's.")
        Language language,

        @Nullable @Description("Whether a statement of account is enclosed; null: no, but a STATEMENT always has it.")
        Boolean withStatement,

        @Nullable @Description("Of what it warns; null: of nothing.")
        LetterWarningWish warning,

        @Nullable @Description("A text to try, with the body; null: the one in force.")
        String subject,

        @Nullable @Description("A text to try, with the subject; null: the one in force.")
        String body) {

    /** As it would be issued. */
    public static final LetterTrial AS_IT_IS = new LetterTrial(null, null, null, null, null);
}
