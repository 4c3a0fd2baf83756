package io.huikuan.ledger.api;

import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.ledger.IssueReceivable;
import io.huikuan.ledger.ReceivableKind;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A document to be issued, as a client sends it. */
@DefaultNonNull
@Input("IssueReceivableInput")
@Description(
        "A document to be issued. Without dueDate and installments the terms of the customer or tenant say when it is due.")
public record IssueReceivableInput(
        @Description("Makes the mutation safe to repeat: the same key does it once.")
        String clientKey,

        @Id @Description("Who owes.") String customerId,

        @Description("The document's number, unique within the tenant, at most 64 characters.")
        String number,

        @Nullable
        @DefaultValue("INVOICE")
        @Description("What kind of document it is; a credit note has its own mutation.")
        ReceivableKind kind,

        @Description("When it is issued; not after the business date and not in a closed period.")
        LocalDate issueDate,

        @Description("The amount, above zero.") MoneyInput amount,

        @Nullable @Description("When all of it is due; not together with installments.")
        LocalDate dueDate,

        @Nullable @Description("Several due dates, whose amounts sum to the whole; not together with dueDate.")
        List<@NonNull InstallmentInput> installments,

        @Nullable @Description("The customer's or our own reference, at most 500 characters.")
        String reference) {

    IssueReceivable wish() {
        return new IssueReceivable(
                clientKey,
                customerId,
                number,
                kind == null ? ReceivableKind.INVOICE : kind,
                issueDate,
                amount,
                dueDate,
                InstallmentInput.lines(installments),
                reference);
    }
}
