package io.huikuan.concession;

import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** Which concession is declined or withdrawn, and why. */
@DefaultNonNull
@Input("EndConcessionInput")
@Description("Which concession is declined or withdrawn, and why.")
public record EndConcession(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which concession.") String id,

        @Description("The version that was seen; another one is STALE.")
        int version,

        @Description("Why, at most 500 characters; the customer's portal shows it where something had been offered.")
        String reason) {}
