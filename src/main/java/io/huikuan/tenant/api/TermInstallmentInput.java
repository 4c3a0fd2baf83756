package io.huikuan.tenant.api;

import io.huikuan.kernel.money.Decimal;
import io.huikuan.tenant.TermInstallment;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** One row of payment terms as a client sends it. */
@DefaultNonNull
@Input("TermInstallmentInput")
@Description("One row of payment terms: which part of the amount is due when.")
public record TermInstallmentInput(
        @Description("The part of the amount as a fraction; the parts of all rows sum to exactly 1.")
        Decimal share,

        @Description("The days from the issue date, or from the end of its month, to the due date.")
        int days,

        @Nullable @DefaultValue("false") @Description("Whether the days count from the last day of the month of issue.")
        Boolean endOfMonth) {

    TermInstallment row() {
        return new TermInstallment(share, days, Boolean.TRUE.equals(endOfMonth));
    }
}
