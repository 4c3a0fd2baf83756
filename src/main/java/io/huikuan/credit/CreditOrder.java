package io.huikuan.credit;

import io.huikuan.kernel.money.Money;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** An order of a customer that is not invoiced yet. */
@DefaultNonNull
@Description("An order of a customer that is not invoiced yet.")
public record CreditOrder(
        @Description("Its number.") String number,
        @Description("What of it is not invoiced yet.") Money amount,

        @Description("On which business date that was recorded.")
        LocalDate on,

        @Ignore UUID customer,
        @Ignore UUID key) {}
