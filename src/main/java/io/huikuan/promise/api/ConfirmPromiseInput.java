package io.huikuan.promise.api;

import io.huikuan.promise.DecidePromise;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which proposed promise is confirmed. */
@DefaultNonNull
@Input("ConfirmPromiseInput")
@Description("Which promise of a partner is confirmed.")
public record ConfirmPromiseInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which promise.") String id,

        @Description("The version that was seen; another one is STALE.")
        int version) {

    DecidePromise wish() {
        return new DecidePromise(clientKey, id, version, null);
    }
}
