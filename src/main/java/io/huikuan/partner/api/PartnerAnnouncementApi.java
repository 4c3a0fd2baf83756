package io.huikuan.partner.api;

import io.huikuan.announcement.PaymentAnnouncementStatus;
import io.huikuan.announcement.api.WithdrawPaymentAnnouncementInput;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.huikuan.partner.PartnerAnnouncements;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** What a partner says of money on its way. */
@GraphQLApi
public class PartnerAnnouncementApi {

    private final PartnerAnnouncements announcements;
    private final Selection selection;

    PartnerAnnouncementApi(PartnerAnnouncements announcements, Selection selection) {
        this.announcements = announcements;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("The payments that you announced, or your supplier's rep for you, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public PaymentAnnouncementSummaryConnection myPaymentAnnouncements(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Those of one of these statuses; null: all.")
                    List<@NonNull PaymentAnnouncementStatus> status) {
        return PaymentAnnouncementSummaryConnection.of(
                announcements.page(status, new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description(
            "Announces a payment of yours; it is shown beside the balance, and counts as paid when it is confirmed.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MyPaymentAnnouncementPayload announceMyPayment(
            @NonNull @Description("What you announce.") AnnounceMyPaymentInput input) {
        return MyPaymentAnnouncementPayload.of(announcements.announce(input.wish()));
    }

    @Mutation
    @Description("Takes an open announcement of yours back.")
    @RunOnVirtualThread
    @RolesAllowed(Roles.PARTNER)
    public MyPaymentAnnouncementPayload withdrawMyPaymentAnnouncement(
            @NonNull @Description("Which one.") WithdrawPaymentAnnouncementInput input) {
        return MyPaymentAnnouncementPayload.of(announcements.withdraw(input.wish()));
    }
}
