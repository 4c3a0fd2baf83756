package io.huikuan.statement;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** The account in one currency: opening.balance + charges − credits = closing.balance. */
@DefaultNonNull
@Description("The account in one currency: opening.balance + charges − credits = closing.balance.")
public record StatementOfCurrency(
        @Description("The currency as its ISO 4217 code.") String currency,

        @Description("Where it stood at the end of the day before the period.")
        StatementBalance opening,

        @Description("The sum of all lines that raise the balance.")
        Decimal charges,

        @Description("The sum of all lines that lower the balance, without a sign.")
        Decimal credits,

        @Description("Where it stood at the end of the period's last day.")
        StatementBalance closing,

        @Ignore StatementPeriod period) {}
