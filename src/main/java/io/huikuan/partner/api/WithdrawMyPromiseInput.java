package io.huikuan.partner.api;

import io.huikuan.promise.DecidePromise;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which promise the partner takes back. */
@DefaultNonNull
@Input("WithdrawMyPromiseInput")
@Description("Which promise of yours is taken back.")
public record WithdrawMyPromiseInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which promise; one that your supplier has confirmed stays.")
        String id) {

    DecidePromise wish() {
        return new DecidePromise(clientKey, id, null, null);
    }
}
