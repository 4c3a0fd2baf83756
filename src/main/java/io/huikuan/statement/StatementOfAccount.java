package io.huikuan.statement;

import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The account of one customer over a period, by value dates. */
@DefaultNonNull
@Description(
        "The account of one customer over a period, by value dates. What is recorded later with a date in the period changes it.")
public record StatementOfAccount(
        @Description("The customer's code.") String customerCode,
        @Description("What the customer is called.") String customerName,
        @Description("The first day.") LocalDate from,

        @Description("The last day, not after the business date.")
        LocalDate to,

        @Description("The account in each currency in which something was open, unapplied or moved, by currency.")
        List<@NonNull StatementOfCurrency> currencies) {

    public StatementOfAccount {
        currencies = List.copyOf(currencies);
    }
}
