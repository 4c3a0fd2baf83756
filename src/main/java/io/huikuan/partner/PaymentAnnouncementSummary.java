package io.huikuan.partner;

import io.huikuan.announcement.PaymentAnnouncement;
import io.huikuan.announcement.PaymentAnnouncementStatus;
import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A payment that the partner announced, or its rep for it. */
@DefaultNonNull
@Description("A payment that you announced, or your supplier's rep for you; not counted as paid while it is open.")
public record PaymentAnnouncementSummary(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("How much.") Money amount,

        @Description("When it was sent, or will be.") LocalDate paidOn,

        @Nullable @Description("Your or the bank's reference.")
        String reference,

        @Description("Where it stands.") PaymentAnnouncementStatus status,
        @Description("When it was announced.") Instant announcedAt,

        @Nullable @Description("When it was confirmed, rejected or withdrawn; null while it is open.")
        Instant decidedAt,

        @Nullable @Description("Why it was rejected; null when it was not.")
        String reason,

        @Nullable @Description("The number of the payment that it became; null unless it is confirmed.")
        String paymentNumber,

        @Description("The numbers of the documents that it is for; empty when none was named.")
        List<@NonNull String> receivableNumbers) {

    public PaymentAnnouncementSummary {
        receivableNumbers = List.copyOf(receivableNumbers);
    }

    static PaymentAnnouncementSummary of(
            PaymentAnnouncement announcement, String paymentNumberOrNull, List<String> receivableNumbers) {
        return new PaymentAnnouncementSummary(
                announcement.id(),
                announcement.amount(),
                announcement.paidOn(),
                announcement.reference(),
                announcement.status(),
                announcement.announcedAt(),
                announcement.decidedAt(),
                announcement.reason(),
                paymentNumberOrNull,
                receivableNumbers);
    }
}
