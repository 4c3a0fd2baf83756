package io.huikuan.announcement.api;

import io.huikuan.announcement.PaymentAnnouncement;
import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a mutation of one announcement. */
@DefaultNonNull
@Description("The announcement after the mutation, or why it was refused.")
public record PaymentAnnouncementPayload(
        @Nullable @Description("The announcement; null when the mutation was refused.")
        PaymentAnnouncement paymentAnnouncement,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static PaymentAnnouncementPayload of(Outcome<PaymentAnnouncement> outcome) {
        return new PaymentAnnouncementPayload(outcome.valueOrNull(), outcome.errors());
    }
}
