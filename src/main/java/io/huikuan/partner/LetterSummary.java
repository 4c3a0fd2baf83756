package io.huikuan.partner;

import io.huikuan.kernel.text.Language;
import io.huikuan.letter.Letter;
import io.huikuan.letter.LetterAmount;
import io.huikuan.letter.LetterKind;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A letter that the supplier sent to the partner's customer. */
@DefaultNonNull
@Description("A letter that your supplier sent you.")
public record LetterSummary(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("Its number.") String number,
        @Description("What it is for.") LetterKind kind,
        @Description("In which language it is written.") Language language,
        @Description("Its subject.") String subject,

        @Description("Its date, as of which its figures are.")
        LocalDate issuedOn,

        @Description("When it was sent.") Instant sentAt,

        @Description("For what it asks, by currency, as it was on its date; none where it asks for nothing.")
        List<@NonNull LetterAmount> amounts,

        @Description("The path of its page, for a GET with your token.")
        String htmlUrl,

        @Description("The path of its PDF, for a GET with your token.")
        String pdfUrl) {

    public LetterSummary {
        amounts = List.copyOf(amounts);
    }

    static LetterSummary of(Letter letter, List<LetterAmount> amounts) {
        return new LetterSummary(
                letter.id(),
                letter.number(),
                letter.kind(),
                letter.language(),
                letter.subject(),
                letter.issuedOn(),
                letter.sentAt(),
                amounts,
                letter.htmlUrl(),
                letter.pdfUrl());
    }
}
