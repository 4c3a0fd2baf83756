package io.huikuan.dispute.api;

import io.huikuan.dispute.AttachToDispute;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which files are shown with a dispute. */
@DefaultNonNull
@Input("AttachToDisputeInput")
@Description("Which files are shown with an open dispute.")
public record AttachToDisputeInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which dispute.") String id,

        @Id @Description("Attachments of contact records with the customer; at most 20 are shown with a dispute.")
        List<@NonNull String> attachmentIds) {

    AttachToDispute wish() {
        return new AttachToDispute(clientKey, id, attachmentIds);
    }
}
