package io.huikuan.credit;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

/** A stop of supply. */
@DefaultNonNull
@Input("PlaceCreditHoldInput")
@Description("A stop of supply.")
public record PlaceCreditHold(
        @Description("Makes the mutation safe to repeat; chosen by the client.")
        String clientKey,

        @Id @Description("Which customer.") String customerId,
        @Description("What it stops.") CreditHoldScope scope,
        @Description("Why, by its kind.") CreditHoldCause cause,
        @Description("Why, at most 500 characters.") String reason,

        @Nullable @Description("Its first day, not before the business date; null: the business date.")
        LocalDate from,

        @Nullable @Description("Its last day; null: it has no end of its own.")
        LocalDate until,

        @Nullable
        @DefaultValue("true")
        @Description(
                "Whether payment of all that is overdue, and of OVER_LIMIT of what exceeds the limit, releases it.")
        Boolean releasedByPayment) {}
