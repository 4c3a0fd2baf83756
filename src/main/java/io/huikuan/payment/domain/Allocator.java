package io.huikuan.payment.domain;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.ledger.domain.BookableShare;
import io.huikuan.ledger.domain.Reduction;
import io.huikuan.ledger.domain.ShareBook;
import io.huikuan.payment.NewPayment.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** Lays money on what is owed (rule 7): what the payer names first, the rest on the oldest due share, disputed parts last; never more than what is open. */
public final class Allocator {

    private Allocator() {}

    /** Money to be allocated; {@code autoApply}: whether what is not named goes to the oldest due shares, disputed parts last. */
    public record Cash(UUID customer, String currency, BigDecimal amount, List<Named> named, boolean autoApply) {}

    /**
     * What the cash closes. Refused is what is named beyond the cash (EXCEEDS_UNAPPLIED), beyond what is open (EXCEEDS_OPEN), or open now but
     * not through all days since the entry's date (BACKDATED_CONFLICT).
     */
    public static Outcome<List<Reduction>> allocate(ShareBook book, Cash cash) {
        BigDecimal named = cash.named().stream()
                .map(Named::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (named.compareTo(cash.amount()) > 0) {
            return Outcome.refused(
                    ErrorCode.EXCEEDS_UNAPPLIED, "allocations", "More is named than there is to allocate.");
        }
        ShareBook.Entries entries = book.begin();
        for (int i = 0; i < cash.named().size(); i++) {
            Named target = cash.named().get(i);
            Predicate<BookableShare> which = inCurrency(cash).and(share -> names(target, share));
            if (target.amount() == null) {
                named = named.add(entries.take(which, cash.amount().subtract(named)));
            } else if (entries.take(which, target.amount()).compareTo(target.amount()) < 0) {
                return tooMuch(book.open(which).compareTo(target.amount()) >= 0, "allocations." + i + ".amount");
            }
        }
        if (cash.autoApply()) {
            entries.takeDisputedLast(inCurrency(cash), cash.amount().subtract(named));
        }
        return Outcome.done(entries.reductions());
    }

    private static Outcome<List<Reduction>> tooMuch(boolean openNow, String path) {
        return openNow
                ? Outcome.refused(
                        ErrorCode.BACKDATED_CONFLICT, path, "So much was not open through all days since this date.")
                : Outcome.refused(ErrorCode.EXCEEDS_OPEN, path, "So much is not open.");
    }

    private static Predicate<BookableShare> inCurrency(Cash cash) {
        return share ->
                share.customerId().equals(cash.customer()) && share.currency().equals(cash.currency());
    }

    private static boolean names(Named target, BookableShare share) {
        return target.receivable() == null
                ? share.installmentId().equals(target.installment())
                : share.receivableId().equals(target.receivable());
    }
}
