package io.huikuan.ledger.api;

import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.ledger.IssueCreditNote;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A credit note to be issued, as a client sends it. */
@DefaultNonNull
@Input("IssueCreditNoteInput")
@Description(
        "A credit note on one document. It takes the open part first; for what exceeds it the newest allocations become unapplied cash.")
public record IssueCreditNoteInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Id @Description("The document that is credited.") String receivableId,

        @Description("The credit note's own number, unique within the tenant, at most 64 characters.")
        String number,

        @Description("When it is issued; not before the document, not after the business date, not in a closed period.")
        LocalDate issueDate,

        @Description("The amount, above zero; all credit notes together are at most the document's amount.")
        MoneyInput amount,

        @Description("Why, at most 500 characters.") String reason) {

    IssueCreditNote wish() {
        return new IssueCreditNote(clientKey, receivableId, number, issueDate, amount, reason);
    }
}
