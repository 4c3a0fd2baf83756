package io.huikuan.ledger;

import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which receivables a list holds; what is absent does not restrict it. */
@Input("ReceivableFilter")
@Description("Which receivables a list holds; what is absent does not restrict it.")
public record ReceivableFilter(
        @Nullable @Id @Description("Those of this customer.")
        String customerId,

        @Nullable @Description("Only those with something open.")
        Boolean openOnly,

        @Nullable @Description("Only those with something overdue.")
        Boolean overdueOnly,

        @Nullable @Description("Those whose last own due date is this day or later.")
        LocalDate dueFrom,

        @Nullable @Description("Those whose last own due date is this day or earlier.")
        LocalDate dueTo,

        @Nullable @Description("Those of one of these settlements.")
        List<@NonNull Settlement> settlement,

        @Nullable @Description("Those in this currency.") String currency) {

    /** All receivables. */
    public static final ReceivableFilter ALL = new ReceivableFilter(null, null, null, null, null, null, null);
}
