package io.huikuan.escalation;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** What may be lost with the customer in one currency, beside what it owes. */
@DefaultNonNull
@Description("What may be lost with the customer in one currency, beside what it owes.")
public record SalesAtRisk(
        @Description("The currency as its ISO 4217 code.") String currency,

        @Description("The first of the 365 days over which sales are counted.")
        LocalDate from,

        @Description("The last of them, the business date.") LocalDate to,

        @Description(
                "Credit sales of these days: invoices and consignment settlements by issue date, less credit notes; opening balances, debit notes and fees are no sales.")
        Decimal creditSales,

        @Nullable
        @Description(
                "creditSales × the tenant's gross margin: what a year without the customer costs; null when the margin is not said.")
        Decimal margin,

        @Description("Orders that are placed and not invoiced yet.")
        Decimal openOrders,

        @Description("What is overdue on the business date.")
        Decimal overdue,

        @Nullable
        @Description(
                "The sales that would make up for the loss of what is overdue: overdue ÷ the gross margin; null when the margin is not said.")
        Decimal salesToMakeUp) {}
