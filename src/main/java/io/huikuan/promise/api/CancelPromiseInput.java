package io.huikuan.promise.api;

import io.huikuan.promise.DecidePromise;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which promise is cancelled, and why. */
@DefaultNonNull
@Input("CancelPromiseInput")
@Description("Which promise is cancelled, and why.")
public record CancelPromiseInput(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which promise.") String id,

        @Description("The version that was seen; another one is STALE.")
        int version,

        @Description("Why, at most 500 characters; the customer's portal shows it.")
        String reason) {

    DecidePromise wish() {
        return new DecidePromise(clientKey, id, version, reason);
    }
}
