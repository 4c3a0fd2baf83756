package io.huikuan.partner;

import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.ReceivableKind;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** A document on which the partner owes money. */
@DefaultNonNull
@Description("A document on which you owe money.")
public record ReceivableSummary(
        @Description("Its number.") String number,
        @Description("What kind of document it is.") ReceivableKind kind,
        @Description("When it was issued.") LocalDate issueDate,

        @Description("The last due date of its own terms; a payment plan may have agreed on others.")
        LocalDate dueDate,

        @Description("The amount of the document.") Money amount,
        @Description("What is open of it.") Money balance,

        @Description("How many days its oldest open installment is late; 0 when nothing is late.")
        int daysPastDue,

        @Nullable @Description("A reference, yours or the supplier's.")
        String reference) {

    static ReceivableSummary of(Receivable receivable) {
        return new ReceivableSummary(
                receivable.number(),
                receivable.kind(),
                receivable.issueDate(),
                receivable.dueDate(),
                receivable.amount(),
                receivable.balance(),
                receivable.daysPastDue(),
                receivable.reference());
    }
}
