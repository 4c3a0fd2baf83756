package io.huikuan.announcement;

import io.huikuan.announcement.data.AnnouncementStore;
import io.huikuan.announcement.data.AnnouncementStore.Decision;
import io.huikuan.customer.CustomerLocks;
import io.huikuan.customer.LockedCustomer;
import io.huikuan.kernel.error.ErrorCode;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.Refusals;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.idempotency.ClientKeys;
import io.huikuan.kernel.idempotency.ClientKeys.Wish;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.payment.AllocationLine;
import io.huikuan.payment.PaymentService;
import io.huikuan.payment.RecordPayment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Announces payments and says what became of them. Whatever is decided of an announcement is decided under its customer's lock, once: who comes second
 * gets INVALID_STATUS.
 */
@ApplicationScoped
@Transactional
public class PaymentAnnouncementService {

    private static final int LONGEST_TEXT = 500;

    private final AnnouncementRules rules;
    private final AnnouncementStore store;
    private final PaymentAnnouncements announcements;
    private final CustomerLocks customers;
    private final PaymentService payments;
    private final ClientKeys clientKeys;

    PaymentAnnouncementService(
            AnnouncementRules rules,
            AnnouncementStore store,
            PaymentAnnouncements announcements,
            CustomerLocks customers,
            PaymentService payments,
            ClientKeys clientKeys) {
        this.rules = rules;
        this.store = store;
        this.announcements = announcements;
        this.customers = customers;
        this.payments = payments;
        this.clientKeys = clientKeys;
    }

    /** Announces a payment of a customer that the actor sees. */
    public Outcome<PaymentAnnouncement> announce(AnnouncePayment wish) {
        return clientKeys.onceNew(
                new Wish("announcePayment", wish.clientKey(), wish), id -> announceNow(id, wish), announcements::find);
    }

    private Outcome<PaymentAnnouncement> announceNow(UUID id, AnnouncePayment wish) {
        Optional<LockedCustomer> customer = customers.lock(wish.customerId());
        if (customer.isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "customerId", "There is no such customer.");
        }
        return rules.check(id, customer.get().id(), wish).map(checked -> {
            store.insert(checked);
            return announcements.find(id).orElseThrow();
        });
    }

    /** Records the payment that the announcement became, as recordPayment does, in the same transaction. */
    public Outcome<PaymentAnnouncement> confirm(ConfirmAnnouncement wish) {
        return once(
                new Wish("confirmPaymentAnnouncement", wish.clientKey(), wish),
                wish.id(),
                announcement -> differs(wish.amount(), announcement)
                        ? Outcome.refused(
                                ErrorCode.CURRENCY_MISMATCH,
                                "amount.currency",
                                "The announcement is in "
                                        + announcement.amount().currency() + ".")
                        : payments.recordUnderLock(payment(wish, announcement))
                                .map(payment -> new Decision(
                                        PaymentAnnouncementStatus.CONFIRMED, NodeId.uuidOf(payment.id()), null)));
    }

    private static boolean differs(MoneyInput amountOrNull, PaymentAnnouncement announcement) {
        return amountOrNull != null
                && !amountOrNull.currency().equals(announcement.amount().currency());
    }

    private RecordPayment payment(ConfirmAnnouncement wish, PaymentAnnouncement announcement) {
        return new RecordPayment(
                null,
                NodeId.of(NodeKind.CUSTOMER, announcement.customer()),
                wish.number(),
                wish.amount() == null
                        ? new MoneyInput(
                                announcement.amount().amount(),
                                announcement.amount().currency())
                        : wish.amount(),
                wish.receivedOn(),
                wish.method(),
                wish.reference() == null ? announcement.reference() : wish.reference(),
                wish.allocations() == null ? announced(announcement) : wish.allocations(),
                wish.autoApply());
    }

    /** What is open of each announced receivable when the money comes, which may be less than it was, or nothing. */
    private List<AllocationLine> announced(PaymentAnnouncement announcement) {
        return announcements
                .receivablesOf(List.of(announcement.uuid()))
                .getOrDefault(announcement.uuid(), List.of())
                .stream()
                .map(receivable -> new AllocationLine(NodeId.of(NodeKind.RECEIVABLE, receivable), null, null))
                .toList();
    }

    /** Rejects the announcement with a reason that the customer will read. */
    public Outcome<PaymentAnnouncement> reject(DecideAnnouncement wish) {
        return once(new Wish("rejectPaymentAnnouncement", wish.clientKey(), wish), wish.id(), announcement -> {
            Refusals refusals = new Refusals();
            String reason = refusals.required("reason", wish.reason(), LONGEST_TEXT);
            return refusals.any()
                    ? refusals.outcome()
                    : Outcome.done(new Decision(PaymentAnnouncementStatus.REJECTED, null, reason));
        });
    }

    /** Takes the announcement back. */
    public Outcome<PaymentAnnouncement> withdraw(DecideAnnouncement wish) {
        return once(
                new Wish("withdrawPaymentAnnouncement", wish.clientKey(), wish),
                wish.id(),
                announcement -> Outcome.done(new Decision(PaymentAnnouncementStatus.WITHDRAWN, null, null)));
    }

    private Outcome<PaymentAnnouncement> once(
            Wish wish, String id, Function<PaymentAnnouncement, Outcome<Decision>> decision) {
        return clientKeys.once(wish, () -> decided(id, decision), PaymentAnnouncement::uuid, announcements::find);
    }

    private Outcome<PaymentAnnouncement> decided(
            String announcementId, Function<PaymentAnnouncement, Outcome<Decision>> decision) {
        Optional<UUID> id = NodeId.uuid(NodeKind.PAYMENT_ANNOUNCEMENT, announcementId);
        if (id.flatMap(store::customerOf).flatMap(customers::lock).isEmpty()) {
            return Outcome.refused(ErrorCode.NOT_FOUND, "id", "There is no such announcement.");
        }
        PaymentAnnouncement announcement = announcements.find(id.get()).orElseThrow();
        if (announcement.status() != PaymentAnnouncementStatus.ANNOUNCED) {
            return Outcome.refused(
                    ErrorCode.INVALID_STATUS, "id", "The announcement is " + announcement.status() + " already.");
        }
        return decision.apply(announcement).map(made -> {
            store.decide(id.get(), made);
            return announcements.find(id.get()).orElseThrow();
        });
    }
}
