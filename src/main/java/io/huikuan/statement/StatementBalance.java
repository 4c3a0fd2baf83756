package io.huikuan.statement;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** Where an account stands in one currency at the end of a day. */
@DefaultNonNull
@Description("Where an account stands in one currency at the end of a day.")
public record StatementBalance(
        @Description("All that is open of documents, as balances show it.")
        Decimal outstanding,

        @Description("Money received that is neither allocated nor refunded, as balances show it.")
        Decimal unapplied,

        @Description("outstanding − unapplied: what is left to pay; below zero: what was paid too much.")
        Decimal balance) {}
