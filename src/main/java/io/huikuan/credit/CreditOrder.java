package io.huikuan.credit;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** What of a customer's order was not invoiced yet, from a day on. */
@DefaultNonNull
@Description("What of a customer's order was not invoiced yet, from a day on.")
public record CreditOrder(
        @Description("Its number.") String number,

        @Description("What of it was not invoiced yet; 0: it was invoiced or cancelled.")
        Money amount,

        @Description("On which business date that was recorded.")
        LocalDate on,

        @Description("Whether it is the latest that was recorded of the order, and not 0.")
        boolean open,

        @Description("When that was recorded.") Instant recordedAt,
        @Ignore UUID customer,
        @Ignore UUID recorder,
        @Ignore UUID key) {}
