package io.huikuan.partner;

import io.huikuan.announcement.AnnouncePayment;
import io.huikuan.announcement.DecideAnnouncement;
import io.huikuan.announcement.PaymentAnnouncement;
import io.huikuan.announcement.PaymentAnnouncementFilter;
import io.huikuan.announcement.PaymentAnnouncementService;
import io.huikuan.announcement.PaymentAnnouncementStatus;
import io.huikuan.announcement.PaymentAnnouncements;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.graph.NodeId;
import io.huikuan.kernel.graph.NodeKind;
import io.huikuan.kernel.identity.CurrentActor;
import io.huikuan.kernel.money.MoneyInput;
import io.huikuan.kernel.paging.Page;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.ledger.Receivables;
import io.huikuan.payment.Payment;
import io.huikuan.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The payments that the partner who is asking announces. */
@ApplicationScoped
@Transactional
public class PartnerAnnouncements {

    private final PaymentAnnouncementService service;
    private final PaymentAnnouncements announcements;
    private final Receivables receivables;
    private final Payments payments;
    private final CurrentActor actor;

    PartnerAnnouncements(
            PaymentAnnouncementService service,
            PaymentAnnouncements announcements,
            Receivables receivables,
            Payments payments,
            CurrentActor actor) {
        this.service = service;
        this.announcements = announcements;
        this.receivables = receivables;
        this.payments = payments;
        this.actor = actor;
    }

    /** What the partner announces; documents are named by their numbers. */
    public record MyPayment(
            String clientKey, MoneyInput amount, LocalDate paidOn, String reference, List<String> receivableNumbers) {}

    /** Announces a payment of the partner's own customer. */
    public Outcome<PaymentAnnouncementSummary> announce(MyPayment wish) {
        UUID own = actor.get().customer().orElseThrow();
        return service.announce(new AnnouncePayment(
                        wish.clientKey(),
                        NodeId.of(NodeKind.CUSTOMER, own),
                        wish.amount(),
                        wish.paidOn(),
                        wish.reference(),
                        wish.receivableNumbers(),
                        "receivableNumbers"))
                .map(this::summary);
    }

    /** Takes an open announcement of the partner's own customer back. */
    public Outcome<PaymentAnnouncementSummary> withdraw(DecideAnnouncement wish) {
        return service.withdraw(wish).map(this::summary);
    }

    /** The announcements of the partner's own customer, the newest first. */
    public Page<PaymentAnnouncementSummary> page(List<PaymentAnnouncementStatus> statusOrNull, Paging paging) {
        Page<PaymentAnnouncement> page = announcements.page(new PaymentAnnouncementFilter(null, statusOrNull), paging);
        Facts facts = facts(page.nodes());
        return page.map(facts::summary);
    }

    private PaymentAnnouncementSummary summary(PaymentAnnouncement announcement) {
        return facts(List.of(announcement)).summary(announcement);
    }

    private Facts facts(List<PaymentAnnouncement> all) {
        Map<UUID, List<UUID>> named = announcements.receivablesOf(
                all.stream().map(PaymentAnnouncement::uuid).toList());
        Set<UUID> became = all.stream()
                .map(PaymentAnnouncement::paymentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Facts(
                named,
                receivables.numbers(
                        named.values().stream().flatMap(List::stream).collect(Collectors.toSet())),
                became.isEmpty() ? Map.of() : payments.byIds(became));
    }

    private record Facts(Map<UUID, List<UUID>> named, Map<UUID, String> numbers, Map<UUID, Payment> payments) {

        PaymentAnnouncementSummary summary(PaymentAnnouncement announcement) {
            return PaymentAnnouncementSummary.of(
                    announcement,
                    Optional.ofNullable(announcement.paymentId())
                            .map(payments::get)
                            .map(Payment::number)
                            .orElse(null),
                    named.getOrDefault(announcement.uuid(), List.of()).stream()
                            .map(numbers::get)
                            .toList());
        }
    }
}
