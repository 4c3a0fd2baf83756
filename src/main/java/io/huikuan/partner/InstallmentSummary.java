package io.huikuan.partner;

import io.huikuan.kernel.money.Money;
import io.huikuan.ledger.Timing;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** One row of a schedule by which the partner pays. */
@DefaultNonNull
@Description("One row of a schedule by which you pay.")
public record InstallmentSummary(
        @Nullable @Description("The number of the payment plan that it belongs to; null for a document's own terms.")
        String planNumber,

        @Nullable @Description("The number of the document whose own terms it belongs to; null for a payment plan.")
        String receivableNumber,

        @Description("Its place within the schedule, from 1.")
        int sequence,

        @Description("When it is due.") LocalDate dueDate,
        @Description("How much is due.") Money amount,
        @Description("What is open of it.") Money balance,
        @Description("Where it stands in time today.") Timing timing) {}
