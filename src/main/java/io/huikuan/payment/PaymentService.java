package io.huikuan.payment;

import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.CustomerTurns;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.DocumentNumbers;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.graph.Uuids;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.EntryDates;
import io.huikuan.ledger.Ledger;
import io.huikuan.payment.data.PaymentStore;
import io.huikuan.payment.data.PaymentStore.Known;
import io.huikuan.payment.data.PaymentStore.Movement;
import io.huikuan.payment.data.PaymentStore.MovementKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Records payments and undoes what was done with them. Every use case locks the customer first and is safe to repeat with its client key. */
@ApplicationScoped
@Transactional
public class PaymentService {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_TEXT = 500;

    private final CustomerTurns turns;
    private final CustomerLocks customers;
    private final PaymentBook book;
    private final PaymentStore store;
    private final Payments payments;
    private final NamedTargets targets;
    private final Ledger ledger;
    private final EntryDates entryDates;
    private final ClientKeys clientKeys;

    PaymentService(
            CustomerTurns turns,
            CustomerLocks customers,
            PaymentBook book,
            PaymentStore store,
            Payments payments,
            NamedTargets targets,
            Ledger ledger,
            EntryDates entryDates,
            ClientKeys clientKeys) {
        this.turns = turns;
        this.customers = customers;
        this.book = book;
        this.store = store;
        this.payments = payments;
        this.targets = targets;
        this.ledger = ledger;
        this.entryDates = entryDates;
        this.clientKeys = clientKeys;
    }

    /** Records money received and allocates it (rule 7). */
    public Outcome<Payment> record(RecordPayment wish) {
        turns.await(wish.customerId());
        return clientKeys.onceNew(
                new Wish("recordPayment", wish.clientKey(), wish),
                id -> recordNow(id, wish).map(any -> payments.byId(id).orElseThrow()),
                payments::byId);
    }

    /**
     * The same within the transaction of a caller who has locked the customer and sees to repeats. A row of {@code allocations} without an amount takes as
     * much as is open of what it names.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<Payment> recordUnderLock(RecordPayment wish) {
        UUID id = Uuids.next();
        return recordNow(id, wish).map(any -> payments.byId(id).orElseThrow());
    }

    private Outcome<List<NewPayment>> recordNow(UUID id, RecordPayment wish) {
        Optional<LockedCustomer> customer =
                NodeId.uuid(NodeKind.CUSTOMER, wish.customerId()).flatMap(customers::lock);
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        Refusals refusals = new Refusals();
        String number = refusals.optional("number", wish.number(), LONGEST_NUMBER);
        String reference = refusals.optional("reference", wish.reference(), LONGEST_TEXT);
        entryDates.check(refusals, "receivedOn", wish.receivedOn());
        Money amount = refusals.positive("amount", wish.amount());
        if (amount == null) {
            return refusals.outcome();
        }
        List<NewPayment.Named> named =
                targets.resolve(refusals, wish.allocations(), customer.get().id(), amount.currency());
        if (refusals.any()) {
            return refusals.outcome();
        }
        NewPayment payment = new NewPayment(
                id,
                customer.get().id(),
                number == null ? DocumentNumbers.next("PAY") : number,
                amount,
                wish.receivedOn(),
                wish.method(),
                reference,
                named,
                wish.autoApply());
        return book.record(List.of(payment));
    }

    /** Allocates what is unapplied of a payment, as of the business date. */
    public Outcome<Payment> applyUnapplied(ApplyUnappliedCash wish) {
        return once(
                "applyUnappliedCash",
                wish.clientKey(),
                wish,
                () -> onPayment(wish.paymentId(), payment -> {
                    if (payment.unapplied().signum() == 0) {
                        return Outcome.refused(
                                ErrorCode.EXCEEDS_UNAPPLIED, "paymentId", "Nothing of the payment is unapplied.");
                    }
                    Refusals refusals = new Refusals();
                    List<NewPayment.Named> named =
                            targets.resolve(refusals, wish.allocations(), payment.customer(), payment.currency());
                    return refusals.any()
                            ? refusals.outcome()
                            : book.apply(payment, named, wish.autoApply()).map(Known::id);
                }));
    }

    /** Takes allocations back: those on one receivable, or all. */
    public Outcome<Payment> unapply(UnapplyPayment wish) {
        return once(
                "unapplyPayment",
                wish.clientKey(),
                wish,
                () -> onPayment(wish.paymentId(), payment -> {
                    Refusals refusals = new Refusals();
                    String reason = refusals.required("reason", wish.reason(), LONGEST_TEXT);
                    entryDates.check(refusals, "on", wish.on());
                    Optional<UUID> receivable = targets.receivable(wish.receivableId());
                    refusals.unless(
                            wish.receivableId() == null || receivable.isPresent(),
                            ErrorCode.NOT_FOUND,
                            "receivableId",
                            "There is no such receivable.");
                    return refusals.any() ? refusals.outcome() : unapplyNow(payment, receivable, wish.on(), reason);
                }));
    }

    private Outcome<UUID> unapplyNow(Known payment, Optional<UUID> receivable, LocalDate on, String reason) {
        List<Ledger.Live> live = ledger.liveAllocations(payment.id()).stream()
                .filter(allocation -> receivable.isEmpty() || receivable.get().equals(allocation.receivable()))
                .toList();
        if (live.isEmpty()) {
            return Outcome.refused(
                    ErrorCode.NOTHING_TO_UNDO, "paymentId", "Nothing of the payment is allocated there.");
        }
        if (live.stream().anyMatch(allocation -> allocation.on().isAfter(on))) {
            return Outcome.refused(ErrorCode.DATE_ORDER, "on", "It was allocated after this date.");
        }
        book.unapply(live, on, reason);
        return Outcome.done(payment.id());
    }

    /** Pays unapplied cash back to the customer; without an amount, all of it. */
    public Outcome<Payment> refund(RefundUnapplied wish) {
        return once(
                "refundUnapplied",
                wish.clientKey(),
                wish,
                () -> onPayment(wish.paymentId(), payment -> {
                    Refusals refusals = new Refusals();
                    String reason = refusals.required("reason", wish.reason(), LONGEST_TEXT);
                    Money amount = refusals.positive("amount", wish.amount());
                    checkDate(refusals, wish.on(), payment.receivedOn(), "It was received after this date.");
                    refusals.unless(
                            amount == null || amount.currency().equals(payment.currency()),
                            ErrorCode.CURRENCY_MISMATCH,
                            "amount.currency",
                            "The payment is in " + payment.currency() + ".");
                    return refusals.any()
                            ? refusals.outcome()
                            : refundNow(
                                    payment, amount == null ? payment.unapplied() : amount.value(), wish.on(), reason);
                }));
    }

    private Outcome<UUID> refundNow(Known payment, BigDecimal amount, LocalDate on, String reason) {
        if (amount.signum() == 0 || amount.compareTo(payment.unapplied()) > 0) {
            return Outcome.refused(
                    ErrorCode.EXCEEDS_UNAPPLIED,
                    "amount",
                    "Only " + payment.unapplied().toPlainString() + " is unapplied.");
        }
        if (amount.compareTo(store.unappliedFrom(payment.id(), on)) > 0) {
            return Outcome.refused(
                    ErrorCode.BACKDATED_CONFLICT, "on", "So much was not unapplied through all days since this date.");
        }
        store.move(List.of(
                new Movement(payment.id(), payment.customer(), MovementKind.REFUNDED, on, amount.negate(), reason)));
        return Outcome.done(payment.id());
    }

    /** Reverses a payment whose money went back (rule 10). One of which a part was refunded cannot be reversed. */
    public Outcome<Payment> reverse(ReversePayment wish) {
        return once(
                "reversePayment",
                wish.clientKey(),
                wish,
                () -> onPayment(wish.paymentId(), payment -> {
                    Refusals refusals = new Refusals();
                    String reason = refusals.required("reason", wish.reason(), LONGEST_TEXT);
                    checkDate(refusals, wish.on(), payment.receivedOn(), "It was received after this date.");
                    refusals.unless(
                            !payment.refunded(),
                            ErrorCode.INVALID_STATUS,
                            "paymentId",
                            "A part of the payment was refunded.");
                    refusals.unless(
                            !wish.on().isBefore(payment.lastOn()),
                            ErrorCode.BACKDATED_CONFLICT,
                            "on",
                            "The payment was still used on " + payment.lastOn() + ".");
                    if (refusals.any()) {
                        return refusals.outcome();
                    }
                    book.reverse(payment, wish.on(), reason);
                    return Outcome.done(payment.id());
                }));
    }

    private void checkDate(Refusals refusals, LocalDate on, LocalDate earliest, String message) {
        entryDates.check(refusals, "on", on);
        refusals.unless(!on.isBefore(earliest), ErrorCode.DATE_ORDER, "on", message);
    }

    private Outcome<UUID> onPayment(String paymentId, Function<Known, Outcome<UUID>> work) {
        Optional<UUID> id = NodeId.uuid(NodeKind.PAYMENT, paymentId);
        if (id.flatMap(store::customerOf).flatMap(customers::lock).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "paymentId", "There is no such payment.");
        }
        Known payment = store.known(id.get());
        return payment.reversed()
                ? Outcome.refused(ErrorCode.INVALID_STATUS, "paymentId", "The payment was reversed.")
                : work.apply(payment);
    }

    private Outcome<Payment> once(String mutation, String clientKey, Object wish, Supplier<Outcome<UUID>> effect) {
        return clientKeys.once(
                new Wish(mutation, clientKey, wish),
                () -> effect.get().map(id -> payments.byId(id).orElseThrow()),
                payment -> NodeId.uuidOf(payment.id()),
                payments::byId);
    }
}
