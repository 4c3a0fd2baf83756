package io.huikuan.strategy;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A pause of dunning: of a receivable, a customer, or, where neither is named, of the whole tenant. */
@DefaultNonNull
@Input("PauseDunningInput")
@Description("A pause of dunning: of a receivable, a customer, or, where neither is named, of the whole tenant.")
public record PauseDunning(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Nullable @Id @Description("The customer that is not reminded; not together with a receivable.")
        String customerId,

        @Nullable @Id @Description("The receivable of which nobody is reminded.")
        String receivableId,

        @Description("Why, at most 500 characters.") String reason,

        @Description("Its last day, from the business date on, at most 366 days ahead.")
        LocalDate until) {}
