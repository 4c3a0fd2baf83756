package io.huikuan.announcement.api;

import io.huikuan.announcement.PaymentAnnouncement;
import io.huikuan.announcement.PaymentAnnouncementFilter;
import io.huikuan.announcement.PaymentAnnouncementService;
import io.huikuan.announcement.PaymentAnnouncements;
import io.huikuan.customer.Customer;
import io.huikuan.customer.CustomerReads;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.kernel.graph.Selection;
import io.huikuan.kernel.identity.Roles;
import io.huikuan.kernel.paging.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Announced payments, for those who keep the books and the reps. */
@GraphQLApi
public class PaymentAnnouncementApi {

    private final PaymentAnnouncements announcements;
    private final PaymentAnnouncementService service;
    private final CustomerReads customers;
    private final Loader loader;
    private final Selection selection;

    PaymentAnnouncementApi(
            PaymentAnnouncements announcements,
            PaymentAnnouncementService service,
            CustomerReads customers,
            Loader loader,
            Selection selection) {
        this.announcements = announcements;
        this.service = service;
        this.customers = customers;
        this.loader = loader;
        this.selection = selection;
    }

    @Query
    @NonNull
    @Description("Announced payments of the customers that you see, the newest first.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PaymentAnnouncementConnection paymentAnnouncements(
            @Description("How many to return, 1 to 100.") @DefaultValue("20") int first,
            @Nullable @Description("The endCursor of the page before.") String after,
            @Nullable @Description("Which ones; null: all.") PaymentAnnouncementFilter filter) {
        return PaymentAnnouncementConnection.of(announcements.page(
                filter == null ? PaymentAnnouncementFilter.ALL : filter,
                new Paging(first, after, selection.counted())));
    }

    @Mutation
    @Description("Announces a payment for a customer; it is shown beside the balance, and not counted as paid.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PaymentAnnouncementPayload announcePayment(
            @NonNull @Description("What is announced.") AnnouncePaymentInput input) {
        return PaymentAnnouncementPayload.of(service.announce(input.wish()));
    }

    @Mutation
    @Description("Takes an open announcement back.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP})
    public PaymentAnnouncementPayload withdrawPaymentAnnouncement(
            @NonNull @Description("Which one.") WithdrawPaymentAnnouncementInput input) {
        return PaymentAnnouncementPayload.of(service.withdraw(input.wish()));
    }

    @Mutation
    @Description("Records the payment that an open announcement became; amount and day may be others than announced.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public PaymentAnnouncementPayload confirmPaymentAnnouncement(
            @NonNull @Description("Which one, and the payment.") ConfirmPaymentAnnouncementInput input) {
        return PaymentAnnouncementPayload.of(service.confirm(input.wish()));
    }

    @Mutation
    @Description("Rejects an open announcement.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE})
    public PaymentAnnouncementPayload rejectPaymentAnnouncement(
            @NonNull @Description("Which one, and why.") RejectPaymentAnnouncementInput input) {
        return PaymentAnnouncementPayload.of(service.reject(input.wish()));
    }

    @NonNull
    @Description("Who pays.")
    public CompletionStage<Customer> customer(@Source PaymentAnnouncement announcement) {
        return loader.load("PaymentAnnouncement.customer", announcement.customer(), customers::byIds);
    }
}
