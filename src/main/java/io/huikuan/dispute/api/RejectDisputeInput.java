package io.huikuan.dispute.api;

import io.huikuan.dispute.DecideDispute;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which dispute is rejected, and why. */
@DefaultNonNull
@Input("RejectDisputeInput")
@Description("Which dispute is rejected, and why.")
public record RejectDisputeInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which dispute.") String id,

        @Description("The version that was seen; another one is STALE.")
        int version,

        @Description("Why, as the customer will read it, at most 500 characters.")
        String answer) {

    DecideDispute wish() {
        return new DecideDispute(clientKey, id, version, answer);
    }
}
