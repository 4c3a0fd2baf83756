package io.huikuan.ledger;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.data.CreditReads;
import io.huikuan.ledger.domain.ShareBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Credits documents (rule 11). A credit note takes the open part first; for what exceeds it the newest allocations are taken back and become
 * unapplied cash of their payments. All credit notes together never exceed the document's amount.
 */
@ApplicationScoped
class CreditNotes {

    private static final String MADE_ROOM = "Made room for credit note ";

    private final Ledger ledger;
    private final CreditReads credits;
    private final Event<AllocationUndone> undone;

    CreditNotes(Ledger ledger, CreditReads credits, Event<AllocationUndone> undone) {
        this.ledger = ledger;
        this.credits = credits;
        this.undone = undone;
    }

    /** A credit note about to be issued; everything but its amount was checked against its document. */
    record Credit(String number, LocalDate on, Money amount, String reason) {}

    Outcome<UUID> issue(Receivable target, Credit credit) {
        UUID targetId = NodeId.uuidOf(target.id());
        BigDecimal amount = credit.amount().value();
        BigDecimal before = credits.creditedOf(targetId);
        if (before.add(amount).compareTo(target.amount().value()) > 0) {
            return Outcome.refused(
                    ErrorCode.EXCEEDS_AMOUNT,
                    "amount.amount",
                    "Of this document " + before.toPlainString() + " is credited already.");
        }
        NewReceivable note = new NewReceivable(
                Uuids.next(),
                target.customer(),
                credit.number(),
                ReceivableKind.CREDIT_NOTE,
                credit.on(),
                credit.amount(),
                List.of(),
                target.number(),
                targetId,
                credit.reason());
        return ledger.issue(List.of(note)).flatMap(any -> {
            BigDecimal lacking = amount.subtract(target.balance().value()).max(BigDecimal.ZERO);
            return makeRoom(target, credit, lacking).flatMap(room -> reduce(target, credit, note.id(), room));
        });
    }

    /** Allocations taken back, of the last of which {@code tooMuch} goes back to where it was. */
    private record Room(List<Ledger.Undone> undone, BigDecimal tooMuch) {}

    private Outcome<Room> makeRoom(Receivable target, Credit credit, BigDecimal lacking) {
        List<Ledger.Undo> undoings = new ArrayList<>();
        BigDecimal rest = lacking;
        for (Ledger.Live allocation : ledger.live(NodeId.uuidOf(target.id()), LedgerEntryKind.ALLOCATED)) {
            if (rest.signum() > 0) {
                LocalDate on = allocation.on().isAfter(credit.on()) ? allocation.on() : credit.on();
                undoings.add(
                        new Ledger.Undo(allocation.id(), LedgerEntryKind.UNALLOCATED, on, MADE_ROOM + credit.number()));
                rest = rest.subtract(allocation.amount());
            }
        }
        if (rest.signum() > 0) {
            return Outcome.refused(
                    ErrorCode.EXCEEDS_OPEN,
                    "amount.amount",
                    "A part of the document is written off: take that back first.");
        }
        return Outcome.done(new Room(ledger.undo(undoings), rest.negate()));
    }

    private Outcome<UUID> reduce(Receivable target, Credit credit, UUID note, Room room) {
        UUID targetId = NodeId.uuidOf(target.id());
        ShareBook book = ledger.book(Map.of(target.customer(), credit.on()));
        ShareBook.Entries entries = book.begin();
        BigDecimal amount = credit.amount().value();
        if (entries.take(share -> share.receivableId().equals(targetId), amount).compareTo(amount) < 0) {
            return Outcome.refused(
                    ErrorCode.BACKDATED_CONFLICT,
                    "issueDate",
                    "On this date so much was not open through all later days.");
        }
        ledger.reduce(entries.reductions().stream()
                .map(reduction -> new NewEntry(
                        target.customer(),
                        LedgerEntryKind.CREDITED,
                        credit.on(),
                        reduction,
                        null,
                        note,
                        credit.reason()))
                .toList());
        giveBack(target, room, credit);
        return Outcome.done(note);
    }

    /** What was taken back beyond the need is allocated again; the rest is unapplied cash of its payments. */
    private void giveBack(Receivable target, Room room, Credit credit) {
        for (int i = 0; i < room.undone().size(); i++) {
            Ledger.Undone allocation = room.undone().get(i);
            BigDecimal back = i == room.undone().size() - 1 ? room.tooMuch() : BigDecimal.ZERO;
            if (back.signum() > 0) {
                allocateAgain(target, allocation, back);
            }
            undone.fire(new AllocationUndone(
                    allocation.payment(),
                    allocation.customer(),
                    allocation.amount().subtract(back),
                    allocation.on(),
                    MADE_ROOM + credit.number()));
        }
    }

    private void allocateAgain(Receivable target, Ledger.Undone allocation, BigDecimal amount) {
        UUID targetId = NodeId.uuidOf(target.id());
        ShareBook.Entries entries =
                ledger.book(Map.of(target.customer(), allocation.on())).begin();
        if (entries.take(share -> share.receivableId().equals(targetId), amount).compareTo(amount) < 0) {
            throw new IllegalStateException("what was taken back beyond the need finds no room");
        }
        ledger.reduce(entries.reductions().stream()
                .map(reduction -> new NewEntry(
                        target.customer(),
                        LedgerEntryKind.ALLOCATED,
                        allocation.on(),
                        reduction,
                        allocation.payment(),
                        null,
                        null))
                .toList());
    }
}
