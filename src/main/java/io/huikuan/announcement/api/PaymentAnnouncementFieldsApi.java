package io.huikuan.announcement.api;

import io.huikuan.announcement.PaymentAnnouncement;
import io.huikuan.announcement.PaymentAnnouncements;
import io.huikuan.kernel.graph.Loader;
import io.huikuan.ledger.Receivable;
import io.huikuan.ledger.Receivables;
import io.huikuan.payment.Payment;
import io.huikuan.payment.Payments;
import io.huikuan.tenant.User;
import io.huikuan.tenant.Users;
import io.smallrye.graphql.api.Nullable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What an announced payment leads to. */
@GraphQLApi
public class PaymentAnnouncementFieldsApi {

    private final PaymentAnnouncements announcements;
    private final Receivables receivables;
    private final Payments payments;
    private final Users users;
    private final Loader loader;

    PaymentAnnouncementFieldsApi(
            PaymentAnnouncements announcements,
            Receivables receivables,
            Payments payments,
            Users users,
            Loader loader) {
        this.announcements = announcements;
        this.receivables = receivables;
        this.payments = payments;
        this.users = users;
        this.loader = loader;
    }

    @NonNull
    @Description("What it is for, in the order of the documents' numbers, at most 50; empty when nothing was named.")
    public CompletionStage<List<@NonNull Receivable>> receivables(@Source PaymentAnnouncement announcement) {
        return loader.load("PaymentAnnouncement.receivables", announcement.uuid(), this::named)
                .thenApply(found -> found == null ? List.of() : found);
    }

    private Map<UUID, List<Receivable>> named(Set<UUID> ids) {
        Map<UUID, List<UUID>> named = announcements.receivablesOf(ids);
        Map<UUID, Receivable> documents =
                receivables.byIds(named.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        Map<UUID, List<Receivable>> found = new HashMap<>();
        named.forEach((announcement, all) ->
                found.put(announcement, all.stream().map(documents::get).toList()));
        return found;
    }

    @Nullable
    @Description("The payment that it became; null unless it is confirmed.")
    public CompletionStage<Payment> payment(@Source PaymentAnnouncement announcement) {
        return announcement.paymentId() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("PaymentAnnouncement.payment", announcement.paymentId(), payments::byIds);
    }

    @NonNull
    @Description("Who announced it.")
    public CompletionStage<User> announcedBy(@Source PaymentAnnouncement announcement) {
        return loader.load("PaymentAnnouncement.announcedBy", announcement.announcer(), users::byIds);
    }

    @Nullable
    @Description("Who confirmed, rejected or withdrew it; null while it is open.")
    public CompletionStage<User> decidedBy(@Source PaymentAnnouncement announcement) {
        return announcement.decider() == null
                ? CompletableFuture.completedFuture(null)
                : loader.load("PaymentAnnouncement.decidedBy", announcement.decider(), users::byIds);
    }
}
