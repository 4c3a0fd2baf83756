package io.huikuan.announcement.api;

import io.huikuan.announcement.DecideAnnouncement;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which announcement is taken back. */
@DefaultNonNull
@Input("WithdrawPaymentAnnouncementInput")
@Description("Which announcement is taken back.")
public record WithdrawPaymentAnnouncementInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which announcement.") String id) {

    /** The wish behind it. */
    public DecideAnnouncement wish() {
        return new DecideAnnouncement(clientKey, id, null);
    }
}
