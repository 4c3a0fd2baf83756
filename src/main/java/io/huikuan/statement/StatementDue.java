package io.huikuan.statement;

import io.huikuan.kernel.money.Decimal;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** What is open of installments that are due on one day. */
@DefaultNonNull
@Description("What is open of installments that are due on one day.")
public record StatementDue(
        @Description("The due date.") LocalDate dueDate,

        @Description("What is open of it at the end of the period.")
        Decimal amount,

        @Description("How many days past due it is at the end of the period; 0 when it is not.")
        int daysPastDue,

        @Ignore String currency) {}
