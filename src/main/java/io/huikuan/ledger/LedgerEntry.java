package io.huikuan.ledger;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** What happened to a receivable's balance at one time. Entries are never changed: an undoing is an entry of its own. */
@DefaultNonNull
@Description("What happened to the balance of a receivable at one time.")
public record LedgerEntry(
        @Description("The value date.") LocalDate on,
        @Description("When it was recorded.") Instant recordedAt,
        @Description("What happened.") LedgerEntryKind kind,

        @Description("The effect on the balance: below zero for what reduces it.")
        Money amount,

        @Description("The balance after it.") Money balanceAfter,

        @Nullable @Description("Why it was done; null where no reason is asked for.")
        String reason,

        @Ignore UUID id,
        @Ignore UUID user,
        @Ignore UUID paymentId,
        @Ignore UUID creditNoteId) {}
