package io.huikuan.concession;

import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What is offered for payment. */
@DefaultNonNull
@Input("OfferConcessionInput")
@Description("What is offered for payment; the customer's portal shows it.")
public record OfferConcession(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which concession.") String id,

        @Description("The version that was seen; another one is STALE.")
        int version,

        @Description("What is given for which payment, step by step, 1 to 12.")
        List<@NonNull ConcessionTermWish> terms) {}
