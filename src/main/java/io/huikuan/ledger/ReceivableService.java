package io.huikuan.ledger;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.CustomerTurns;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.domain.DatedAmount;
import io.huikuan.ledger.domain.ShareBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Issues documents and takes off from them what is not paid by money: credit notes and write-offs. Every use case locks the customer first and is
 * safe to repeat with its client key.
 */
@ApplicationScoped
@Transactional
public class ReceivableService {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_TEXT = 500;

    private final CustomerTurns turns;
    private final CustomerLocks customers;
    private final Ledger ledger;
    private final CreditNotes creditNotes;
    private final Terms terms;
    private final EntryDates entryDates;
    private final Receivables receivables;
    private final ClientKeys clientKeys;

    ReceivableService(
            CustomerTurns turns,
            CustomerLocks customers,
            Ledger ledger,
            CreditNotes creditNotes,
            Terms terms,
            EntryDates entryDates,
            Receivables receivables,
            ClientKeys clientKeys) {
        this.turns = turns;
        this.customers = customers;
        this.ledger = ledger;
        this.creditNotes = creditNotes;
        this.terms = terms;
        this.entryDates = entryDates;
        this.receivables = receivables;
        this.clientKeys = clientKeys;
    }

    /** Issues a document; its schedule is explicit, or comes from the terms of the customer or the tenant. */
    public Outcome<Receivable> issue(IssueReceivable wish) {
        turns.await(wish.customerId());
        return clientKeys.onceNew(
                new Wish("issueReceivable", wish.clientKey(), wish),
                id -> issueNow(id, wish).map(any -> receivables.byId(id).orElseThrow()),
                receivables::byId);
    }

    private Outcome<List<NewReceivable>> issueNow(UUID id, IssueReceivable wish) {
        Optional<LockedCustomer> customer =
                NodeId.uuid(NodeKind.CUSTOMER, wish.customerId()).flatMap(customers::lock);
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        refusals.unless(!customer.get().isClosed(), ErrorCode.CUSTOMER_CLOSED, "customerId", "The customer is closed.");
        refusals.unless(
                wish.kind() != ReceivableKind.CREDIT_NOTE,
                ErrorCode.KIND_NOT_ALLOWED,
                "kind",
                "A credit note is issued by issueCreditNote.");
        String number = refusals.required("number", wish.number(), LONGEST_NUMBER);
        String reference = refusals.optional("reference", wish.reference(), LONGEST_TEXT);
        entryDates.check(refusals, "issueDate", wish.issueDate());
        Money amount = refusals.positive("amount", wish.amount());
        if (amount == null) {
            return refusals.outcome();
        }
        List<DatedAmount> rows = refusals.take(terms.rows(wish, amount, customer.get()));
        if (refusals.any()) {
            return refusals.outcome();
        }
        NewReceivable receivable = new NewReceivable(
                id, customer.get().id(), number, wish.kind(), wish.issueDate(), amount, rows, reference, null, null);
        return ledger.issue(List.of(receivable));
    }

    /** Credits a document (rule 11); the thing is the credit note. */
    public Outcome<Receivable> issueCreditNote(IssueCreditNote wish) {
        return once(
                "issueCreditNote",
                wish.clientKey(),
                wish,
                () -> onReceivable(wish.receivableId(), (target, refusals) -> {
                    String number = refusals.required("number", wish.number(), LONGEST_NUMBER);
                    String reason = refusals.required("reason", wish.reason(), LONGEST_TEXT);
                    checkDate(refusals, "issueDate", wish.issueDate(), target);
                    Money amount = inCurrencyOf(target, refusals, refusals.positive("amount", wish.amount()));
                    if (refusals.any()) {
                        return refusals.outcome();
                    }
                    return creditNotes.issue(target, new CreditNotes.Credit(number, wish.issueDate(), amount, reason));
                }));
    }

    /** Writes a receivable off, wholly or in part. */
    public Outcome<Receivable> writeOff(WriteOff wish) {
        return once(
                "writeOffReceivable",
                wish.clientKey(),
                wish,
                () -> onReceivable(wish.receivableId(), (target, refusals) -> {
                    String reason = refusals.required("reason", wish.reason(), LONGEST_TEXT);
                    checkDate(refusals, "on", wish.on(), target);
                    Money amount = inCurrencyOf(target, refusals, refusals.positive("amount", wish.amount()));
                    return refusals.any() ? refusals.outcome() : writeOffNow(target, wish.on(), amount, reason);
                }));
    }

    private Outcome<UUID> writeOffNow(Receivable target, LocalDate on, Money amountOrNull, String reason) {
        BigDecimal amount = (amountOrNull == null ? target.balance() : amountOrNull).value();
        if (amount.signum() == 0 || amount.compareTo(target.balance().value()) > 0) {
            return Outcome.refused(
                    ErrorCode.EXCEEDS_OPEN, "amount", "Only " + target.balance().amount() + " is open.");
        }
        UUID id = NodeId.uuidOf(target.id());
        ShareBook.Entries entries = ledger.book(Map.of(target.customer(), on)).begin();
        if (entries.take(share -> share.receivableId().equals(id), amount).compareTo(amount) < 0) {
            return Outcome.refused(
                    ErrorCode.BACKDATED_CONFLICT, "on", "On this date so much was not open through all later days.");
        }
        ledger.reduce(entries.reductions().stream()
                .map(reduction ->
                        new NewEntry(target.customer(), LedgerEntryKind.WRITTEN_OFF, on, reduction, null, null, reason))
                .toList());
        return Outcome.done(id);
    }

    /** Takes all live write-offs of a receivable back. */
    public Outcome<Receivable> undoWriteOff(UndoWriteOff wish) {
        return once(
                "undoWriteOff",
                wish.clientKey(),
                wish,
                () -> onReceivable(wish.receivableId(), (target, refusals) -> {
                    String reason = refusals.required("reason", wish.reason(), LONGEST_TEXT);
                    checkDate(refusals, "on", wish.on(), target);
                    return refusals.any() ? refusals.outcome() : undoNow(target, wish.on(), reason);
                }));
    }

    private Outcome<UUID> undoNow(Receivable target, LocalDate on, String reason) {
        UUID id = NodeId.uuidOf(target.id());
        List<Ledger.Live> live = ledger.live(id, LedgerEntryKind.WRITTEN_OFF);
        if (live.isEmpty()) {
            return Outcome.refused(ErrorCode.NOTHING_TO_UNDO, "receivableId", "Nothing of it is written off.");
        }
        if (live.stream().anyMatch(entry -> entry.on().isAfter(on))) {
            return Outcome.refused(ErrorCode.DATE_ORDER, "on", "It was written off after this date.");
        }
        ledger.undo(live.stream()
                .map(entry -> new Ledger.Undo(entry.id(), LedgerEntryKind.WRITE_OFF_UNDONE, on, reason))
                .toList());
        return Outcome.done(id);
    }

    private Outcome<UUID> onReceivable(String receivableId, BiFunction<Receivable, Refusals, Outcome<UUID>> work) {
        Optional<Receivable> found =
                NodeId.uuid(NodeKind.RECEIVABLE, receivableId).flatMap(receivables::byId);
        if (found.isEmpty() || customers.lock(found.get().customer()).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "receivableId", "There is no such receivable.");
        }
        Receivable locked = receivables.byId(NodeId.uuidOf(found.get().id())).orElseThrow();
        if (locked.kind() == ReceivableKind.CREDIT_NOTE) {
            return Outcome.refused(ErrorCode.KIND_NOT_ALLOWED, "receivableId", "A credit note has no balance.");
        }
        return work.apply(locked, new Refusals());
    }

    private void checkDate(Refusals refusals, String path, LocalDate on, Receivable target) {
        entryDates.check(refusals, path, on);
        refusals.unless(
                !on.isBefore(target.issueDate()),
                ErrorCode.DATE_ORDER,
                path,
                "It was issued on " + target.issueDate() + " only.");
    }

    private static Money inCurrencyOf(Receivable target, Refusals refusals, Money amount) {
        String currency = target.amount().currency();
        refusals.unless(
                amount == null || amount.currency().equals(currency),
                ErrorCode.CURRENCY_MISMATCH,
                "amount.currency",
                "The receivable is in " + currency + ".");
        return amount;
    }

    private Outcome<Receivable> once(String mutation, String clientKey, Object wish, Supplier<Outcome<UUID>> effect) {
        return clientKeys.once(
                new Wish(mutation, clientKey, wish),
                () -> effect.get().map(id -> receivables.byId(id).orElseThrow()),
                receivable -> NodeId.uuidOf(receivable.id()),
                receivables::byId);
    }
}
