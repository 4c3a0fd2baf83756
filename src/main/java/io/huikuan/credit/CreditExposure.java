package io.huikuan.credit;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** What is at risk with a customer in one currency: what is outstanding, less what is unapplied, plus open orders. */
@DefaultNonNull
@Description(
        "What is at risk with a customer in one currency: what is outstanding, less what is unapplied, plus open orders.")
public record CreditExposure(
        @Description("The currency as its ISO 4217 code.") String currency,
        @Description("What is outstanding.") Decimal outstanding,

        @Description("Money received that is not applied; it lessens the exposure.")
        Decimal unapplied,

        @Description("Orders that are not invoiced yet; 0 where the tenant does not count them.")
        Decimal openOrders,

        @Description("outstanding − unapplied + openOrders.")
        Decimal exposure,

        @Description("What of the outstanding amount was due before the day.")
        Decimal overdue,

        @Description("Since how many days the oldest of it is overdue; 0 when nothing is.")
        int daysOverdue) {}
