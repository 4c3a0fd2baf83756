package io.huikuan.ledger;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.ledger.data.LedgerStore;
import io.huikuan.ledger.data.LedgerStore.BookingRow;
import io.huikuan.ledger.data.LedgerStore.EntryRow;
import io.huikuan.ledger.data.LedgerStore.LiveEntry;
import io.huikuan.ledger.data.ScheduleStore;
import io.huikuan.ledger.data.ScheduleStore.InstallmentRow;
import io.huikuan.ledger.data.ScheduleStore.ShareRow;
import io.huikuan.ledger.domain.Reduction;
import io.huikuan.ledger.domain.ShareBook;
import io.huikuan.ledger.domain.Undoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where balances move: receivables come in, entries reduce them, and entries are taken back. Everything here is append-only, takes any
 * number of rows with the same few statements, and runs within the caller's transaction, whose first act was to lock the customers' rows.
 * Dates and rights are checked by the callers; that no share ever goes below zero is checked here, and once more by the database.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Ledger {

    private final LedgerStore entries;
    private final ScheduleStore schedules;
    private final Event<BalanceMoved> moved;
    private final Event<ReceivablesIssued> issued;

    Ledger(LedgerStore entries, ScheduleStore schedules, Event<BalanceMoved> moved, Event<ReceivablesIssued> issued) {
        this.entries = entries;
        this.schedules = schedules;
        this.moved = moved;
        this.issued = issued;
    }

    /** A live entry to be taken back on a date, which is not before the entry's own. */
    public record Undo(UUID entry, LedgerEntryKind kind, LocalDate on, String reason) {}

    /** An entry that was taken back. The amount is above zero; payment and credit note as they stood on it, or null. */
    public record Undone(UUID entry, UUID receivable, UUID customer, UUID payment, LocalDate on, BigDecimal amount) {}

    /** A live entry: nothing has taken it back. The amount is above zero. */
    public record Live(UUID id, UUID receivable, LocalDate on, BigDecimal amount) {}

    /** Issues documents with the schedules of their own terms. Refused with DUPLICATE_NUMBER when a number is taken. */
    public Outcome<List<NewReceivable>> issue(List<NewReceivable> receivables) {
        if (schedules.insertReceivables(receivables) < receivables.size()) {
            return Outcome.refused(ErrorCode.DUPLICATE_NUMBER, "number", "Another document has this number.");
        }
        schedules.insertOwnTerms(receivables);
        Set<UUID> customers = receivables.stream().map(NewReceivable::customer).collect(Collectors.toSet());
        moved.fire(new BalanceMoved(customers));
        if (receivables.stream().anyMatch(receivable -> receivable.kind() != ReceivableKind.CREDIT_NOTE)) {
            issued.fire(new ReceivablesIssued(customers));
        }
        return Outcome.done(receivables);
    }

    /** Gives documents other references, null for none: the only part of a document that ever changes. */
    public void refer(Map<UUID, String> referencesByReceivable) {
        schedules.updateReferences(referencesByReceivable);
    }

    /** The open shares of the customers on which an entry of the given date, by customer, can be booked. */
    public ShareBook book(Map<UUID, LocalDate> onByCustomer) {
        return new ShareBook(entries.bookableOf(onByCustomer));
    }

    /** Books entries that reduce receivables, through the shares that were taken from a {@link #book} of this transaction. */
    public void reduce(List<NewEntry> reductions) {
        if (reductions.isEmpty()) {
            return;
        }
        List<EntryRow> rows = new ArrayList<>();
        List<BookingRow> bookings = new ArrayList<>();
        for (NewEntry entry : reductions) {
            EntryRow row = row(entry);
            rows.add(row);
            for (Reduction.Line line : entry.reduction().lines()) {
                bookings.add(new BookingRow(row.id(), line.shareId(), entry.on(), line.amount(), line.onRuling()));
            }
        }
        write(rows, bookings);
    }

    private static EntryRow row(NewEntry entry) {
        Reduction reduction = entry.reduction();
        return new EntryRow(
                Uuids.next(),
                reduction.receivableId(),
                entry.customer(),
                entry.kind(),
                entry.on(),
                reduction.amount().negate(),
                entry.payment(),
                entry.creditNote(),
                null,
                entry.reason());
    }

    /** The live allocations of a payment, the newest first. */
    public List<Live> liveAllocations(UUID payment) {
        return entries.liveAllocationsOf(payment).stream().map(Ledger::live).toList();
    }

    /** The live entries of one kind on a receivable, the newest first. */
    public List<Live> live(UUID receivable, LedgerEntryKind kind) {
        return entries.liveEntriesOn(receivable, kind).stream()
                .map(Ledger::live)
                .toList();
    }

    private static Live live(LiveEntry entry) {
        return new Live(
                entry.id(), entry.receivable(), entry.on(), entry.amount().negate());
    }

    /** Takes entries back, each wholly. One that was taken back already, or is dated after its undoing, is a bug of the caller. */
    public List<Undone> undo(List<Undo> undoings) {
        if (undoings.isEmpty()) {
            return List.of();
        }
        Map<UUID, LocalDate> onByEntry = new LinkedHashMap<>();
        undoings.forEach(undo -> onByEntry.put(undo.entry(), undo.on()));
        Map<UUID, LiveEntry> live = entries.liveEntries(onByEntry.keySet()).stream()
                .collect(Collectors.toMap(LiveEntry::id, entry -> entry));
        if (live.size() != undoings.size()) {
            throw new IllegalStateException("an entry to be taken back is not live");
        }
        return new UndoRun(live, entries.closedBy(onByEntry), entries.reaching(onByEntry)).of(undoings);
    }

    /** One call of {@link #undo}: gathers what all its entries do, so that each table is written once. */
    private final class UndoRun {

        private final Map<UUID, LiveEntry> live;
        private final Map<UUID, List<Undoing.Closed>> closed;
        private final Map<UUID, List<Undoing.Reaching>> reaching;
        private final List<EntryRow> rows = new ArrayList<>();
        private final List<BookingRow> bookings = new ArrayList<>();
        private final Map<List<Object>, InstallmentRow> installments = new LinkedHashMap<>();
        private final Map<List<Object>, ShareRow> shares = new LinkedHashMap<>();

        UndoRun(
                Map<UUID, LiveEntry> live,
                Map<UUID, List<Undoing.Closed>> closed,
                Map<UUID, List<Undoing.Reaching>> reaching) {
            this.live = live;
            this.closed = closed;
            this.reaching = reaching;
        }

        List<Undone> of(List<Undo> undoings) {
            List<Undone> undone = undoings.stream().map(this::takeBack).toList();
            if (!installments.isEmpty()) {
                schedules.insertInstallments(List.copyOf(installments.values()));
                schedules.insertSharesOfRunningSchedules(List.copyOf(shares.values()));
            }
            write(rows, bookings);
            return undone;
        }

        private Undone takeBack(Undo undo) {
            LiveEntry entry = live.get(undo.entry());
            if (undo.on().isBefore(entry.on())) {
                throw new IllegalStateException("an entry cannot be taken back before its own date");
            }
            BigDecimal amount = entry.amount().negate();
            UUID id = Uuids.next();
            rows.add(new EntryRow(
                    id,
                    entry.receivable(),
                    entry.customer(),
                    undo.kind(),
                    undo.on(),
                    amount,
                    entry.payment(),
                    entry.creditNote(),
                    entry.id(),
                    undo.reason()));
            Undoing.Result result = Undoing.of(closed.get(entry.id()), reaching.getOrDefault(entry.id(), List.of()));
            result.reopened()
                    .forEach(share -> bookings.add(new BookingRow(
                            id, share.shareId(), undo.on(), share.amount().negate(), share.onRuling())));
            result.added().forEach(added -> add(entry, added, undo.on()));
            return new Undone(entry.id(), entry.receivable(), entry.customer(), entry.payment(), undo.on(), amount);
        }

        /** Receivables that come back on one schedule with one due date share the added installment. */
        private void add(LiveEntry entry, Undoing.Added added, LocalDate on) {
            List<Object> key = new ArrayList<>(List.of(added.scheduleId(), added.dueDate(), on));
            key.add(added.originalDue());
            InstallmentRow installment = installments.merge(
                    key,
                    new InstallmentRow(Uuids.next(), added.scheduleId(), 0, added.dueDate(), added.amount(), on),
                    (before, more) -> new InstallmentRow(
                            before.id(),
                            before.schedule(),
                            0,
                            before.dueDate(),
                            before.amount().add(more.amount()),
                            on));
            List<Object> shareKey = List.of(installment.id(), entry.receivable());
            shares.merge(
                    shareKey, share(entry, added, installment.id(), on), (before, more) -> before.plus(more.amount()));
        }

        private static ShareRow share(LiveEntry entry, Undoing.Added added, UUID installment, LocalDate on) {
            return new ShareRow(
                    Uuids.next(),
                    installment,
                    added.scheduleId(),
                    entry.receivable(),
                    entry.customer(),
                    entry.currency(),
                    added.dueDate(),
                    added.originalDue(),
                    on,
                    added.amount());
        }
    }

    private void write(List<EntryRow> rows, List<BookingRow> bookings) {
        entries.insert(rows, bookings);
        announce(rows.stream().map(EntryRow::customer).collect(Collectors.toSet()));
    }

    /** Tells the observers that balances of these customers moved or are ruled anew. */
    void announce(Set<UUID> customers) {
        moved.fire(new BalanceMoved(customers));
    }
}
