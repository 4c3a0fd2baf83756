package io.huikuan.letter;

import io.huikuan.kernel.text.Language;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A letter that somebody wishes to issue, not checked yet. */
@DefaultNonNull
@Input("IssueLetterInput")
@Description("A letter to be issued.")
public record LetterWish(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("To which customer.") String customerId,

        @Description(
                "What it is for. FINAL_NOTICE and LAWYERS_LETTER leave the house from an approved stage of an escalation only, OVERDUE_NOTICE by the word of a MANAGER only, or of an ADMIN where no other person who is one sees the customer.")
        LetterKind kind,

        @Nullable @Description("By which way; null: by e-mail, or in print where that cannot be done.")
        LetterRoute route,

        @Nullable
        @Description(
                "Whether a statement of account over the last month and this one is enclosed; null: no, but a STATEMENT always has it.")
        Boolean withStatement,

        @Nullable
        @Description(
                "Of what it warns; null: of nothing. Of FIRM only: warnings of more leave the house from an approved stage of an escalation.")
        LetterWarningWish warning,

        @Nullable @Description("In which language; null: the customer's, or else the tenant's.")
        Language language,

        @Nullable @Id @Description("To whom there; null: who processes payments or decides, by kind.")
        String contactPersonId,

        @Nullable @Id @Description("For which payment a RECEIPT thanks; null: the latest.")
        String paymentId,

        @Nullable
        @Description(
                "Why it goes out although a cap, or for an e-mail an hour or day, stands against it; it is kept with the contact. Null: then it is refused.")
        String outsideReason) {}
