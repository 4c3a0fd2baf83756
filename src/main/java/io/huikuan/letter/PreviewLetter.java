package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A letter to be looked at; nothing is issued. */
@DefaultNonNull
@Input("PreviewLetterInput")
@Description("A letter to be looked at; nothing is issued.")
public record PreviewLetter(
        @Id @Description("To which customer.") String customerId,
        @Description("What it is for.") LetterKind kind,

        @Nullable @Description("Whether a statement of account is enclosed; null: no, but a STATEMENT always has it.")
        Boolean withStatement,

        @Nullable @Description("Of what it warns; null: of nothing.")
        LetterWarningWish warning,

        @Nullable @Description("In which language; null: the customer's, or else the tenant's.")
        Language language,

        @Nullable @Id @Description("To whom there; null: who processes payments or decides, by kind.")
        String contactPersonId,

        @Nullable @Id @Description("For which payment a RECEIPT thanks; null: the latest.")
        String paymentId,

        @Nullable @Description("A text to try, with the body; null: the one in force.")
        String subject,

        @Nullable @Description("A text to try, with the subject; null: the one in force.")
        String body) {

    /** The letter, as it would be wished for. */
    LetterWish wish() {
        return new LetterWish("", customerId, kind, null, withStatement, warning, language, contactPersonId, paymentId);
    }
}
