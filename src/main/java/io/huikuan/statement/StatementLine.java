package io.huikuan.statement;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** Something that moved an account. */
@DefaultNonNull
@Description("Something that moved an account.")
public record StatementLine(
        @Description("The value date.") LocalDate on,
        @Description("What it is.") StatementLineKind kind,

        @Description("The number of the document or payment; of an adjustment, of the document that was adjusted.")
        String number,

        @Nullable @Description("The document's or payment's reference.")
        String reference,

        @Nullable @Description("The last due date of a document's own terms; null for everything else.")
        LocalDate dueDate,

        @Description("Its effect on the balance: above zero raises what is left to pay, below zero lowers it.")
        Decimal amount,

        @Description("The balance after it: outstanding − unapplied.")
        Decimal balance,

        @Ignore String currency,
        @Ignore Instant recordedAt,
        @Ignore UUID id) {}
