package io.huikuan.partner;

import io.huikuan.alert.Alert;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;

/** An alert as the partner sees it: what it is about, and nothing of who at the supplier does what about it. */
@DefaultNonNull
@Description("Something about your account that you should look at.")
public record PartnerAlert(
        @Id @Description("The global id; opaque to clients.")
        String id,

        @Description("What it is about.") PartnerAlertKind kind,

        @Description("When it was raised, or came back, for the last time.")
        Instant raisedAt,

        @Ignore UUID installmentId) {

    /** The partner's view of an alert of one of the kinds that partners see. */
    static PartnerAlert of(Alert alert) {
        return new PartnerAlert(
                alert.id(), PartnerAlertKind.valueOf(alert.type().name()), alert.raisedAt(), alert.subject());
    }
}
