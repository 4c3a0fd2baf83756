package io.huikuan.payment;

import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.kernel.time.BusinessDates;
import io.huikuan.ledger.AllocationUndone;
import io.huikuan.ledger.Ledger;
import io.huikuan.ledger.LedgerEntryKind;
import io.huikuan.ledger.NewEntry;
import io.huikuan.ledger.ReceivablesIssued;
import io.huikuan.ledger.domain.Reduction;
import io.huikuan.ledger.domain.ShareBook;
import io.huikuan.payment.data.PaymentStore;
import io.huikuan.payment.data.PaymentStore.Known;
import io.huikuan.payment.data.PaymentStore.Movement;
import io.huikuan.payment.data.PaymentStore.MovementKind;
import io.huikuan.payment.domain.Allocator;
import io.huikuan.tenant.TenantSettingsService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Records and allocates any number of payments with the same few statements. The customers are locked by the caller. A payment's unapplied part
 * and the receivables move in one transaction, by the same amounts and dates.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaymentBook {

    private final Ledger ledger;
    private final PaymentStore payments;
    private final TenantSettingsService settings;
    private final BusinessDates dates;

    PaymentBook(Ledger ledger, PaymentStore payments, TenantSettingsService settings, BusinessDates dates) {
        this.ledger = ledger;
        this.payments = payments;
        this.settings = settings;
        this.dates = dates;
    }

    /** Money laid on receivables; {@code on} is the earliest date that an allocation may have. */
    private record Laid(UUID payment, UUID customer, LocalDate on, List<Reduction> reductions) {}

    /**
     * Records payments in the given order and allocates them, each allocation dated max(received on, issue date). Refused as a whole with
     * DUPLICATE_NUMBER, or with what {@link Allocator} refuses; of several payments the errors' paths begin with {@code payments.<index>}.
     */
    public Outcome<List<NewPayment>> record(List<NewPayment> received) {
        if (payments.insert(received) < received.size()) {
            return Outcome.refused(ErrorCode.DUPLICATE_NUMBER, "number", "Another payment has this number.");
        }
        Map<UUID, LocalDate> earliest = received.stream()
                .collect(Collectors.toMap(
                        NewPayment::customer, NewPayment::receivedOn, (a, b) -> a.isBefore(b) ? a : b, TreeMap::new));
        ShareBook book = ledger.book(earliest);
        List<Laid> laid = new ArrayList<>();
        List<UserError> errors = new ArrayList<>();
        for (int i = 0; i < received.size(); i++) {
            NewPayment payment = received.get(i);
            Outcome<List<Reduction>> outcome = Allocator.allocate(book, cashOf(payment));
            errors.addAll(received.size() == 1 ? outcome.errors() : within("payments." + i, outcome.errors()));
            if (outcome instanceof Outcome.Done<List<Reduction>> done) {
                laid.add(new Laid(payment.id(), payment.customer(), payment.receivedOn(), done.value()));
            }
        }
        if (!errors.isEmpty()) {
            return Outcome.refused(errors);
        }
        write(received.stream().map(PaymentBook::receipt).toList(), laid);
        return Outcome.done(received);
    }

    private static Movement receipt(NewPayment payment) {
        return new Movement(
                payment.id(),
                payment.customer(),
                MovementKind.RECEIVED,
                payment.receivedOn(),
                payment.amount().value(),
                null);
    }

    /** Gives payments other references, null for none. */
    public void refer(Map<UUID, String> referencesByPayment) {
        payments.updateReferences(referencesByPayment);
    }

    private static Allocator.Cash cashOf(NewPayment payment) {
        return new Allocator.Cash(
                payment.customer(),
                payment.amount().currency(),
                payment.amount().value(),
                payment.named(),
                payment.autoApply());
    }

    private static List<UserError> within(String path, List<UserError> errors) {
        return errors.stream()
                .map(error ->
                        UserError.of(error.meaning(), path + "." + String.join(".", error.field()), error.message()))
                .toList();
    }

    /** Allocates unapplied cash of one payment as of the business date. */
    Outcome<Known> apply(Known payment, List<NewPayment.Named> named, boolean autoApply) {
        LocalDate today = dates.today();
        ShareBook book = ledger.book(Map.of(payment.customer(), today));
        return Allocator.allocate(
                        book,
                        new Allocator.Cash(
                                payment.customer(), payment.currency(), payment.unapplied(), named, autoApply))
                .map(reductions -> {
                    write(List.of(), List.of(new Laid(payment.id(), payment.customer(), today, reductions)));
                    return payment;
                });
    }

    private void write(List<Movement> receipts, List<Laid> laid) {
        List<NewEntry> entries = new ArrayList<>();
        List<Movement> movements = new ArrayList<>(receipts);
        for (Laid money : laid) {
            Map<LocalDate, BigDecimal> byDate = new TreeMap<>();
            for (Reduction reduction : money.reductions()) {
                LocalDate on = money.on().isBefore(reduction.issueDate()) ? reduction.issueDate() : money.on();
                entries.add(new NewEntry(
                        money.customer(), LedgerEntryKind.ALLOCATED, on, reduction, money.payment(), null, null));
                byDate.merge(on, reduction.amount(), BigDecimal::add);
            }
            byDate.forEach((on, amount) -> movements.add(new Movement(
                    money.payment(), money.customer(), MovementKind.ALLOCATED, on, amount.negate(), null)));
        }
        if (!movements.isEmpty()) {
            payments.move(movements);
        }
        ledger.reduce(entries);
    }

    /** Takes allocations back; what they had closed is unapplied again. */
    void unapply(List<Ledger.Live> allocations, LocalDate on, String reason) {
        unallocate(ledger.undo(undoings(allocations, LedgerEntryKind.UNALLOCATED, on, reason)), on, reason);
    }

    private void unallocate(List<Ledger.Undone> undone, LocalDate on, String reason) {
        payments.move(undone.stream()
                .map(entry -> new Movement(
                        entry.payment(), entry.customer(), MovementKind.UNALLOCATED, on, entry.amount(), reason))
                .toList());
    }

    /** Reverses a payment of which nothing was refunded: its allocations reopen what they had closed, and nothing of it is left. */
    void reverse(Known payment, LocalDate on, String reason) {
        List<Ledger.Undone> undone =
                ledger.undo(undoings(ledger.liveAllocations(payment.id()), LedgerEntryKind.REVERSED, on, reason));
        BigDecimal allocated = undone.stream().map(Ledger.Undone::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!undone.isEmpty()) {
            unallocate(undone, on, reason);
        }
        payments.move(List.of(new Movement(
                payment.id(),
                payment.customer(),
                MovementKind.REVERSED,
                on,
                allocated.add(payment.unapplied()).negate(),
                reason)));
        payments.markReversed(payment.id(), on);
    }

    private static List<Ledger.Undo> undoings(
            List<Ledger.Live> allocations, LedgerEntryKind kind, LocalDate on, String reason) {
        return allocations.stream()
                .map(allocation -> new Ledger.Undo(allocation.id(), kind, on, reason))
                .toList();
    }

    /** The ledger made room for a credit note: the money is unapplied again. */
    void onAllocationUndone(@Observes AllocationUndone undone) {
        if (undone.amount().signum() > 0) {
            payments.move(List.of(new Movement(
                    undone.payment(),
                    undone.customer(),
                    MovementKind.UNALLOCATED,
                    undone.on(),
                    undone.amount(),
                    undone.reason())));
        }
    }

    /** New receivables take unapplied cash, the oldest payment first, if the tenant says so (rule 7). */
    void onReceivablesIssued(@Observes ReceivablesIssued issued) {
        if (settings.current().autoApplyUnapplied()) {
            applyAll(issued.customers());
        }
    }

    private void applyAll(Set<UUID> customers) {
        List<Known> cash = payments.withUnapplied(customers);
        if (cash.isEmpty()) {
            return;
        }
        LocalDate today = dates.today();
        Map<UUID, LocalDate> onByCustomer = cash.stream()
                .map(Known::customer)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), any -> today, (a, b) -> a, HashMap::new));
        ShareBook book = ledger.book(onByCustomer);
        List<Laid> laid = new ArrayList<>();
        for (Known payment : cash) {
            Allocator.allocate(
                            book,
                            new Allocator.Cash(
                                    payment.customer(), payment.currency(), payment.unapplied(), List.of(), true))
                    .map(reductions -> laid.add(new Laid(payment.id(), payment.customer(), today, reductions)));
        }
        write(List.of(), laid);
    }
}
