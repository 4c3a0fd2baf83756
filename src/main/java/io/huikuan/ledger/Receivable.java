package io.huikuan.ledger;

import io.huikuan.kernel.graph.AlertSubject;
import io.huikuan.kernel.graph.Node;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** One open document as it stands on the business date; balance, settlement and days past due follow from the ledger. */
@DefaultNonNull
@Description(
        "One document on which money is owed: an invoice, a debit note, a fee. A credit note is a document too, without a balance.")
public record Receivable(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("Its number, unique within the tenant.")
        String number,

        @Description("What kind of document it is.") ReceivableKind kind,
        @Description("When it was issued.") LocalDate issueDate,
        @Description("The last due date of its own terms.") LocalDate dueDate,
        @Description("The amount of the document.") Money amount,

        @Description("What is open of it on the business date; 0 for a credit note.")
        Money balance,

        @Description("How far it is settled.") Settlement settlement,

        @Description("How many days the oldest open share of the schedule that rules is late; 0 when nothing is late.")
        int daysPastDue,

        @Nullable @Description("The customer's or our own reference.")
        String reference,

        @Ignore UUID customer)
        implements Node, AlertSubject {}
