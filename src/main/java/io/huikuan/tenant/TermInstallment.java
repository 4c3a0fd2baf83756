package io.huikuan.tenant;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;

/** One row of payment terms: which part of the amount is due when. */
@DefaultNonNull
@Description("One row of payment terms: which part of the amount is due when.")
public record TermInstallment(
        @Description("The part of the amount as a fraction, for example 0.3; the parts of all rows sum to exactly 1.")
        Decimal share,

        @Description("The days from the issue date, or from the end of its month, to the due date.")
        int days,

        @Description("Whether the days count from the last day of the month of issue instead of from the issue date.")
        boolean endOfMonth) {}
