package io.huikuan.announcement.api;

import io.huikuan.announcement.DecideAnnouncement;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which announcement is rejected, and why. */
@DefaultNonNull
@Input("RejectPaymentAnnouncementInput")
@Description("Which announcement is rejected, and why.")
public record RejectPaymentAnnouncementInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which announcement.") String id,

        @Description("Why, as the customer will read it, at most 500 characters.")
        String reason) {

    DecideAnnouncement wish() {
        return new DecideAnnouncement(clientKey, id, reason);
    }
}
