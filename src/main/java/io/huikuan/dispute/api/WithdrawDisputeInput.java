package io.huikuan.dispute.api;

import io.huikuan.dispute.DecideDispute;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which dispute is taken back. */
@DefaultNonNull
@Input("WithdrawDisputeInput")
@Description("Which dispute is taken back.")
public record WithdrawDisputeInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which dispute; it is open.") String id) {

    /** The wish behind it. */
    public DecideDispute wish() {
        return new DecideDispute(clientKey, id, null, null);
    }
}
