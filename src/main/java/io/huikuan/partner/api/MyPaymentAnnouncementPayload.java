package io.huikuan.partner.api;

import io.huikuan.kernel.error.Outcome;
import io.huikuan.kernel.error.UserError;
import io.huikuan.partner.PaymentAnnouncementSummary;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of the partner's announcement. */
@DefaultNonNull
@Description("Your announcement after the mutation, or why it was refused.")
public record MyPaymentAnnouncementPayload(
        @Nullable @Description("The announcement; null when the mutation was refused.")
        PaymentAnnouncementSummary paymentAnnouncement,

        @Description("Why it was refused; empty when it was done.")
        List<@NonNull UserError> userErrors) {

    static MyPaymentAnnouncementPayload of(Outcome<PaymentAnnouncementSummary> outcome) {
        return new MyPaymentAnnouncementPayload(outcome.valueOrNull(), outcome.errors());
    }
}
